import { type Queryable, statement } from '#postgres';

/** Somebody was shown personal data in full. */
export interface Showing {
  readonly kind: 'list' | 'payment-record' | 'own-data' | 'correction';
  readonly ebpCode: string;
  /** Order number of a list, transaction number of a payment record. */
  readonly number: string;
  readonly at: Date;
  /** Digests of the persons shown, as in their papers. */
  readonly persons: readonly string[];
  /** Customs codes of the enterprises whose papers were shown. */
  readonly parties: readonly string[];
  /** Which papers: order, payment, waybill, declaration, payment-record. */
  readonly papers: readonly string[];
  /** Of the account or key. */
  readonly readerId: string;
  readonly role: string;
  /** Customs code of an enterprise; agency and office of an officer. */
  readonly reader: string;
  /** Network address the request came from. */
  readonly address: string;
  readonly reason: string;
}

const add = statement(`
insert into persons.showing (number, kind, ebp_code, shown_at, persons, parties, papers, reader_id, role, reader, address, reason)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`);

/** Notes a showing; to be awaited before anything is shown. */
export async function noteShowing(client: Queryable, showing: Showing): Promise<void> {
  const { number, kind, ebpCode, at, persons, parties, papers, readerId, role, reader, address, reason } =
    showing;
  await client.run(add, [
    ...[number, kind, ebpCode, at, persons, parties, papers],
    ...[readerId, role, reader, address, reason],
  ]);
}

export interface ShowingWish {
  /** Only of papers of this enterprise. */
  readonly party?: string | undefined;
  /** Only of this person. */
  readonly person?: string | undefined;
  readonly number?: string | undefined;
  /** Only older ones. */
  readonly before?: { readonly at: string; readonly number: string; readonly seq: string } | undefined;
  readonly limit: number;
}

export type KeptShowing = Omit<Showing, 'persons' | 'parties'> & { readonly seq: string };

const page = statement(`
select number, seq::text as seq, kind, ebp_code as "ebpCode", shown_at as at, papers, reader_id as "readerId", role, reader,
  address, reason
from persons.showing
where ($1::text is null or parties @> array[$1]) and ($2::text is null or persons @> array[$2])
  and ($3::text is null or number = $3)
  and ($4::timestamptz is null or (shown_at, number, seq) < ($4, $5::text, $6::bigint))
order by shown_at desc, number desc, seq desc limit $7`);

/** Showings, the latest first. */
export async function showingsOf(client: Queryable, wish: ShowingWish): Promise<KeptShowing[]> {
  const { before } = wish;
  return client.query<KeptShowing>(page, [
    ...[wish.party ?? null, wish.person ?? null, wish.number ?? null],
    ...[before?.at ?? null, before?.number ?? null, before?.seq ?? null, wish.limit],
  ]);
}
