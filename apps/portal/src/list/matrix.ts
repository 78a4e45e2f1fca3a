import type { ListDetail, Paper, PaperField, PaperKind } from '../api/types.ts';
import { saysTheSame } from '../ui/format.ts';

/** The four papers in the order of the columns. */
export const paperKinds: readonly PaperKind[] = ['order', 'payment', 'waybill', 'declaration'];

export function isPaperKind(text: string): text is PaperKind {
  return (paperKinds as readonly string[]).includes(text);
}

export type GroupKey = 'numbers' | 'firms' | 'buyer' | 'consignee' | 'money' | 'parcel';

/** Which field of each paper stands in a row; the same name for all unless written out. */
type FieldsOfRow = Partial<Record<PaperKind, string>>;

const inPapers = (field: string, ...papers: PaperKind[]): FieldsOfRow =>
  Object.fromEntries(papers.map((paper) => [paper, field]));

/** The rows a reader compares: who stands beside whom. Whether two cells agree is the server's judgement. */
const headRows: readonly (readonly [GroupKey, readonly FieldsOfRow[]])[] = [
  [
    'numbers',
    [
      inPapers('orderNo', 'order', 'payment', 'waybill', 'declaration'),
      inPapers('payTransactionId', 'order', 'payment'),
      inPapers('logisticsNo', 'waybill', 'declaration'),
      inPapers('billNo', 'waybill', 'declaration'),
    ],
  ],
  [
    'firms',
    [
      inPapers('ebpCode', 'order', 'payment', 'declaration'),
      inPapers('ebpName', 'order', 'payment', 'declaration'),
      inPapers('ebcCode', 'order', 'declaration'),
      inPapers('ebcName', 'order', 'declaration'),
      inPapers('payCode', 'order', 'payment'),
      inPapers('payName', 'order', 'payment'),
      inPapers('logisticsCode', 'waybill', 'declaration'),
      inPapers('logisticsName', 'waybill', 'declaration'),
    ],
  ],
  [
    'buyer',
    [
      { order: 'buyerName', payment: 'payerName', declaration: 'buyerName' },
      { order: 'buyerIdType', payment: 'payerIdType', declaration: 'buyerIdType' },
      { order: 'buyerIdNumber', payment: 'payerIdNumber', declaration: 'buyerIdNumber' },
      { order: 'buyerTelephone', payment: 'telephone', declaration: 'buyerTelephone' },
    ],
  ],
  [
    'consignee',
    [
      inPapers('consignee', 'order', 'waybill'),
      inPapers('consigneeTelephone', 'order', 'waybill'),
      inPapers('consigneeAddress', 'order', 'waybill', 'declaration'),
    ],
  ],
  [
    'money',
    [
      inPapers('goodsValue', 'order'),
      inPapers('freight', 'order', 'waybill', 'declaration'),
      inPapers('insuredFee', 'waybill', 'declaration'),
      inPapers('discount', 'order'),
      inPapers('taxTotal', 'order'),
      { order: 'acturalPaid', payment: 'amountPaid' },
      inPapers('currency', 'order', 'payment', 'waybill', 'declaration'),
    ],
  ],
  [
    'parcel',
    [{ waybill: 'weight', declaration: 'grossWeight' }, inPapers('packNo', 'waybill', 'declaration')],
  ],
];

const lineRows: readonly FieldsOfRow[] = [
  inPapers('itemNo', 'order', 'declaration'),
  { order: 'itemName', declaration: 'gname' },
  ...['gmodel', 'barCode', 'qty', 'unit', 'price', 'totalPrice', 'country'].map((field) =>
    inPapers(field, 'order', 'declaration'),
  ),
];

export interface Cell {
  readonly field: PaperField;
  readonly value: string | undefined;
  /** The value's name where it is a code. */
  readonly meaning: { readonly zh: string; readonly en: string } | undefined;
  /** Numbers (from 1) of the findings whose evidence this cell is. */
  readonly findings: readonly number[];
}

