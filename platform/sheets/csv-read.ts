import { sheetFault } from './sheet-fault.ts';
import type { SheetLimits } from './sheet-limits.ts';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const separators = [',', ';', '\t'] as const;
/** How far the first line is looked at for its separator. */
const lookedAt = 65_536;
/** Characters of a row at most, for each cell it may have on average: a row of cells that are all at their limit is none. */
const mostRowCharacters = 1_048_576;

/** One record, whole or not yet. */
interface Record {
  readonly cells: string[];
  readonly next: number;
}

/** Reads records from text that comes in pieces; what a piece leaves unfinished waits for the next. */
export class CsvReader {
  readonly #limits: SheetLimits;
  #separator: number | undefined;
  #rest = '';
  #line = 1;
  /** Of the record being read: in quotes when the text ended. */
  #open = false;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  /** The records that have become whole. */
  write(text: string): string[][] {
    return this.#read(this.#rest + text, false);
  }

  end(): string[][] {
    const records = this.#read(this.#rest, true);
    if (this.#rest !== '')
      throw sheetFault('SHEET-QUOTE', `line ${this.#line}`, [
        `第 ${this.#line} 行起`,
        `it begins in line ${this.#line}`,
      ]);
    return records;
  }

  #read(text: string, last: boolean): string[][] {
    const records: string[][] = [];
    let from = 0;
    if (this.#separator === undefined) {
      if (!last && text.length < lookedAt && !text.includes('\n')) {
        this.#rest = text;
        return records;
      }
      from = this.#findSeparator(text);
    }
    while (from < text.length) {
      const record = this.#record(text, from, last);
      if (!record) break;
      records.push(record.cells);
      this.#countLines(text, from, record.next);
      from = record.next;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > mostRowCharacters)
      throw sheetFault(this.#open ? 'SHEET-QUOTE' : 'SHEET-CELL', `line ${this.#line}`, [
        `第 ${this.#line} 行起`,
        `it begins in line ${this.#line}`,
      ]);
    return records;
  }

  /** By `sep=;` as spreadsheet programs write it, else the one the first line has most of outside quotes. */
  #findSeparator(text: string): number {
    const told = /^sep=(.)\r?\n/.exec(text);
    if (told?.[1]) {
      this.#separator = told[1].charCodeAt(0);
      this.#line = 2;
      return told[0].length;
    }
    const end = text.indexOf('\n');
    const line = text.slice(0, end < 0 ? lookedAt : end).replaceAll(/"[^"]*"?/g, '');
    const counts = separators.map((one) => line.split(one).length);
    const best = counts.indexOf(Math.max(...counts));
    this.#separator = (separators[best] ?? ',').charCodeAt(0);
    return 0;
  }

  #countLines(text: string, from: number, to: number): void {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
      this.#line += 1;
  }

  #record(text: string, from: number, last: boolean): Record | undefined {
    const separator = this.#separator ?? 0;
    const cells: string[] = [];
    let at = from;
    for (;;) {
      let value = '';
      if (text.charCodeAt(at) === QUOTE) {
        const end = this.#quoted(text, at, last);
        if (!end) return undefined;
        ({ value, next: at } = end);
      }
      const start = at;
      let code = text.charCodeAt(at);
      while (at < text.length && code !== separator && code !== NEWLINE && code !== RETURN)
        code = text.charCodeAt(++at);
      if (at > start) value += text.slice(start, at);
      this.#add(cells, value);
      if (code === separator) at += 1;
      else if (code === NEWLINE) return { cells, next: at + 1 };
      else if (code === RETURN) {
        if (at + 1 === text.length && !last) return undefined;
        return { cells, next: text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1 };
      } else return last ? { cells, next: at } : undefined;
    }
  }

  /** What stands in quotes; undefined when they are not closed in this text. */
  #quoted(text: string, from: number, last: boolean): { value: string; next: number } | undefined {
    let value = '';
    let start = from + 1;
    for (;;) {
      const end = text.indexOf('"', start);
      this.#open = end < 0;
      if (end < 0 || (end + 1 === text.length && !last)) return undefined;
      value += text.slice(start, end);
      if (text.charCodeAt(end + 1) !== QUOTE) return { value, next: end + 1 };
      value += '"';
      start = end + 2;
    }
  }

  #add(cells: string[], value: string): void {
    const { mostColumns, mostCellCharacters } = this.#limits;
    const where = `line ${this.#line}`;
    if (cells.length === mostColumns)
      throw sheetFault('SHEET-COLUMNS', where, [
        `第 ${this.#line} 行超过 ${mostColumns} 列`,
        `line ${this.#line} has more than ${mostColumns}`,
      ]);
    if (value.length > mostCellCharacters)
      throw sheetFault('SHEET-CELL', where, [
        `第 ${this.#line} 行有单元格超过 ${mostCellCharacters} 个字符`,
        `one in line ${this.#line} has more than ${mostCellCharacters} characters`,
      ]);
    if (value.includes('\u0000'))
      throw sheetFault('SHEET-NUL', where, [`第 ${this.#line} 行`, `line ${this.#line}`]);
    cells.push(value);
  }
}
