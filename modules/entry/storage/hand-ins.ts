import { type Client, type Queryable, statement } from '#postgres';

/** That somebody had a document handed in by hand. */
export interface HandIn {
  readonly orderNo: string;
  readonly guid: string;
  readonly root: string;
  readonly customsCode: string;
  /** Account, or key behind a session. */
  readonly by: string;
  readonly at: Date;
  readonly reason: string | undefined;
}

/** Writes it down, before the document goes; once, however often it is tried. */
export async function addHandIn(client: Client, handIn: HandIn): Promise<void> {
  const { orderNo, guid, root, customsCode, by, at, reason = null } = handIn;
  await client.run(
    `insert into entry.hand_in (order_no, guid, root, customs_code, handed_in_by, handed_in_at, reason)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (order_no, guid) do nothing`,
    [orderNo, guid, root, customsCode, by, at, reason],
  );
}

const ofOrder = statement(`select guid, root, customs_code as "customsCode", handed_in_by as by, reason
  from entry.hand_in where order_no = $1`);

/** Who had documents of an order handed in by hand, by their `guid`. */
export async function handInsOf(
  client: Queryable,
  orderNo: string,
): Promise<Map<string, Pick<HandIn, 'root' | 'customsCode' | 'by'> & { readonly reason: string | null }>> {
  const rows = await client.query<{
    guid: string;
    root: string;
    customsCode: string;
    by: string;
    reason: string | null;
  }>(ofOrder, [orderNo]);
  return new Map(rows.map(({ guid, ...rest }) => [guid, rest]));
}
