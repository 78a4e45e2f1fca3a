import { type Client, type Queryable, statement } from '#postgres';

/** What became of goods that came back. */
export interface Disposition {
  readonly dispositionId: string;
  readonly gnum: number;
  readonly kind: 'resale' | 'ship-back' | 'destruction';
  readonly quantity: string;
  readonly paper: string;
  readonly note: string;
  readonly at: Date;
}

interface Key {
  readonly orderNo: string;
  readonly returnNo: string;
}

/** Writes down what became of goods; more than came back the database refuses (23514). */
export async function addDisposition(
  client: Client,
  { orderNo, returnNo }: Key,
  { dispositionId, gnum, kind, quantity, paper, note, at }: Disposition,
  byWhom: string,
): Promise<void> {
  await client.run(
    `insert into returns.disposition (order_no, return_no, disposition_id, gnum, kind, quantity, paper, note, at, by_whom)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [orderNo, returnNo, dispositionId, gnum, kind, quantity, paper, note, at, byWhom],
  );
  await client.run(
    'update returns.line set disposed = disposed + $4 where order_no = $1 and return_no = $2 and gnum = $3',
    [orderNo, returnNo, gnum, quantity],
  );
}

const ofReturn =
  statement(`select disposition_id as "dispositionId", gnum, kind, trim_scale(quantity)::text as quantity, paper,
  note, at from returns.disposition where order_no = $1 and return_no = $2 order by seq`);

/** What became of the goods of a return, the first first. */
export async function dispositionsOf(client: Queryable, { orderNo, returnNo }: Key): Promise<Disposition[]> {
  return client.query<Disposition>(ofReturn, [orderNo, returnNo]);
}
