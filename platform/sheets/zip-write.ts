import { once } from 'node:events';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly at: number;
}

/** Largest place and size that four bytes can tell. */
const mostBytes = 0xffffffff;
/** 1980-01-01 00:00: the same content gives the same file. */
const dosDate = 0x0021;
const sizesFollow = 0x0008;
const utf8Names = 0x0800;

/** A part of a zip file: its name, and its text in pieces. */
export interface ZipPart {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

/**
 * A zip file, given out as its parts are made: sizes stand behind each part, so nothing is held.
 * @throws RangeError when it grows beyond 4 GiB
 */
export async function* writeZip(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const header = localHeader(name);
    yield header;
    const sums = { crc: 0, packed: 0, bytes: 0 };
    for await (const piece of packed(part.text, sums)) yield piece;
    const behind = Buffer.alloc(16);
    behind.writeUInt32LE(0x08074b50, 0);
    writeSums(behind, 4, sums);
    yield behind;
    written.push({ name, at, ...sums });
    at += header.length + sums.packed + behind.length;
    if (at > mostBytes || sums.bytes > mostBytes)
      throw new RangeError('a zip file beyond 4 GiB is not written');
  }
  const list = written.map(centralHeader);
  const listBytes = list.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(listBytes, 12);
  end.writeUInt32LE(at, 16);
  yield Buffer.concat([...list, end]);
}

async function* packed(
  text: ZipPart['text'],
  sums: { crc: number; packed: number; bytes: number },
): AsyncGenerator<Buffer> {
  const packing = createDeflateRaw({ level: 6 });
  const source = Readable.from(counted(text, sums), { objectMode: false });
  source.on('error', (error) => packing.destroy(error));
  source.pipe(packing);
  try {
    for await (const piece of packing) {
      sums.packed += piece.length;
      yield piece as Buffer;
    }
  } finally {
    source.destroy();
    if (!packing.closed) {
      packing.destroy();
      await once(packing, 'close').catch(() => undefined);
    }
  }
}

async function* counted(text: ZipPart['text'], sums: { crc: number; bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    sums.crc = crc32(bytes, sums.crc);
    sums.bytes += bytes.length;
    yield bytes;
  }
}

function writeSums(
  to: Buffer,
  at: number,
  { crc, packed, bytes }: Pick<Written, 'crc' | 'packed' | 'bytes'>,
): void {
  to.writeUInt32LE(crc, at);
  to.writeUInt32LE(packed, at + 4);
  to.writeUInt32LE(bytes, at + 8);
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(sizesFollow | utf8Names, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(dosDate, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralHeader({ name, at, ...sums }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(sizesFollow | utf8Names, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(dosDate, 14);
  writeSums(header, 16, sums);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(at, 42);
  return Buffer.concat([header, name]);
}
