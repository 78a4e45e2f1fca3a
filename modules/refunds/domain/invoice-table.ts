import { type Day, isDay } from '#kernel';
import {
  faultsOf,
  forms,
  type Invoice,
  type InvoiceFault,
  type InvoiceLine,
  type InvoiceRules,
  mostLines,
} from './invoice.ts';

type Texts = Readonly<Record<string, string>>;
type Field = InvoiceFault['field'];

/** A column of a table of invoices, and what may stand in it. */
export interface InvoiceColumn {
  readonly name: Field;
  readonly part: 'head' | 'line';
  readonly title: readonly [zh: string, en: string];
  readonly hint: readonly [zh: string, en: string];
  readonly example: string;
  readonly kind: 'text' | 'number' | 'day';
  readonly fits: (text: string) => boolean;
}

const short = (most: number) => (text: string) => [...text].length <= most && forms.text.test(text);
const above = (form: RegExp) => (text: string) => form.test(text) && Number(text) > 0;
const isLine = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text);

/** The columns of a table of invoices: one row each line of goods. */
export const invoiceColumns: readonly InvoiceColumn[] = [
  {
    ...{ name: 'invoiceNo', part: 'head', kind: 'text', example: '26532000000012345678' },
    title: ['发票号码', 'Invoice number'],
    hint: ['同一发票的各行须相邻', 'rows of one invoice follow one another'],
    fits: (text) => forms.invoiceNo.test(text),
  },
  {
    ...{ name: 'invoicedOn', part: 'head', kind: 'day', example: '2026-07-01' },
    title: ['开票日期', 'Day of the invoice'],
    hint: ['年-月-日', 'YYYY-MM-DD'],
    fits: isDay,
  },
  {
    ...{ name: 'sellerUscc', part: 'head', kind: 'text', example: '91530100MA6EXAMP10' },
    title: ['销方统一社会信用代码', 'Social credit code of the seller'],
    hint: ['18位', '18 characters'],
    fits: (text) => forms.sellerUscc.test(text),
  },
  {
    ...{ name: 'sellerName', part: 'head', kind: 'text', example: '勐海示例茶厂' },
    title: ['销方名称', 'Name of the seller'],
    hint: ['100字以内', 'at most 100 characters'],
    fits: short(100),
  },
  {
    ...{ name: 'line', part: 'line', kind: 'number', example: '1' },
    title: ['行号', 'Line'],
    hint: ['可留空：按行的先后', 'may be left empty: rows are counted'],
    fits: isLine,
  },
  {
    ...{ name: 'gname', part: 'line', kind: 'text', example: '普洱茶（熟茶）' },
    title: ['商品名称', 'Name of the goods'],
    hint: ['与出口清单一致，凭此进项对应', 'as in the export list: that is how they are matched'],
    fits: short(250),
  },
  {
    ...{ name: 'unit', part: 'line', kind: 'text', example: '011' },
    title: ['计量单位', 'Unit'],
    hint: ['代码，与出口清单一致', 'code, as in the export list'],
    fits: (text) => forms.unit.test(text),
  },
  {
    ...{ name: 'quantity', part: 'line', kind: 'number', example: '100' },
    title: ['数量', 'Quantity'],
    hint: ['大于0，至多5位小数', 'above 0, at most 5 decimals'],
    fits: above(forms.decimal),
  },
  {
    ...{ name: 'net', part: 'line', kind: 'number', example: '6000.00' },
    title: ['不含税金额', 'Price without tax'],
    hint: ['人民币元，至多2位小数', 'CNY, at most 2 decimals'],
    fits: (text) => forms.cny.test(text),
  },
  {
    ...{ name: 'vat', part: 'line', kind: 'number', example: '780.00' },
    title: ['税额', 'Tax'],
    hint: ['人民币元，至多2位小数', 'CNY, at most 2 decimals'],
    fits: (text) => forms.cny.test(text),
  },
  {
    ...{ name: 'vatRate', part: 'line', kind: 'number', example: '0.13' },
    title: ['税率', 'Rate'],
    hint: ['小数，13%填0.13', 'as a share: 0.13 for 13%'],
    fits: (text) => forms.rate.test(text),
  },
];

const columnsOf = (part: InvoiceColumn['part']) => invoiceColumns.filter((one) => one.part === part);
const [headColumns, lineColumns] = [columnsOf('head'), columnsOf('line')];

/** The invoice its rows make; what they leave out or write otherwise than they should is told by `tableFaults`. */
export function invoiceOf(head: Texts, lines: readonly Texts[]): Invoice {
  const { invoiceNo = '', sellerUscc = '', sellerName = '' } = head;
  return {
    ...{ invoiceNo, sellerUscc, sellerName, invoicedOn: dayOf(head.invoicedOn ?? '') },
    lines: lines.map(({ line, gname = '', unit = '', ...figures }, at): InvoiceLine => {
      const { quantity = '', net = '', vat = '', vatRate = '' } = figures;
      return { line: line === undefined ? at + 1 : Number(line), gname, unit, quantity, net, vat, vatRate };
    }),
  };
}

/** Tables give days as messages write them. */
const dayOf = (text: string): Day => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** Everything that is wrong with an invoice given by rows: what is missing or not so written, else what does not agree. */
export function tableFaults(head: Texts, lines: readonly Texts[], rules: InvoiceRules): InvoiceFault[] {
  const unfit = [
    ...unfitIn(headColumns, { ...head, ...(head.invoicedOn ? { invoicedOn: dayOf(head.invoicedOn) } : {}) }),
    ...lines.flatMap((line, at) => unfitIn(lineColumns, line).map((fault) => ({ ...fault, line: at }))),
    ...(lines.length > mostLines
      ? [{ code: 'REFUND-INVOICE-LONG', field: 'invoiceNo', shown: String(lines.length) } as const]
      : []),
  ];
  return unfit.length > 0 ? unfit : faultsOf(invoiceOf(head, lines), rules);
}

function unfitIn(columns: readonly InvoiceColumn[], texts: Texts): InvoiceFault[] {
  return columns.flatMap(({ name, fits }): InvoiceFault[] => {
    const text = texts[name];
    if (text === undefined)
      return name === 'line' ? [] : [{ code: 'REFUND-FIELD-MISSING', field: name, shown: '' }];
    return fits(text) ? [] : [{ code: 'REFUND-FIELD-FORM', field: name, shown: text }];
  });
}
