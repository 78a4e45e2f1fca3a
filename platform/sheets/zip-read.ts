import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { sheetFault } from './sheet-fault.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { type ByteSource, stretch } from './source.ts';

interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  /** Where its header stands. */
  readonly at: number;
}

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const centralMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const mostComment = 65_535;
/** Bytes of the list of parts that are looked at: some 20,000 parts. */
const mostListBytes = 2 * 1024 * 1024;
/** What unfolds to less than this harms nobody, however small it was. */
const harmlessBytes = 1024 * 1024;

const damaged = (why: readonly [zh: string, en: string]) => sheetFault('SHEET-ZIP', '', why);
const cutShort = (): Error => damaged(['文件不完整', 'it ends too early']);

/** The parts of a zip file, read where they lie and unfolded as they are read, as far as the limits go. */
export class ZipReader {
  readonly #source: ByteSource;
  readonly #limits: SheetLimits;
  readonly #entries: ReadonlyMap<string, Entry>;
  #unfolded = 0;

  private constructor(source: ByteSource, limits: SheetLimits, entries: ReadonlyMap<string, Entry>) {
    this.#source = source;
    this.#limits = limits;
    this.#entries = entries;
  }

  /** @throws SheetFault when it is no whole zip file */
  static async open(source: ByteSource, limits: SheetLimits): Promise<ZipReader> {
    const tailAt = Math.max(0, source.size - endBytes - mostComment);
    const tail = await stretch(source, tailAt, source.size);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || tail.length - end < endBytes || tail.readUInt32LE(end) !== endMark) throw cutShort();
    let bytes = tail.readUInt32LE(end + 12);
    let at = tail.readUInt32LE(end + 16);
    const locator = end - 20;
    if (locator >= 0 && tail.readUInt32LE(locator) === locator64Mark) {
      const place = Number(tail.readBigUInt64LE(locator + 8));
      const record = await stretch(source, place, place + 56);
      if (record.length < 56 || record.readUInt32LE(0) !== end64Mark) throw cutShort();
      bytes = Number(record.readBigUInt64LE(40));
      at = Number(record.readBigUInt64LE(48));
    }
    if (bytes > mostListBytes) throw damaged(['其中的部分过多', 'it has too many parts']);
    if (at + bytes > source.size) throw cutShort();
    return new ZipReader(source, limits, entriesIn(await stretch(source, at, at + bytes)));
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  names(): Iterable<string> {
    return this.#entries.keys();
  }

  /** The bytes of a part. @throws SheetFault when it is not there, damaged, or unfolds beyond the limits */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damaged([`缺少 ${name}`, `${name} is missing`]);
    if (entry.encrypted) throw sheetFault('SHEET-LOCKED');
    if (entry.method !== 0 && entry.method !== 8)
      throw damaged([`${name} 的压缩方式不支持`, `${name} is packed in a way that is not read`]);
    const header = await stretch(this.#source, entry.at, entry.at + 30);
    if (header.length < 30 || header.readUInt32LE(0) !== localMark) throw cutShort();
    const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (from + entry.packed > this.#source.size) throw cutShort();
    const packed = this.#source.read(from, from + entry.packed);
    let bytes = 0;
    let sum = 0;
    for await (const piece of entry.method === 8 ? inflated(packed, name) : packed) {
      bytes += piece.length;
      this.#unfolded += piece.length;
      this.#requireBounded(name, bytes, entry.packed);
      sum = crc32(piece, sum);
      yield piece as Buffer;
    }
    if (sum !== entry.crc) throw damaged([`${name} 校验不符`, `${name} fails its check`]);
  }

  #requireBounded(name: string, bytes: number, packed: number): void {
    const { mostUnfolding, mostUnfoldedBytes } = this.#limits;
    if (this.#unfolded > mostUnfoldedBytes)
      throw sheetFault('SHEET-BOMB', name, [
        `超过 ${mostUnfoldedBytes} 字节`,
        `more than ${mostUnfoldedBytes} bytes`,
      ]);
    if (bytes > harmlessBytes && bytes > packed * mostUnfolding)
      throw sheetFault('SHEET-BOMB', name, [
        `${name} 展开超过 ${mostUnfolding} 倍`,
        `${name} grows more than ${mostUnfolding} times`,
      ]);
  }
}

/** Unpacks piece by piece; whoever stops reading stops the unpacking. */
async function* inflated(packed: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer> {
  const source = Readable.from(packed, { objectMode: true });
  const unpacking = createInflateRaw();
  source.on('error', (error) => unpacking.destroy(error));
  source.pipe(unpacking);
  try {
    for await (const piece of unpacking) yield piece as Buffer;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw damaged([`${name} 已损坏`, `${name} is damaged`]);
    throw error;
  } finally {
    source.destroy();
    unpacking.destroy();
  }
}

function entriesIn(list: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= list.length; ) {
    if (list.readUInt32LE(at) !== centralMark) throw damaged(['目录有误', 'its list of parts is not sound']);
    const nameBytes = list.readUInt16LE(at + 28);
    const extraBytes = list.readUInt16LE(at + 30);
    const name = list.toString('utf8', at + 46, at + 46 + nameBytes);
    const extra = list.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
    const sizes = largeSizes(extra, {
      unfolded: list.readUInt32LE(at + 24),
      packed: list.readUInt32LE(at + 20),
      place: list.readUInt32LE(at + 42),
    });
    entries.set(name.replaceAll('\\', '/').toLowerCase(), {
      method: list.readUInt16LE(at + 10),
      encrypted: (list.readUInt16LE(at + 8) & 1) === 1,
      crc: list.readUInt32LE(at + 16),
      packed: sizes.packed,
      at: sizes.place,
    });
    at += 46 + nameBytes + extraBytes + list.readUInt16LE(at + 32);
  }
  return entries;
}

const large = 0xffffffff;

/** Sizes that do not fit in four bytes stand in a field of their own, in this order. */
function largeSizes(extra: Buffer, sizes: { unfolded: number; packed: number; place: number }) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const told = { ...sizes };
    for (const name of ['unfolded', 'packed', 'place'] as const) {
      if (sizes[name] !== large || next + 8 > extra.length) continue;
      told[name] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
    return told;
  }
  return sizes;
}
