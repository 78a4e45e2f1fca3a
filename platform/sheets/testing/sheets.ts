import { readSheet } from '../read-sheet.ts';
import { SheetFault } from '../sheet-fault.ts';
import type { SheetLimits } from '../sheet-limits.ts';
import type { SheetRow } from '../sheet-row.ts';
import type { ByteSource } from '../source.ts';
import type { CellToWrite, SheetToWrite } from '../workbook.ts';
import { writeWorkbook } from '../xlsx-write.ts';
import { writeZip } from '../zip-write.ts';

export const limits: SheetLimits = {
  mostRows: 100_000,
  mostColumns: 200,
  mostCellCharacters: 10_000,
  mostUnfoldedBytes: 256 * 1024 * 1024,
  mostUnfolding: 200,
  mostSharedTextBytes: 1024 * 1024,
};

/** Bytes in memory as a source, given in small pieces. */
export function sourceOf(bytes: Uint8Array, pieceBytes = 8_192): ByteSource {
  return {
    size: bytes.length,
    async *read(from, to) {
      for (let at = from; at < to; at += pieceBytes) yield bytes.subarray(at, Math.min(at + pieceBytes, to));
    },
  };
}

/** All rows of a file. */
export async function rowsOf(
  content: Uint8Array | string,
  name = typeof content === 'string' ? 'a.csv' : 'a.xlsx',
  more: Partial<SheetLimits> & { readonly pieceBytes?: number } = {},
): Promise<SheetRow[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const rows: SheetRow[] = [];
  for await (const some of readSheet(sourceOf(bytes, more.pieceBytes), name, { ...limits, ...more }))
    rows.push(...some);
  return rows;
}

/** The cells alone. */
export const cellsOf = async (...what: Parameters<typeof rowsOf>): Promise<(readonly string[])[]> =>
  (await rowsOf(...what)).map(({ cells }) => cells);

/** The code of the fault a file ends with, and where; `read to its end` if there is none. */
export async function faultOf(...what: Parameters<typeof rowsOf>): Promise<string> {
  try {
    await rowsOf(...what);
  } catch (error) {
    if (error instanceof SheetFault) return `${error.finding.code} ${error.finding.path}`.trim();
    throw error;
  }
  return 'read to its end';
}

async function together(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** A workbook of one sheet, as we write it. */
export const workbookOf = (
  rows: readonly (readonly CellToWrite[])[],
  more: Partial<SheetToWrite> = {},
): Promise<Buffer> => together(writeWorkbook([{ name: 'Sheet', widths: [], frozenRows: 0, rows, ...more }]));

const workbook =
  '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>' +
  '<Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>' +
  '<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>';

/** A workbook of the parts given, besides those every workbook has. */
export const workbookOfParts = (
  parts: Readonly<Record<string, string | Iterable<string>>>,
): Promise<Buffer> =>
  together(
    writeZip(
      Object.entries({ 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': relations, ...parts }).map(
        ([name, text]) => ({ name, text: typeof text === 'string' ? [text] : text }),
      ),
    ),
  );

/** The sheet of such a workbook. */
export const sheetPart = (rows: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
