import { workbookOf } from '../../platform/sheets/testing/sheets.ts';
import { csvOf, orderColumns, orderRows, type TableFirm } from '../bulk/tables.ts';

/** A table made up for a run. */
export interface BulkTable {
  readonly bytes: Uint8Array;
  /** Orders something is wrong with. */
  readonly planted: number;
}

/** One order in a hundred has a fault, each time another. */
const faults: readonly Readonly<Record<string, string>>[] = [
  { country: 'XYZ' },
  { buyerName: '' },
  { qty: '0' },
  { freight: 'free' },
  { totalPrice: '1' },
];

function rowsOf(firm: TableFirm, orders: number, mark: string) {
  const rows: Readonly<Record<string, string>>[] = [];
  const [pattern = {}] = orderRows(firm, '');
  for (let at = 0; at < orders; at += 1) {
    const number = String(at).padStart(7, '0');
    const fault = at % 100 === 50 ? faults[((at / 100) % faults.length) | 0] : undefined;
    // Names, addresses and numbers that differ, as those of real buyers do.
    const own = {
      orderNo: `${mark}${number}`,
      buyerRegNo: `u${number}`,
      buyerTelephone: `139${String(at).padStart(8, '0')}`,
      consigneeAddress: `云南省昆明市官渡区示例路 ${at} 号`,
      note: `备注 ${at}`,
    };
    rows.push({ ...pattern, ...own, ...fault });
  }
  return { rows, planted: Math.floor((orders + 49) / 100) };
}

export async function csvTable(firm: TableFirm, orders: number, mark: string): Promise<BulkTable> {
  const { rows, planted } = rowsOf(firm, orders, mark);
  return { bytes: Buffer.from(csvOf(rows)), planted };
}

export async function xlsxTable(firm: TableFirm, orders: number, mark: string): Promise<BulkTable> {
  const { rows, planted } = rowsOf(firm, orders, mark);
  const cells = rows.map((row) => orderColumns.map((name) => row[name] ?? ''));
  return { bytes: await workbookOf([orderColumns, ...cells]), planted };
}
