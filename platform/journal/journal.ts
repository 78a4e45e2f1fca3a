import { type Client, CopyText, escapeText, type Queryable, statement } from '#postgres';

/** Something that happened, in the past tense, for whoever listens. */
export interface JournalEntry {
  readonly at: Date;
  /** e.g. `declaration-released` */
  readonly kind: string;
  /** What it happened to, e.g. a list's business key. */
  readonly subject: string;
  readonly body: object;
}

export interface ReadEntry extends JournalEntry {
  /** Give it back to read on from here. */
  readonly cursor: string;
}

/** Writes entries in the caller's transaction. */
export async function record(client: Client, entries: readonly JournalEntry[]): Promise<void> {
  const rows = new CopyText();
  for (const { at, kind, subject, body } of entries) {
    const line = `${at.toISOString()}\t${kind}\t${escapeText(subject)}\t${escapeText(JSON.stringify(body))}\n`;
    rows.lines(line, 1);
  }
  await client.copy('journal.entry', ['at', 'kind', 'subject', 'body'], rows);
}

// Below the oldest running transaction: one that started earlier and commits later can then not be skipped.
const after = statement(`
select tx || '.' || seq as cursor, at, kind, subject, body from journal.entry
where (tx, seq) > ($1::xid8, $2::bigint) and tx < pg_snapshot_xmin(pg_current_snapshot())
order by tx, seq limit $3`);

/** Entries after a cursor, in the order of their transactions. */
export async function entriesAfter(client: Queryable, cursor: string, limit: number): Promise<ReadEntry[]> {
  const [tx = '0', seq = '0'] = cursor.split('.');
  return client.query<ReadEntry>(after, [tx, seq, limit]);
}

/** Number of the transaction that recorded the newest entry; 0 when there is none. */
export async function newestTransaction(client: Queryable): Promise<bigint> {
  const rows = await client.query<{ tx: string }>(
    'select tx::text as tx from journal.entry order by journal.entry.tx desc limit 1',
  );
  return BigInt(rows[0]?.tx ?? '0');
}

/** The cursor of now: reading on from it gives only what is recorded later. */
export async function latestCursor(client: Queryable): Promise<string> {
  const rows = await client.query<{ tx: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as tx',
  );
  return `${rows[0]?.tx ?? '0'}.0`;
}
