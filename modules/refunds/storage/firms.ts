import { type Queryable, statement } from '#postgres';

/** What decides the tax of an exporter. */
export interface FirmFacts {
  readonly kind: 'trader' | 'factory';
  readonly generalTaxpayer: boolean;
  /** Of its filing for export refund; null where it is not filed. */
  readonly refundFilingNo: string | null;
  readonly zoneRegistered: boolean;
  readonly smallFirm: boolean;
}

export interface FirmRow extends FirmFacts {
  readonly ebcCode: string;
  readonly toldAt: Date;
  readonly confirmedAt: Date | null;
}

const COLUMNS = `ebc_code as "ebcCode", kind, general_taxpayer as "generalTaxpayer", refund_filing_no as "refundFilingNo",
  zone_registered as "zoneRegistered", small_firm as "smallFirm", told_at as "toldAt", confirmed_at as "confirmedAt"`;

const tell = statement(`
insert into refunds.firm as f (ebc_code, kind, general_taxpayer, refund_filing_no, zone_registered, small_firm, told_at, told_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (ebc_code) do update set kind = excluded.kind, general_taxpayer = excluded.general_taxpayer,
  refund_filing_no = excluded.refund_filing_no, zone_registered = excluded.zone_registered, small_firm = excluded.small_firm,
  told_at = excluded.told_at, told_by = excluded.told_by, confirmed_at = null, confirmed_by = null
where (f.kind, f.general_taxpayer, f.zone_registered, f.small_firm) is distinct from
  (excluded.kind, excluded.general_taxpayer, excluded.zone_registered, excluded.small_firm)
  or f.refund_filing_no is distinct from excluded.refund_filing_no`);

/** Writes down what an exporter tells of itself; told anew alike it stays confirmed. */
export async function tellFirm(
  client: Queryable,
  ebcCode: string,
  facts: FirmFacts,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const { kind, generalTaxpayer, refundFilingNo, zoneRegistered, smallFirm } = facts;
  await client.run(tell, [
    ...[ebcCode, kind, generalTaxpayer, refundFilingNo, zoneRegistered, smallFirm, at, by],
  ]);
}

const confirm = statement(`
update refunds.firm set confirmed_at = coalesce(confirmed_at, $2), confirmed_by = coalesce(confirmed_by, $3)
where ebc_code = $1 and told_at = $4 returning ${COLUMNS}`);

/** Confirms what an exporter told at that moment; undefined where it has told something else since. */
export async function confirmFirm(
  client: Queryable,
  ebcCode: string,
  toldAt: Date,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<FirmRow | undefined> {
  const [row] = await client.query<FirmRow>(confirm, [ebcCode, at, by, toldAt]);
  return row;
}

const one = statement(`select ${COLUMNS} from refunds.firm where ebc_code = $1`);

export async function firmOf(client: Queryable, ebcCode: string): Promise<FirmRow | undefined> {
  const [row] = await client.query<FirmRow>(one, [ebcCode]);
  return row;
}

const page = statement(`
select ${COLUMNS} from refunds.firm where ($1::text is null or ebc_code = $1) and ebc_code > $2 order by ebc_code limit $3`);

export const firmsPage = (
  client: Queryable,
  wish: { readonly party: string | undefined; readonly after: string; readonly limit: number },
): Promise<FirmRow[]> => client.query<FirmRow>(page, [wish.party ?? null, wish.after, wish.limit]);
