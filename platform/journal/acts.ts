import { type Queryable, statement } from '#postgres';
import type { JournalEntry } from './journal.ts';

/** Which acts of people are asked for. */
export interface ActsWish {
  /** Beginning of a kind, e.g. `goods-`. */
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  /** In China, YYYY-MM-DD. */
  readonly day?: string | undefined;
  /** Only older ones. */
  readonly before?: { readonly at: string; readonly tx: string; readonly seq: string } | undefined;
  readonly limit: number;
}

export interface Act extends JournalEntry {
  readonly tx: string;
  readonly seq: string;
}

/** Leaves out what programs record, by the message or by the clock; in the words of the index `entry_act`, which is found by them. */
export const notByPrograms = `kind not like 'declaration-%' and kind not like 'payment-data-%' and kind not like 'export-%'
  and kind not in ('dispatch-lost', 'dispatch-failed', 'webhook-disabled', 'key-expiring', 'certificate-expiring', 'enterprise-expiry-near',
    'transit-alert-raised', 'tax-certificate-made', 'tax-due-soon', 'tax-overdue', 'guarantee-low', 'guarantee-lapsed', 'summary-due',
    'summary-overdue', 'summary-made', 'summary-empty', 'agency-link-down', 'display-overdue', 'parcel-identified', 'parcel-listed', 'gate-opened', 'gate-stopped')`;

const acts = statement(`
select tx::text as tx, seq::text as seq, at, kind, subject, body from journal.entry
where ${notByPrograms}
  and ($1::text is null or starts_with(kind, $1)) and ($2::text is null or subject = $2)
  and ($3::date is null or (at >= $3::date::timestamp at time zone 'Asia/Shanghai'
    and at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai'))
  and ($4::timestamptz is null or (at, journal.entry.tx, journal.entry.seq) < ($4, $5::xid8, $6::bigint))
order by at desc, journal.entry.tx desc, journal.entry.seq desc limit $7`);

/** What people have done, the newest first; not what programs decided or sent. */
export async function actsOf(client: Queryable, wish: ActsWish): Promise<Act[]> {
  const { kind, subject, day, before, limit } = wish;
  return client.query<Act>(acts, [
    ...[kind ?? null, subject ?? null, day ?? null],
    ...[before?.at ?? null, before?.tx ?? null, before?.seq ?? null, limit],
  ]);
}
