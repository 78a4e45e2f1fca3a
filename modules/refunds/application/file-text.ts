import { type CellToWrite, csvLine, writeWorkbook } from '#sheets';
import type { ExportRow } from '../storage/files.ts';
import { contentOf, type FileKind, type FileName, noteTaking } from '../storage/files.ts';
import { fileFor, rowsOfExports, rowText } from './files.ts';
import type { RefundPorts } from './ports.ts';

/** A spreadsheet program opens a CSV file as UTF-8 only when it begins so. */
const byteOrderMark = '\ufeff';
const columnWidth = 18;

/** Columns of each kind in their order, with what heads them. */
const COLUMNS: Readonly<Record<FileKind, readonly (readonly [name: string, heading: string])[]>> = {
  exports: [
    ['exporter', '出口企业海关编码 exporter'],
    ['invtNo', '清单编号 list'],
    ['gnum', '行号 line'],
    ['departedOn', '出口日期 departed'],
    ['gcode', '商品编码 code'],
    ['gname', '货物名称 goods'],
    ['unit', '计量单位 unit'],
    ['qty', '数量 quantity'],
    ['price', '单价 price'],
    ['totalPrice', '金额 amount'],
    ['currency', '币制 currency'],
    ['tradeMode', '监管方式 mode'],
    ['entryId', '汇总报关单号 entry'],
    ['route', '退免税 route'],
    ['principalUscc', '实际委托方 principal'],
  ],
  principals: [
    ['agent', '代理企业海关编码 agent'],
    ['principalUscc', '委托方统一社会信用代码 principal'],
    ['principalName', '委托方名称 name'],
    ['exports', '出口票数 exports'],
    ['amount', '金额（元） amount CNY'],
  ],
  sellers: [
    ['platform', '平台海关编码 platform'],
    ['platformName', '平台名称 name'],
    ['seller', '平台内经营者海关编码 seller'],
    ['sellerName', '经营者名称 name'],
    ['sellerUscc', '统一社会信用代码 uscc'],
    ['orders', '订单数 orders'],
    ['income', '收入 income'],
    ['currency', '币制 currency'],
  ],
};

export type FileFormat = 'json' | 'csv' | 'xlsx';

/**
 * A file as text or workbook, given out as it is read; who takes it is on record first. As JSON it is, to the byte, what its
 * digest was taken of.
 * @throws Problem 404
 */
export async function takeFile(
  ports: RefundPorts,
  name: FileName,
  format: FileFormat,
  by: string,
): Promise<AsyncGenerator<string | Uint8Array>> {
  await fileFor(ports, name);
  await noteTaking(ports.database, name, { at: ports.now(), by, format });
  const rows = name.kind === 'exports' ? rowsOfExports(ports.database.readers, name) : rowsKept(ports, name);
  return written(name.kind, rows, format);
}

type Row = ExportRow | Readonly<Record<string, unknown>>;

async function* rowsKept(ports: RefundPorts, name: FileName): AsyncGenerator<Row> {
  const content = await contentOf(ports.database.readers, name);
  for (const line of content.split('\n')) if (line) yield JSON.parse(line) as Row;
}

async function* written(
  kind: FileKind,
  rows: AsyncGenerator<Row>,
  format: FileFormat,
): AsyncGenerator<string | Uint8Array> {
  if (format === 'json') {
    for await (const row of rows) yield rowText(row);
    return;
  }
  if (format === 'xlsx') {
    const widths = COLUMNS[kind].map(() => columnWidth);
    yield* writeWorkbook([{ name: kind, widths, frozenRows: 1, rows: cells(kind, rows) }]);
    return;
  }
  yield byteOrderMark;
  for await (const row of cells(kind, rows)) yield csvLine(row, { longNumbers: true });
}

async function* cells(kind: FileKind, rows: AsyncGenerator<Row>): AsyncGenerator<string[] & CellToWrite[]> {
  yield COLUMNS[kind].map(([, heading]) => heading);
  for await (const row of rows)
    yield COLUMNS[kind].map(([name]) => String((row as Readonly<Record<string, unknown>>)[name] ?? ''));
}
