import type { Client } from '#postgres';
import { clearContent } from './files.ts';

/** Removes what is past its time, some at once, with all that belongs to it; how many. */
export async function removePast(
  client: Client,
  before: { readonly uploads: Date; readonly others: Date },
  most: number,
): Promise<number> {
  const past = await client.query<{ code: string; id: string }>(
    `select customs_code as code, file_id as id from bulk.file
     where (changed_at < $1 and state = 'uploading') or (changed_at < $2 and state in ('read', 'done', 'unreadable', 'cancelled'))
     order by changed_at limit $3 for update skip locked`,
    [before.uploads, before.others, most],
  );
  for (const { code, id } of past) {
    await clearContent(client, { customsCode: code, fileId: id });
    await client.run('delete from bulk.bad_document where customs_code = $1 and file_id = $2', [code, id]);
    await client.run('delete from bulk.file where customs_code = $1 and file_id = $2', [code, id]);
  }
  return past.length;
}
