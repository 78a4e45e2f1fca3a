import { Problem } from '#http';
import { record } from '#journal';
import {
  addWarehouse,
  closeWarehouse,
  type Warehouse,
  warehouseOf,
  warehousesPage,
} from '../storage/warehouses.ts';
import { checkCodes } from './codes.ts';
import type { B2bPorts, Doer } from './ports.ts';
import { noWarehouse } from './refusals.ts';

export type { Warehouse };

/** A warehouse as its exporter files it. */
export type WarehouseWish = Omit<Warehouse, 'enterprise' | 'closedOn' | 'registrationNo'> & {
  readonly registrationNo?: string | undefined;
};

/** Files an overseas warehouse. @throws Problem 409 where its number is taken, 422 for codes of no list */
export async function fileWarehouse(ports: B2bPorts, by: Doer, wish: WarehouseWish): Promise<Warehouse> {
  checkCodes(ports, [{ list: 'country', code: wish.country, path: 'country' }]);
  const { registrationNo = null, ...plain } = wish;
  const warehouse: Warehouse = { ...plain, enterprise: by.customsCode, registrationNo, closedOn: null };
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    if (!(await addWarehouse(client, warehouse, { by: by.id, at })))
      throw new Problem(409, 'WAREHOUSE-NUMBER-TAKEN', {
        zh: `海外仓编号 ${wish.warehouseNo} 已被使用`,
        en: `There is an overseas warehouse ${wish.warehouseNo} already`,
      });
    const { country, city, operator } = warehouse;
    await record(client, [
      {
        ...{ at, kind: 'warehouse-filed', subject: `${by.customsCode}/${wish.warehouseNo}` },
        body: { recipient: by.customsCode, warehouseNo: wish.warehouseNo, country, city, operator },
      },
    ]);
  });
  return warehouse;
}

/** Closes a warehouse for new bookings; what lies there is still told of. @throws Problem 404, 409 where it is closed */
export async function endWarehouse(ports: B2bPorts, by: Doer, warehouseNo: string): Promise<Warehouse> {
  const at = ports.now();
  const key = { enterprise: by.customsCode, warehouseNo };
  return ports.database.transaction(async (client) => {
    const closed = await closeWarehouse(client, key, ports.today());
    const warehouse = await warehouseOf(client, by.customsCode, warehouseNo);
    if (!warehouse) throw noWarehouse(warehouseNo);
    if (!closed)
      throw new Problem(409, 'WAREHOUSE-CLOSED', {
        zh: `海外仓 ${warehouseNo} 已停用`,
        en: `The overseas warehouse ${warehouseNo} is closed`,
      });
    await record(client, [
      {
        ...{ at, kind: 'warehouse-closed', subject: `${by.customsCode}/${warehouseNo}` },
        body: { recipient: by.customsCode, warehouseNo },
      },
    ]);
    return warehouse;
  });
}

export const warehousesAfter = (ports: B2bPorts, wish: Parameters<typeof warehousesPage>[1]) =>
  warehousesPage(ports.database.readers, wish);
