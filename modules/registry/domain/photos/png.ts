import { brokenOff, joined, nameAt, PhotoFault } from './photo-parts.ts';

const SIGNATURE = 8;
/** What makes the picture and its colours; texts, times, places and further frames are left behind. */
const kept: readonly string[] = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'],
];

/** A PNG of its picture and colours alone. @throws PhotoFault */
export function cleanPng(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, SIGNATURE)];
  let shape: { readonly width: number; readonly height: number } | undefined;
  let picture = false;
  for (let at = SIGNATURE; ; ) {
    if (at + 12 > bytes.length) throw brokenOff('the PNG');
    const size = view.getUint32(at);
    const name = nameAt(bytes, at + 4);
    const end = at + 12 + size;
    if (end > bytes.length) throw brokenOff(`${name} of the PNG`);
    if (checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4))
      throw new PhotoFault('broken', `${name} of the PNG is damaged`);
    if (name === 'acTL') throw new PhotoFault('moving', 'the PNG moves');
    // The first chunk, and no other, says how large it is.
    if ((name === 'IHDR') !== (shape === undefined))
      throw new PhotoFault('broken', 'the PNG has no single head');
    if (name === 'IHDR') shape = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    picture ||= name === 'IDAT';
    if (kept.includes(name)) pieces.push(bytes.subarray(at, end));
    else if (/^[A-Z]/.test(name)) throw new PhotoFault('broken', `the PNG has a part ${name}`);
    if (name === 'IEND') break;
    at = end;
  }
  if (!shape || shape.width === 0 || shape.height === 0 || !picture)
    throw new PhotoFault('broken', 'the PNG holds no picture');
  return { ...shape, bytes: joined(pieces) };
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
