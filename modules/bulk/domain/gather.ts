import { bulkFinding } from './bulk-finding.ts';
import { readCell } from './cell.ts';
import type { Heading } from './columns.ts';
import type {
  BulkColumn,
  BulkTarget,
  Fields,
  FileRow,
  GatheredDocument,
  PlacedFinding,
  TargetFinding,
} from './target.ts';

/** Rows after which a document is closed whatever follows; the standard's longest has a tenth of it. */
const mostRowsADocument = 1_000;

/** A row read: its fields by part. */
interface ReadRow {
  readonly row: FileRow;
  readonly key: string;
  readonly head: Record<string, string>;
  readonly line: Record<string, string>;
  readonly findings: readonly PlacedFinding[];
}

/** Makes documents of rows that follow one another and agree in the business key. */
export class Gatherer {
  readonly #target: BulkTarget;
  readonly #heading: Heading;
  /** Place of a field's cell in a row; -1 where the file has no such column. */
  readonly placeOf: PlaceOf;
  #rows: ReadRow[] = [];

  constructor(target: BulkTarget, heading: Heading) {
    this.#target = target;
    this.#heading = heading;
    this.placeOf = placesIn(heading);
  }

  /** Takes the next row; gives the document before it, once that is whole. */
  add(row: FileRow): GatheredDocument | undefined {
    const read = this.#read(row);
    const [first] = this.#rows;
    const goesOn =
      first !== undefined &&
      this.#target.lines &&
      first.key === read.key &&
      this.#rows.length < mostRowsADocument;
    const whole = goesOn ? undefined : this.end();
    this.#rows.push(read);
    return whole;
  }

  /** The last document; undefined when there is none. */
  end(): GatheredDocument | undefined {
    const rows = this.#rows;
    const [first] = rows;
    if (!first) return undefined;
    this.#rows = [];
    const findings = rows.flatMap((row) => row.findings);
    const head = { ...first.head };
    for (const { row, head: other } of rows.slice(1)) {
      for (const [field, value] of Object.entries(other)) {
        head[field] ??= value;
        if (head[field] !== value) findings.push(this.#differs(row.number, field, head[field] ?? '', value));
      }
    }
    return {
      key: first.key,
      rows: rows.map(({ row }) => row),
      head,
      lines: this.#target.lines ? rows.map(({ line }) => line) : [],
      findings,
    };
  }

  #read(row: FileRow): ReadRow {
    const head: Record<string, string> = {};
    const line: Record<string, string> = {};
    const findings: PlacedFinding[] = [];
    const { columns, names } = this.#heading;
    row.cells.forEach((cell, at) => {
      const column = columns[at];
      if (at >= names.length && cell.trim() !== '')
        findings.push({ finding: bulkFinding('BULK-CELLS', `row ${row.number}`), row: row.number, cell: at });
      if (!column) return;
      const read = readCell(column, cell);
      if (read.value !== '') (column.part === 'head' ? head : line)[column.field] = read.value;
      if ('finding' in read) findings.push({ finding: read.finding, row: row.number, cell: at });
    });
    return { row, key: keyOf(this.#target, head), head, line, findings };
  }

  #differs(row: number, field: string, first: string, other: string): PlacedFinding {
    const cell = this.placeOf('head', field);
    const name = this.#heading.columns[cell]?.name ?? field;
    return {
      finding: bulkFinding('BULK-HEAD-DIFFERS', name, [
        `${name} 先为“${first}”，此行为“${other}”`,
        `${name} was "${first}" and is "${other}" here`,
      ]),
      row,
      cell,
    };
  }
}

/** The parts of the business key; the separator cannot stand in a cell that is taken. */
export const keyOf = ({ key }: BulkTarget, head: Fields): string =>
  key.map((field) => head[field] ?? '').join('\u001f');

export type PlaceOf = (part: BulkColumn['part'], field: string) => number;

/** Tells where in a row the cell of a field stands; -1 where the file has no such column. */
export function placesIn({ columns }: Pick<Heading, 'columns'>): PlaceOf {
  const places = new Map(
    columns.flatMap((column, at) => (column ? [[`${column.part}/${column.field}`, at] as const] : [])),
  );
  return (part, field) => places.get(`${part}/${field}`) ?? -1;
}

/** Where in the file a target's finding belongs. */
export function placed(
  placeOf: PlaceOf,
  { rows }: Pick<GatheredDocument, 'rows'>,
  { finding, part, line, field }: TargetFinding,
): PlacedFinding {
  const row = (part === 'line' ? rows[line] : rows[0]) ?? rows[0];
  return { finding, row: row?.number ?? 0, cell: field === '' ? -1 : placeOf(part, field) };
}
