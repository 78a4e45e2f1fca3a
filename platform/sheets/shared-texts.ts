import { sheetFault } from './sheet-fault.ts';
import { readXml } from './xml-events.ts';

const page = 1024 * 1024;

/**
 * The texts a workbook keeps apart from its cells, as bytes one after the other: a million of them take little more
 * room than they have letters.
 */
export class SharedTexts {
  #bytes: Buffer = Buffer.alloc(0);
  #used = 0;
  #ends: Uint32Array = new Uint32Array(1024);
  #count = 0;
  readonly #mostBytes: number;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** @throws SheetFault when they take more room than they may */
  static async read(
    pieces: AsyncIterable<Uint8Array>,
    part: string,
    mostBytes: number,
  ): Promise<SharedTexts> {
    const texts = new SharedTexts(mostBytes);
    let text = '';
    let inText = false;
    // Readings of Chinese characters (rPh) stand beside the text and are none of it.
    let aside = false;
    const reading = readXml(pieces, part, {
      open: (name) => {
        if (name === 'si') text = '';
        else if (name === 'rPh') aside = true;
        inText = name === 't' && !aside;
      },
      text: (more) => {
        if (inText) text += more;
      },
      close: (name) => {
        inText = false;
        if (name === 'rPh') aside = false;
        else if (name === 'si') texts.#add(text);
      },
    });
    for await (const _ of reading);
    return texts;
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    return this.#bytes.toString('utf8', from, this.#ends[index]);
  }

  #add(text: string): void {
    const room = Buffer.byteLength(text);
    // Four bytes stand for the place of each.
    if (this.#used + room + 4 * this.#count > this.#mostBytes)
      throw sheetFault('SHEET-TEXTS', '', [
        `超过 ${this.#mostBytes} 字节`,
        `more than ${this.#mostBytes} bytes`,
      ]);
    if (this.#used + room > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(this.#used + room, this.#bytes.length * 2, page));
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    if (this.#count === this.#ends.length) {
      const grown = new Uint32Array(this.#ends.length * 2);
      grown.set(this.#ends);
      this.#ends = grown;
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    this.#ends[this.#count] = this.#used;
    this.#count += 1;
  }
}
