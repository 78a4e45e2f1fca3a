import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import type { Queryable } from '#postgres';
import { messageContent } from '../storage/messages.ts';

const decompress = promisify(zstdDecompress);

/** The bytes of a message as they came; undefined where there is none of this sender under this number. */
export async function evidenceOf(
  database: Queryable,
  sender: string,
  messageId: string,
): Promise<Buffer | undefined> {
  const content = await messageContent(database, sender, messageId);
  return content && decompress(content);
}
