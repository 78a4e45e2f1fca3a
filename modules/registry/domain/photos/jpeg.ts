import { brokenOff, joined, PhotoFault } from './photo-parts.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
/** Baseline, extended and progressive: what browsers show. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
/** Tables of quantisation and Huffman codes, and the interval of restarts. */
const tables: readonly number[] = [0xdb, 0xc4, 0xdd];

interface Shape {
  readonly width: number;
  readonly height: number;
}

/** A JPEG of its frame, tables, scans and colours alone, and upright as before. @throws PhotoFault */
export function cleanJpeg(bytes: Uint8Array): Shape & { readonly bytes: Uint8Array } {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let shape: Shape | undefined;
  let turned = 1;
  let scanned = false;
  for (let at = 2; ; ) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) throw brokenOff('the JPEG');
    if (marker === EOI) break;
    const length = lengthAt(bytes, at + 2);
    const segment = bytes.subarray(at, at + 2 + length);
    if (segment.length < 2 + length) throw brokenOff('a segment of the JPEG');
    at += 2 + length;
    if (frames.includes(marker)) shape = shapeIn(segment, shape);
    else if (marker === APP1) turned = orientationIn(segment) ?? turned;
    else if (!tables.includes(marker) && marker !== SOS && !isColour(marker, segment)) {
      if (marker >= 0xc0 && marker <= 0xcf)
        throw new PhotoFault('type', 'a kind of JPEG that browsers do not show');
      continue;
    }
    if (marker === APP1) continue;
    if (marker !== SOS) {
      kept.push(segment);
      continue;
    }
    const end = endOfScan(bytes, at);
    kept.push(segment, bytes.subarray(at, end));
    scanned = true;
    at = end;
  }
  if (!shape || !scanned) throw new PhotoFault('broken', 'the JPEG holds no picture');
  if (turned !== 1) kept.splice(1, 0, upright(turned));
  const { width, height } = shape;
  const shown = turned >= 5 ? { width: height, height: width } : { width, height };
  return { ...shown, bytes: joined([...kept, Uint8Array.of(0xff, EOI)]) };
}

function lengthAt(bytes: Uint8Array, at: number): number {
  const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  if (length < 2) throw brokenOff('a segment of the JPEG');
  return length;
}

function shapeIn(segment: Uint8Array, before: Shape | undefined): Shape {
  const height = lengthOf(segment, 5);
  const width = lengthOf(segment, 7);
  if (before || width === 0 || height === 0) throw new PhotoFault('broken', 'the JPEG has no single frame');
  return { width, height };
}

const lengthOf = (segment: Uint8Array, at: number): number =>
  ((segment[at] ?? 0) << 8) | (segment[at + 1] ?? 0);

const holds = (segment: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => segment[4 + at] === letter.charCodeAt(0));

/** What says how the numbers are colours: JFIF without its small picture, a profile, Adobe's word on the transform. */
function isColour(marker: number, segment: Uint8Array): boolean {
  if (marker === APP0) return holds(segment, 'JFIF\0') && segment.length === 18;
  if (marker === APP2) return holds(segment, 'ICC_PROFILE\0');
  return marker === APP14 && holds(segment, 'Adobe');
}

/** Scans end with the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw brokenOff('a scan of the JPEG');
}

/** Tag 274 of the first directory: how the picture is turned, 1 to 8; undefined where it is not said. */
function orientationIn(segment: Uint8Array): number | undefined {
  if (!holds(segment, 'Exif\0\0')) return undefined;
  const tiff = segment.subarray(10);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  if (tiff.length < 14) return undefined;
  const first = view.getUint32(4, little);
  const entries = first + 2 <= tiff.length ? view.getUint16(first, little) : 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (view.getUint16(at, little) !== 274) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The least EXIF there is: how the picture is turned, and nothing else. */
function upright(orientation: number): Uint8Array {
  return Uint8Array.of(
    ...[0xff, APP1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  );
}
