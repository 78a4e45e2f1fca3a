/** The orders of retail imports (CEB311). */
export { importOrderHandler } from './application/handler.ts';
export { importOrders, ordersOfPerson } from './storage/import-orders.ts';
