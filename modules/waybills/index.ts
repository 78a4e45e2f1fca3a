/** The waybills of retail imports (CEB511). */
export { importWaybillHandler } from './application/handler.ts';
export { importWaybills } from './storage/import-waybills.ts';
export { ordersByWaybill, ordersOfWaybill } from './storage/reuse.ts';
