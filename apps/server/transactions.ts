import { newestReceiptTransaction } from '#exchange';
import { newestTransaction } from '#journal';
import { type Database, OperatorError } from '#postgres';

/**
 * Receipts and journal entries are read in the order of their transactions. In a database restored on another
 * server those numbers may lie ahead of it: old receipts would not be shown, and new ones stand before the
 * cursors of their readers. The way out is to let the server count on; no row and no cursor changes.
 * @throws OperatorError with the statement to run
 */
export async function requireTransactionsAhead(database: Database): Promise<void> {
  const written = [await newestReceiptTransaction(database), await newestTransaction(database)];
  const [row] = await database.query<{ next: string }>(
    'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
  );
  const next = BigInt(row?.next ?? '0');
  const [newest] = written.filter((transaction) => transaction >= next).sort((a, b) => (a < b ? 1 : -1));
  if (newest === undefined) return;
  const statement = countOn(newest);
  throw new OperatorError({
    zh: `此数据库由别处恢复而来：回执的事务号已到 ${newest}，本服务器才到 ${next}，回执会读不到。请用 psql 在此数据库执行：${statement}`,
    en: `This database was restored from another server: its receipts go up to transaction ${newest}, this server is at ${next}, and readers would miss receipts. Run in it with psql: ${statement}`,
  });
}

/** Uses up transaction numbers until the server has passed this one. */
export const countOn = (transaction: bigint): string =>
  `do $$ begin while pg_current_xact_id() <= '${transaction}'::xid8 loop commit; end loop; end $$;`;
