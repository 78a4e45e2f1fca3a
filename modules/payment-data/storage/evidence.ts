import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A text as it is kept: UTF-8, zstd. */
export async function packed(text: string): Promise<Buffer> {
  return compress(Buffer.from(text, 'utf8'));
}

export async function unpacked(bytes: Buffer): Promise<string> {
  return (await decompress(bytes)).toString('utf8');
}

/** SHA-256 of a text: two records of one number are the same when these are. */
export function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
