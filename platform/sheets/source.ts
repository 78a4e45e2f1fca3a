/** Where the bytes of a file lie; it is read from any place, more than once, and never held whole. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from one place up to another (not included), in pieces of any size. */
  read(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** A short stretch at once: never ask for more than a few thousand bytes or what a limit has bounded. */
export async function stretch(source: ByteSource, from: number, to: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.read(Math.max(0, from), Math.min(to, source.size))) pieces.push(piece);
  return Buffer.concat(pieces);
}
