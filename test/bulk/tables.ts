import { exampleMessage, messageTables } from '#ceb';

/** A firm that may send a kind of paper. */
export interface TableFirm {
  readonly customsCode: string;
  readonly name: string;
}

type Row = Readonly<Record<string, string>>;

/** A row of a table of orders: head and one goods line, by names of columns. */
export type OrderRow = Row;

const [head, lines] = messageTables.CEB311Message.groups;
const shared = new Set(head?.fields.map(({ name }) => name));
const nameOfLine = (field: string): string => (shared.has(field) ? `OrderList/${field}` : field);

/** Names of all columns of a table of orders. */
export const orderColumns: readonly string[] = [
  ...(head?.fields ?? []).map(({ name }) => name),
  ...(lines?.fields ?? []).map(({ name }) => nameOfLine(name)),
];

const example = exampleMessage('CEB311Message').documents[0] as {
  readonly head: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string | number>>[];
};

/** The rows of one sound order of a platform, one each goods line; what the platform fills in is left out. */
export function orderRows(platform: TableFirm, orderNo: string, goodsLines = 1): OrderRow[] {
  const { guid, appType, appTime, appStatus, payTransactionId, ...fields } = example.head;
  const buyer = { ...fields, orderNo, ebpCode: platform.customsCode, ebpName: platform.name };
  return Array.from({ length: goodsLines }, (_, at) => {
    const { gnum, ...item } = example.items[at % example.items.length] ?? {};
    return {
      ...buyer,
      ...Object.fromEntries(Object.entries(item).map(([name, value]) => [nameOfLine(name), String(value)])),
    };
  });
}

const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** CSV of rows under the names of columns. */
export function csvOf(
  rows: readonly Row[],
  columns: readonly string[] = orderColumns,
  separator = ',',
): string {
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(separator)}\r\n`;
  return line(columns) + rows.map((row) => line(columns.map((name) => row[name] ?? ''))).join('');
}
