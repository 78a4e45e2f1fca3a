import type { Queryable } from '#postgres';

/** An overseas warehouse as its exporter has filed it. */
export interface Warehouse {
  readonly enterprise: string;
  readonly warehouseNo: string;
  readonly name: string;
  readonly operator: string;
  readonly tenure: 'own' | 'leased' | 'third-party' | 'platform';
  readonly country: string;
  readonly city: string;
  readonly address: string;
  /** Square metres, decimal text. */
  readonly areaM2: string;
  readonly contractNo: string;
  readonly contractFrom: string;
  readonly contractTo: string;
  readonly registrationNo: string | null;
  readonly closedOn: string | null;
}

const COLUMNS = `enterprise, warehouse_no as "warehouseNo", name, operator, tenure, country, city, address,
  trim_scale(area_m2)::text as "areaM2", contract_no as "contractNo", contract_from::text as "contractFrom",
  contract_to::text as "contractTo", registration_no as "registrationNo", closed_on::text as "closedOn"`;

/** Files a warehouse. @returns whether there was none of its number */
export async function addWarehouse(
  client: Queryable,
  warehouse: Warehouse,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { enterprise, warehouseNo, name, operator, tenure, country, city, address } = warehouse;
  const { areaM2, contractNo, contractFrom, contractTo, registrationNo } = warehouse;
  const added = await client.run(
    `insert into b2b.warehouse (enterprise, warehouse_no, name, operator, tenure, country, city, address, area_m2,
       contract_no, contract_from, contract_to, registration_no, filed_at, filed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
    [
      ...[enterprise, warehouseNo, name, operator, tenure, country, city, address, areaM2],
      ...[contractNo, contractFrom, contractTo, registrationNo, at, by],
    ],
  );
  return added === 1;
}

/** Closes a warehouse. @returns whether it was open */
export async function closeWarehouse(
  client: Queryable,
  { enterprise, warehouseNo }: Pick<Warehouse, 'enterprise' | 'warehouseNo'>,
  on: string,
): Promise<boolean> {
  const closed = await client.run(
    `update b2b.warehouse set closed_on = $3, revision = revision + 1
     where enterprise = $1 and warehouse_no = $2 and closed_on is null`,
    [enterprise, warehouseNo, on],
  );
  return closed === 1;
}

export async function warehouseOf(
  client: Queryable,
  enterprise: string,
  warehouseNo: string,
): Promise<Warehouse | undefined> {
  const [row] = await client.query<Warehouse>(
    `select ${COLUMNS} from b2b.warehouse where enterprise = $1 and warehouse_no = $2`,
    [enterprise, warehouseNo],
  );
  return row;
}

/** A warehouse with what lies in it, in how many batches. */
export interface WarehouseRow extends Warehouse {
  readonly batches: number;
  /** Lines of goods with something still there. */
  readonly linesThere: number;
}

/** Warehouses in the order of exporter and number, after one; of one exporter where it is named. */
export async function warehousesPage(
  client: Queryable,
  wish: {
    readonly enterprise: string | undefined;
    readonly after: readonly [enterprise: string, warehouseNo: string];
    readonly limit: number;
  },
): Promise<WarehouseRow[]> {
  return client.query<WarehouseRow>(
    `select ${COLUMNS},
       (select count(*)::int from b2b.batch b where b.enterprise = w.enterprise and b.warehouse_no = w.warehouse_no
        and b.state <> 'cancelled') as batches,
       (select count(*)::int from b2b.batch b join b2b.stock s using (enterprise, batch_no)
        where b.enterprise = w.enterprise and b.warehouse_no = w.warehouse_no and s.place = 'warehouse' and s.quantity > 0) as "linesThere"
     from b2b.warehouse w
     where ($1::text is null or enterprise = $1) and (enterprise, warehouse_no) > ($2, $3)
     order by enterprise, warehouse_no limit $4`,
    [wish.enterprise ?? null, ...wish.after, wish.limit],
  );
}
