/** The orders of retail imports (CEB311). */
export { importOrderHandler } from './application/handler.ts';
export { importOrders } from './storage/import-orders.ts';
