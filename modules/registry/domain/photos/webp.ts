import { brokenOff, joined, nameAt, PhotoFault } from './photo-parts.ts';

const HEAD = 12;
const ICC = 0x20;
const ALPHA = 0x10;
const MOVES = 0x02;

interface Shape {
  readonly width: number;
  readonly height: number;
}

/** A WebP of its picture, its transparency and its colours alone. @throws PhotoFault */
export function cleanWebp(bytes: Uint8Array): Shape & { readonly bytes: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) throw brokenOff('the WebP');
  const pieces: Uint8Array[] = [];
  let shape: Shape | undefined;
  let pictures = 0;
  for (let at = HEAD; at < end; ) {
    if (at + 8 > end) throw brokenOff('the WebP');
    const name = nameAt(bytes, at);
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > end) throw brokenOff(`${name.trim()} of the WebP`);
    const chunk = bytes.subarray(at, at + 8 + size);
    at += 8 + size + (size % 2);
    const own = shapeIn(name, chunk);
    if (own && name !== 'VP8X') pictures += 1;
    // The extended head speaks of the whole; without it the picture does.
    shape ??= own;
    if (name === 'VP8X') pieces.push(extended(chunk));
    else if (own || name === 'ALPH' || name === 'ICCP') pieces.push(padded(chunk));
  }
  if (!shape || pictures !== 1) throw new PhotoFault('broken', 'the WebP holds no single picture');
  const content = joined(pieces);
  const head = bytes.slice(0, HEAD);
  new DataView(head.buffer).setUint32(4, 4 + content.length, true);
  return { ...shape, bytes: joined([head, content]) };
}

/** Width and height where a chunk tells them. */
function shapeIn(name: string, chunk: Uint8Array): Shape | undefined {
  const at = (place: number): number => chunk[8 + place] ?? 0;
  if (name === 'VP8X')
    return {
      width: 1 + (at(4) | (at(5) << 8) | (at(6) << 16)),
      height: 1 + (at(7) | (at(8) << 8) | (at(9) << 16)),
    };
  if (name === 'VP8 ') {
    if (at(3) !== 0x9d || at(4) !== 0x01 || at(5) !== 0x2a) throw brokenOff('the picture of the WebP');
    return { width: (at(6) | (at(7) << 8)) & 0x3fff, height: (at(8) | (at(9) << 8)) & 0x3fff };
  }
  if (name === 'VP8L') {
    if (at(0) !== 0x2f) throw brokenOff('the picture of the WebP');
    const bits = at(1) | (at(2) << 8) | (at(3) << 16) | (at(4) << 24);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return undefined;
}

/** The extended head with the marks of what is left behind taken out. */
function extended(chunk: Uint8Array): Uint8Array {
  const head = chunk.slice();
  const flags = head[8] ?? 0;
  if (flags & MOVES) throw new PhotoFault('moving', 'the WebP moves');
  head[8] = flags & (ICC | ALPHA);
  return padded(head);
}

/** Chunks have an even length. */
const padded = (chunk: Uint8Array): Uint8Array =>
  chunk.length % 2 === 0 ? chunk : joined([chunk, Uint8Array.of(0)]);
