/** Puts a text together from stretches of a source and from other bytes, and copies it once. */
export class Pieces {
  private readonly source: Uint8Array;
  private readonly list: Uint8Array[] = [];
  private length = 0;
  private begun = 0;

  constructor(source: Uint8Array) {
    this.source = source;
  }

  /** The next stretch of the source begins here. */
  from(at: number): void {
    this.begun = at;
  }

  /** The stretch begun last ends before here. */
  until(at: number): void {
    this.write(this.source.subarray(this.begun, at));
  }

  write(bytes: Uint8Array): void {
    this.list.push(bytes);
    this.length += bytes.length;
  }

  /** The stretches one after the other, none of them copied. */
  get parts(): readonly Uint8Array[] {
    return this.list;
  }

  joined(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.list) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
