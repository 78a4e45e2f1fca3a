import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { Database } from '#postgres';
import type { ByteSource } from '#sheets';
import type { BulkFile } from '../storage/files.ts';
import { partAt } from '../storage/parts.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const quickly = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export const pack = (bytes: Uint8Array): Promise<Buffer> => compress(bytes, quickly);
export const unpack = (bytes: Uint8Array): Promise<Buffer> => decompress(bytes);

/** Bytes handed on at once: so many keep the thread for some milliseconds at most. */
const pieceBytes = 32_768;

/** The bytes of an uploaded file, part by part, and how far they have been read. */
export class UploadedContent implements ByteSource {
  readonly size: number;
  readonly #database: Database;
  readonly #file: BulkFile;
  #reached = 0;

  constructor(database: Database, file: BulkFile) {
    this.#database = database;
    this.#file = file;
    this.size = file.sizeBytes;
  }

  /** Place of the last byte that was read. */
  get reached(): number {
    return this.#reached;
  }

  async *read(from: number, to: number): AsyncGenerator<Buffer> {
    for (let place = from; place < Math.min(to, this.size); ) {
      const part = await partAt(this.#database, this.#file, place);
      const bytes = part && (await unpack(part.content)).subarray(place - part.start);
      if (!bytes || bytes.length === 0) throw new Error(`byte ${place} of ${this.#file.fileId} is missing`);
      for (let at = 0; at < bytes.length && place < to; ) {
        const piece = bytes.subarray(at, at + Math.min(pieceBytes, to - place));
        at += piece.length;
        place += piece.length;
        this.#reached = place;
        yield piece;
      }
    }
  }
}
