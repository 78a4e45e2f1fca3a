/** How a cell looks; every cell is text, so that no number loses digits and no text becomes a formula. */
export type CellStyle = 'plain' | 'heading' | 'required' | 'hint' | 'bad' | 'finding';

export type CellToWrite = string | { readonly text: string; readonly style: CellStyle };

/** A list of values a column may be filled from, in a column of another sheet. */
export interface DropDown {
  /** Column of the sheet it is for, from 0. */
  readonly column: number;
  readonly fromRow: number;
  /** e.g. `'Codes'!$A$2:$A$240` */
  readonly values: string;
}

/** A note at a cell, shown when one points at it. */
export interface NoteToWrite {
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly text: string;
}

export interface SheetToWrite {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozenRows: number;
  readonly rows: AsyncIterable<readonly CellToWrite[]> | Iterable<readonly CellToWrite[]>;
  readonly dropDowns?: readonly DropDown[];
  /** Gone through twice, so asked for each time. */
  readonly notes?: () => AsyncIterable<NoteToWrite> | Iterable<NoteToWrite>;
}

const styles: readonly CellStyle[] = ['plain', 'heading', 'required', 'hint', 'bad', 'finding'];

/** Number of a style in `stylesXml`; those for texts that look like formulas come after the others. */
export const styleNumber = (style: CellStyle, formula: boolean): number =>
  styles.indexOf(style) + (formula ? styles.length : 0);

const fill = (color: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;

/** `numFmtId` 49 is text: what is typed over a cell stays as it is typed. */
const format = (style: CellStyle, quoted: boolean): string => {
  const fonts: Readonly<Record<CellStyle, number>> = {
    ...{ plain: 0, heading: 1, required: 1, hint: 2, bad: 0, finding: 3 },
  };
  const fills: Readonly<Record<CellStyle, number>> = {
    ...{ plain: 0, heading: 2, required: 3, hint: 0, bad: 4, finding: 0 },
  };
  const wraps = style === 'finding' ? '<alignment wrapText="1" vertical="top"/>' : '';
  return (
    `<xf numFmtId="49" fontId="${fonts[style]}" fillId="${fills[style]}" borderId="0" xfId="0" ` +
    `applyNumberFormat="1" applyFont="1" applyFill="1"${quoted ? ' quotePrefix="1"' : ''}>${wraps}</xf>`
  );
};

const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;

export const stylesXml =
  '<?xml version="1.0" encoding="UTF-8"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<fonts count="4">${font('')}${font('<b/>')}<font><i/><sz val="10"/><color rgb="FF666666"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF9C0006"/><name val="Calibri"/></font></fonts>` +
  `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7EEF7')}${fill('FFFFE699')}${fill('FFFFC7CE')}</fills>` +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="${styles.length * 2}">${[false, true].map((quoted) => styles.map((style) => format(style, quoted)).join('')).join('')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
