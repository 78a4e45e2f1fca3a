import { CsvReader } from './csv-read.ts';
import { unguarded } from './csv-write.ts';
import { encodingOf, textOf } from './encoding.ts';
import { sheetFault } from './sheet-fault.ts';
import type { SheetLimits } from './sheet-limits.ts';
import type { SheetRow } from './sheet-row.ts';
import { type ByteSource, stretch } from './source.ts';
import { readXlsx } from './xlsx-read.ts';

/**
 * The rows of a CSV file or of the first sheet of a workbook, some at a time, empty ones left out. What the file is
 * its first bytes tell; its name must agree.
 * @throws SheetFault where it cannot be read on; the rows before have been given
 */
export async function* readSheet(
  source: ByteSource,
  name: string,
  limits: SheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const workbook = await requireKind(source, name);
  let count = 0;
  for await (const rows of workbook ? readXlsx(source, limits) : readCsv(source, limits)) {
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    count += filled.length;
    if (count > limits.mostRows)
      throw sheetFault('SHEET-ROWS', '', [`超过 ${limits.mostRows} 行`, `more than ${limits.mostRows}`]);
    if (filled.length > 0) yield filled;
  }
  if (count === 0) throw sheetFault('SHEET-EMPTY');
}

/** Whether it is a workbook, which is known by its first bytes. */
async function requireKind(source: ByteSource, name: string): Promise<boolean> {
  const begin = await stretch(source, 0, 8);
  if (begin.length === 0) throw sheetFault('SHEET-EMPTY');
  if (begin.toString('hex') === 'd0cf11e0a1b11ae1') throw sheetFault('SHEET-LOCKED');
  const zipped = begin.toString('latin1', 0, 4) === 'PK\u0003\u0004';
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'xlsb') throw sheetFault('SHEET-BINARY');
  if (extension === 'xlsm') throw sheetFault('SHEET-MACROS');
  const said = extension === 'xlsx';
  if (said !== zipped)
    throw said
      ? sheetFault('SHEET-EXTENSION', '', [
          '名为 .xlsx，内容不是工作簿',
          'it is named .xlsx and is no workbook',
        ])
      : sheetFault('SHEET-EXTENSION', '', [
          '内容是压缩文件，名称不是 .xlsx',
          'it is a zip file and is not named .xlsx',
        ]);
  return zipped;
}

async function* readCsv(source: ByteSource, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
  const reader = new CsvReader(limits);
  let number = 0;
  const rowsOf = (records: readonly string[][]): SheetRow[] =>
    records.map((cells) => {
      number += 1;
      return { number, cells: cells.map(unguarded) };
    });
  for await (const text of textOf(source, await encodingOf(source))) yield rowsOf(reader.write(text));
  yield rowsOf(reader.end());
}
