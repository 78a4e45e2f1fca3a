/** Why bytes are no photo that is taken: of another type, or not whole. */
export class PhotoFault extends Error {
  readonly why: 'type' | 'broken' | 'moving';

  constructor(why: PhotoFault['why'], message: string) {
    super(message);
    this.why = why;
  }
}

/** A piece of bytes that is told to be there and is not. */
export const brokenOff = (what: string): PhotoFault => new PhotoFault('broken', `${what} breaks off`);

/** Four letters that name a part. */
export const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
