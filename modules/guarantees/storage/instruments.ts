import { type Client, type Queryable, statement } from '#postgres';

export type InstrumentKind = 'cash' | 'letter' | 'insurance';

/** A guarantee a guarantor gives. Amounts are decimal texts, CNY. */
export interface Instrument {
  readonly instrumentId: string;
  readonly guarantor: string;
  readonly kind: InstrumentKind;
  readonly paperNo: string;
  readonly issuer: string;
  readonly amount: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: 'proposed' | 'in-force' | 'rejected' | 'lapsed';
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly reason: string;
}

const COLUMNS = `instrument_id::text as "instrumentId", guarantor, kind, paper_no as "paperNo", issuer,
  trim_scale(amount)::text as amount, valid_from::text as "validFrom", valid_to::text as "validTo", state,
  proposed_by as "proposedBy", proposed_at as "proposedAt", settled_by as "settledBy", settled_at as "settledAt", reason`;

/** Writes a proposed guarantee. @returns whether there was none of its number */
export async function addInstrument(
  client: Queryable,
  one: Omit<Instrument, 'state' | 'settledBy' | 'settledAt' | 'reason'>,
): Promise<boolean> {
  const { instrumentId, guarantor, kind, paperNo, issuer, amount, validFrom, validTo } = one;
  const added = await client.run(
    `insert into guarantees.instrument (guarantor, instrument_id, kind, paper_no, issuer, amount, valid_from, valid_to,
       state, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9, $10) on conflict do nothing`,
    [
      ...[guarantor, instrumentId, kind, paperNo, issuer, amount, validFrom, validTo],
      ...[one.proposedBy, one.proposedAt],
    ],
  );
  return added === 1;
}

/** A guarantee, locked for the caller's transaction. */
export async function lockInstrument(client: Client, instrumentId: string): Promise<Instrument | undefined> {
  const [row] = await client.query<Instrument>(
    `select ${COLUMNS} from guarantees.instrument where instrument_id = $1 for update`,
    [instrumentId],
  );
  return row;
}

/** Says what became of a guarantee. */
export async function settleInstrument(
  client: Queryable,
  one: Pick<Instrument, 'guarantor' | 'instrumentId'>,
  settled: {
    readonly state: 'in-force' | 'rejected';
    readonly by: string;
    readonly at: Date;
    readonly reason: string;
  },
): Promise<void> {
  await client.run(
    `update guarantees.instrument set state = $3, settled_by = $4, settled_at = $5, reason = $6
     where guarantor = $1 and instrument_id = $2`,
    [one.guarantor, one.instrumentId, settled.state, settled.by, settled.at, settled.reason],
  );
}

/** Guarantees of a party or of the zone, the latest first, before one. */
export async function instrumentsPage(
  client: Queryable,
  wish: {
    readonly guarantor: string | undefined;
    readonly before: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<Instrument[]> {
  return client.query<Instrument>(
    `select ${COLUMNS} from guarantees.instrument where ($1::text is null or guarantor = $1)
       and ($2::timestamptz is null or (proposed_at, instrument_id) < ($2, $3::uuid))
     order by proposed_at desc, instrument_id desc limit $4`,
    [wish.guarantor ?? null, wish.before?.at ?? null, wish.before?.id ?? null, wish.limit],
  );
}

const lapse = statement(`
with over as (
  update guarantees.instrument set state = 'lapsed' where state = 'in-force' and valid_to < $1::date
  returning guarantor, amount, paper_no
)
update guarantees.account a set lapsing = a.lapsing + o.amount
from (select guarantor, sum(amount) as amount from over group by guarantor) as o where o.guarantor = a.guarantor
returning a.guarantor`);

/** Marks guarantees whose last day is before a day. @returns the guarantors they were of */
export async function markLapsed(client: Client, today: string): Promise<string[]> {
  return (await client.query<{ guarantor: string }>(lapse, [today])).map(({ guarantor }) => guarantor);
}

/** Guarantors whose lapsed guarantees can go out, wholly or in part. */
export async function lapsingFree(client: Queryable): Promise<string[]> {
  const rows = await client.query<{ guarantor: string }>(
    'select guarantor from guarantees.account where lapsing > 0 and available > 0 order by guarantor',
  );
  return rows.map(({ guarantor }) => guarantor);
}
