/** One value read from DER. */
export interface DerValue {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its tag and length. */
  readonly whole: Uint8Array;
}

/** The values that follow one another in DER bytes. Throws RangeError where the bytes are not that. */
export function derValues(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = [];
  let at = 0;
  while (at < bytes.length) {
    const [from, length] = contentAt(bytes, at + 1);
    const end = from + length;
    if (end > bytes.length) throw new RangeError('A value in DER is cut off.');
    values.push({
      tag: bytes[at] ?? 0,
      content: bytes.subarray(from, end),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return values;
}

function contentAt(bytes: Uint8Array, at: number): [from: number, length: number] {
  const first = bytes[at] ?? 0xff;
  if (first < 0x80) return [at + 1, first];
  const count = first & 0x7f;
  if (count === 0 || count > 4)
    throw new RangeError('A value is not in DER: its length is open or too long.');
  let length = 0;
  for (let place = 1; place <= count; place++) length = length * 256 + (bytes[at + place] ?? 0);
  return [at + 1 + count, length];
}

/** The values inside a value at a place, which has to have the tag. */
export function inside(values: readonly DerValue[], place: number, tag: number): DerValue[] {
  return derValues(contentOf(values, place, tag));
}

/** Content of a value at a place, which has to have the tag. */
export function contentOf(values: readonly DerValue[], place: number, tag: number): Uint8Array {
  const value = values[place];
  if (value?.tag !== tag)
    throw new RangeError(`A value with the tag ${tag.toString(16)} is expected in DER.`);
  return value.content;
}

/** Dotted form of an object identifier. */
export function dotted(content: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** A small whole number; counts of rounds and the like. */
export function smallWhole(content: Uint8Array): number {
  if (content.length > 5) throw new RangeError('A number in DER is too large.');
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

export const SEQUENCE = 0x30;
export const OCTETS = 0x04;
export const IDENTIFIER = 0x06;
export const INTEGER = 0x02;
