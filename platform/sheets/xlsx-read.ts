import { sheetFault } from './sheet-fault.ts';
import type { SheetLimits } from './sheet-limits.ts';
import type { SheetRow } from './sheet-row.ts';
import type { ByteSource } from './source.ts';
import { type WorkbookParts, workbookParts } from './workbook-parts.ts';
import { type Attributes, readXml } from './xml-events.ts';
import { ZipReader } from './zip-read.ts';

/** Rows a sheet can have by its format; a number beyond is no row's. */
const lastRow = 1_048_576;

/** The rows of the first sheet, as they unfold. */
export async function* readXlsx(source: ByteSource, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
  const zip = await ZipReader.open(source, limits);
  const parts = await workbookParts(zip, limits);
  const rows = new RowGatherer(parts, limits);
  for await (const _ of readXml(zip.read(parts.sheet), parts.sheet, rows)) {
    const gathered = rows.take();
    if (gathered.length > 0) yield gathered;
  }
}

/** Puts rows together from the tags of a sheet. */
class RowGatherer {
  readonly #parts: WorkbookParts;
  readonly #limits: SheetLimits;
  #rows: SheetRow[] = [];
  #number = 0;
  #cells: string[] | undefined;
  #column = 0;
  /** Where a cell stands that does not say so. */
  #next = 0;
  #type = '';
  #style = -1;
  #value = '';
  /** What texts belong to: the value of a cell, or its own text; nothing of formulas. */
  #listening = false;
  #aside = false;

  constructor(parts: WorkbookParts, limits: SheetLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c' && this.#cells) {
      const { r, t = 'n', s } = attributes;
      this.#column = r === undefined ? this.#next : this.#columnOf(r);
      this.#requireColumn(this.#column);
      this.#next = this.#column + 1;
      this.#type = t;
      this.#style = s === undefined ? -1 : Number(s);
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#listening = !this.#aside;
    else if (name === 'rPh') this.#aside = true;
    else if (name === 'row') {
      const number = attributes.r === undefined ? this.#number + 1 : Number(attributes.r);
      if (!Number.isInteger(number) || number <= this.#number || number > lastRow)
        throw sheetFault('SHEET-XML', this.#parts.sheet, [
          `行号 ${attributes.r}`,
          `row number ${attributes.r}`,
        ]);
      this.#number = number;
      this.#cells = [];
      this.#next = 0;
    }
  }

  text(text: string): void {
    if (!this.#listening) return;
    this.#value += text;
    const { mostCellCharacters } = this.#limits;
    if (this.#value.length > mostCellCharacters)
      throw sheetFault('SHEET-CELL', `row ${this.#number}`, [
        `第 ${this.#number} 行有单元格超过 ${mostCellCharacters} 个字符`,
        `one in row ${this.#number} has more than ${mostCellCharacters} characters`,
      ]);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#listening = false;
    else if (name === 'rPh') this.#aside = false;
    else if (name === 'c' && this.#cells) {
      const text = this.#text();
      if (text === '') return;
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
    } else if (name === 'row' && this.#cells) {
      this.#rows.push({ number: this.#number, cells: this.#cells });
      this.#cells = undefined;
    }
  }

  /** 0 for A1, 27 for AB3. */
  #columnOf(place: string): number {
    let column = 0;
    for (let at = 0; at < place.length; at += 1) {
      const letter = place.charCodeAt(at) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > this.#limits.mostColumns) break;
    }
    return Math.max(0, column - 1);
  }

  #requireColumn(column: number): void {
    const { mostColumns } = this.#limits;
    if (column >= mostColumns)
      throw sheetFault('SHEET-COLUMNS', `row ${this.#number}`, [
        `第 ${this.#number} 行超过 ${mostColumns} 列`,
        `row ${this.#number} has more than ${mostColumns}`,
      ]);
  }

  #text(): string {
    const { texts, dateStyles, from1904 } = this.#parts;
    switch (this.#type) {
      case 's':
        return texts.at(Number(this.#value)) ?? '';
      case 'b':
        return this.#value === '1' ? 'TRUE' : this.#value === '0' ? 'FALSE' : '';
      case 'n':
        return dateStyles.has(this.#style) ? dateText(this.#value, from1904) : numberText(this.#value);
      case 'd':
        return this.#value.replace('T', ' ').replace(/(\.\d+)?Z?$/, '');
      default:
        return unescaped(this.#value);
    }
  }
}

/** Characters XML cannot carry are written `_x0007_`; one that no text can hold becomes U+FFFD. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
          String.fromCharCode(Number.parseInt(code, 16) || 0xfffd),
        )
        .toWellFormed()
    : text;

/** Beyond this many, spreadsheet programs have lost the last digits of a number. */
const exactBelow = 1e15;

/**
 * A number as it is shown: 19.899999999999999 is 19.9. One that has too many digits to be kept exactly stays in the
 * form that says so, 5.30103E+17.
 */
function numberText(value: string): string {
  if (/^-?\d{1,15}$/.test(value)) return value;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) return value.trim();
  if (Math.abs(number) >= exactBelow) return number.toExponential().toUpperCase();
  const plain = String(number);
  return plain.includes('e') ? number.toFixed(20).replace(/0+$/, '') : plain;
}

const dayMs = 86_400_000;
/** Days from 1899-12-30, from which dates after February 1900 are counted, and from 1904-01-01, to 1970-01-01. */
const epochs = { from1900: 25_569, from1904: 24_107 } as const;

/** `2026-11-26 15:30:00`, or only the day where there is no time of day. */
function dateText(value: string, from1904: boolean): string {
  const days = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(days) || days < 0 || days > 2_958_465) return value.trim();
  const seconds = Math.round(((days - epochs[from1904 ? 'from1904' : 'from1900']) * dayMs) / 1000);
  const text = new Date(seconds * 1000).toISOString();
  return Number.isInteger(days) ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}
