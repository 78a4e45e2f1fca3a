/** What a column may hold on its way through COPY; json goes in as its text. */
export type CopyValue = string | number | bigint | boolean | Date | Uint8Array | null | undefined;

/** Large enough that a write costs nothing a row, small enough to overlap with PostgreSQL's reading. */
const CHUNK_CHARACTERS = 64 * 1024;

const SPECIAL = /[\\\t\n\r]/;
const EVERY_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Rows in the text format of `COPY … FROM STDIN`, built up in chunks of some 64 K characters.
 * Append whole rows with `row`, or value by value with `add` and then `end`.
 */
export class CopyText {
  #text = '';
  #between = '';
  #chunks: Buffer[] = [];
  #rows = 0;

  /** Rows ended so far. */
  get rows(): number {
    return this.#rows;
  }

  row(values: readonly CopyValue[]): void {
    let line = '';
    let between = '';
    for (const value of values) {
      line += between + (typeof value === 'string' ? escapeText(value) : plainText(value));
      between = '\t';
    }
    this.#text += line;
    this.end();
  }

  /** Appends one value of the current row; columns come in the order given to COPY. */
  add(value: CopyValue): this {
    this.#text += this.#between + (typeof value === 'string' ? escapeText(value) : plainText(value));
    this.#between = '\t';
    return this;
  }

  /** Ends the current row. */
  end(): void {
    this.#text += '\n';
    this.#between = '';
    this.#rows += 1;
    if (this.#text.length >= CHUNK_CHARACTERS) this.#flush();
  }

  /** Appends whole rows that are COPY text already, each ended by a line feed. */
  lines(text: string, rows: number): void {
    this.#text += text;
    this.#rows += rows;
    if (this.#text.length >= CHUNK_CHARACTERS) this.#flush();
  }

  /** Hands over what is finished and starts anew; a row not yet ended must not be open. */
  take(): Buffer[] {
    if (this.#text !== '') this.#flush();
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#rows = 0;
    return chunks;
  }

  #flush(): void {
    this.#chunks.push(Buffer.from(this.#text, 'utf8'));
    this.#text = '';
  }
}

/** A text as it stands in one column of COPY's text format. */
export function escapeText(value: string): string {
  return SPECIAL.test(value) ? value.replace(EVERY_SPECIAL, (found) => ESCAPES[found] ?? found) : value;
}

function plainText(value: Exclude<CopyValue, string>): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
}
