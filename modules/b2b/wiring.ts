import type { Http } from '#http';
import type { B2bPorts } from './application/ports.ts';
import { batchRoutes } from './http/batch-routes.ts';
import { bulkRoutes } from './http/bulk-routes.ts';
import { principalRoutes } from './http/principal-routes.ts';
import { recognitionRoutes } from './http/recognition-routes.ts';
import { stockRoutes } from './http/stock-routes.ts';
import { warehouseRoutes } from './http/warehouse-routes.ts';

export { exportedBack } from './application/export-back.ts';

/** Puts B2B export on the interface. */
export const wireB2b = (ports: B2bPorts): { register(app: Http): void } => ({
  register: (app) => {
    recognitionRoutes(app, ports);
    warehouseRoutes(app, ports);
    batchRoutes(app, ports);
    stockRoutes(app, ports);
    principalRoutes(app, ports);
    bulkRoutes(app, ports);
  },
});
