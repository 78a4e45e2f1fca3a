import { standingsSeen } from '#clearance';
import type { StoredHead } from '#documents';
import { type DocumentHandler, type StoredDocument, standingOnFile } from '#exchange';
import type { Readers } from '#postgres';

/** What is on file under a key and what may still be done with it, looked at and not held. @param key as its table makes it */
export async function standingOfDocument(
  database: Readers,
  { table, root }: DocumentHandler,
  orderNo: string,
  key: string,
): Promise<(StoredDocument & Pick<StoredHead, 'parties'>) | undefined> {
  const stored = (await database.transaction((client) => table.seen(client, [orderNo]))).get(key);
  if (!stored) return undefined;
  const lists = await standingsSeen(database, [orderNo]);
  const ofPapers = [...lists.values()].includes('locked') ? ('locked' as const) : undefined;
  const standing = root === 'CEB621Message' ? lists.get(key) : ofPapers;
  return { ...stored, standing: standingOnFile(stored, standing) };
}