/**
 * same; differs: the server found the papers at odds; flagged: one cell is what a finding is about;
 * uneven: written differently, not held against anyone; single: nothing beside it.
 */
export type Verdict = 'same' | 'differs' | 'flagged' | 'uneven' | 'single';

export interface Row {
  readonly key: string;
  readonly label: PaperField;
  /** Absent: the paper has no such field, or has not come (the column tells). */
  readonly cells: Partial<Record<PaperKind, Cell>>;
  readonly verdict: Verdict;
}

export interface Group {
  readonly key: GroupKey | 'line';
  /** Place of the goods line, from 1. */
  readonly line?: number;
  readonly rows: readonly Row[];
}

/** Last field name of a path: "items[2].qty" → "qty", "OrderHead/buyerName" → "buyerName". */
export function fieldOf(path: string): string {
  return path.split(/[./]/).at(-1) ?? path;
}

/** Place of the goods line a path points into, from 1; undefined: the head. */
function lineOf(path: string): number | undefined {
  const match = /\[(\d+)\][./]\w+$/.exec(path);
  return match ? Number(match[1]) : undefined;
}

export function matrixOf({ papers, findings }: Pick<ListDetail, 'papers' | 'findings'>): readonly Group[] {
  const marks = new Map<string, number[]>();
  findings.forEach((finding, place) => {
    for (const { paper, path } of finding.evidence) {
      const key = markKey(paper, lineOf(path), fieldOf(path));
      marks.set(key, [...(marks.get(key) ?? []), place + 1]);
    }
  });
  const lines = Math.max(0, ...paperKinds.map((kind) => papers[kind]?.items.length ?? 0));
  const groups: Group[] = headRows.map(([key, rows]) => ({
    key,
    rows: rowsOf(rows, papers, marks, undefined),
  }));
  for (let line = 1; line <= lines; line += 1)
    groups.push({ key: 'line', line, rows: rowsOf(lineRows, papers, marks, line) });
  return groups.filter((group) => group.rows.length > 0);
}

const markKey = (paper: string, line: number | undefined, field: string) => `${paper} ${line ?? ''} ${field}`;

function rowsOf(
  rows: readonly FieldsOfRow[],
  papers: ListDetail['papers'],
  marks: ReadonlyMap<string, readonly number[]>,
  line: number | undefined,
): readonly Row[] {
  return rows.flatMap((fields) => {
    const cells: Partial<Record<PaperKind, Cell>> = {};
    for (const kind of paperKinds) {
      const paper = papers[kind];
      const name = fields[kind];
      if (paper && name) cells[kind] = cellOf(paper, name, line, marks.get(markKey(kind, line, name)) ?? []);
    }
    const [first] = Object.values(cells);
    // A row nobody filled in says nothing.
    if (
      !first ||
      Object.values(cells).every((cell) => cell.value === undefined && cell.findings.length === 0)
    )
      return [];
    return [
      {
        key: `${line ?? ''}${first.field.name}`,
        label: first.field,
        cells,
        verdict: verdictOf(Object.values(cells)),
      },
    ];
  });
}

function cellOf(paper: Paper, name: string, line: number | undefined, findings: readonly number[]): Cell {
  const fields = line === undefined ? paper.headFields : paper.itemFields;
  const value = (line === undefined ? paper.head : paper.items[line - 1])?.[name];
  return {
    field: fields.find((field) => field.name === name) ?? { name, zh: name, en: name },
    value: value === '' ? undefined : value,
    meaning: value === undefined ? undefined : paper.codes?.[name]?.[value],
    findings,
  };
}

function verdictOf(cells: readonly Cell[]): Verdict {
  const marked = cells.filter((cell) => cell.findings.length > 0);
  if (marked.length > 0) return marked.length > 1 ? 'differs' : 'flagged';
  const values = cells.flatMap((cell) => cell.value ?? []);
  const [first, ...others] = values;
  if (first === undefined || others.length === 0) return 'single';
  return others.every((other) => saysTheSame(first, other)) ? 'same' : 'uneven';
}
