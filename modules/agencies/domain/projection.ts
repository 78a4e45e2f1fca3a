import { type Bilingual, type Dated, type Day, holdsOn } from '#kernel';

/** Documents a projection may take fields of; `decision` is what customs has worked out, `export` an export list. */
export const projectedDocuments = [
  'order',
  'payment',
  'waybill',
  'declaration',
  'decision',
  'export',
] as const;
export type ProjectedDocument = (typeof projectedDocuments)[number];

/** How a field goes out: as it is, masked as on a screen, or as a digest that differs from agency to agency. */
export const forms = ['clear', 'masked', 'digest'] as const;
export type Form = (typeof forms)[number];

/** One field an agency may see of one document, in its dates; the value is the form. */
export interface ProjectionRow extends Dated<Form> {
  readonly agency: string;
  readonly document: ProjectedDocument;
  /** Name of the standard; of goods lines `items.` before it. */
  readonly field: string;
  readonly purpose: Bilingual;
  /** The law or notice that lets the agency ask for it. */
  readonly basis: string;
  readonly rule: string;
}

/** A document of a filing: its head, and its goods lines where it has any. */
export interface PlainPaper {
  readonly head: object;
  readonly items: readonly object[];
}

export type Filing = Readonly<Partial<Record<ProjectedDocument, PlainPaper>>>;

/** What of a document goes out. */
export interface ProjectedPaper {
  readonly head: Readonly<Record<string, string>>;
  readonly items: readonly Readonly<Record<string, string>>[];
}

/** What one agency gets of a filing, and by which fields of the table. */
export interface Projection {
  readonly papers: Readonly<Partial<Record<ProjectedDocument, ProjectedPaper>>>;
  /** `declaration.orderNo`, `declaration.items.gcode` …, those that really go out, in the order of the table. */
  readonly fields: readonly string[];
}

/** How values are told otherwise than in the clear. */
export interface Disguises {
  /** @param field the standard's name, by which it is known what kind of value it is */
  readonly masked: (field: string, value: string) => string;
  /** The same for the same value and agency, and another for every other agency. */
  readonly digest: (agency: string, field: string, value: string) => string;
}

const ITEMS = 'items.';

/**
 * Compiles what an agency may see of a filing on a day: the fields its rows name and no other. What is absent in the
 * filing stays absent, and a document without any field is left out.
 */
export function projectionOf(
  rows: readonly ProjectionRow[],
  agency: string,
  filing: Filing,
  day: Day,
  disguises: Disguises,
): Projection {
  const papers: Partial<Record<ProjectedDocument, ProjectedPaper>> = {};
  const fields: string[] = [];
  for (const document of projectedDocuments) {
    const paper = filing[document];
    if (!paper) continue;
    const allowed = rows.filter(
      (row) => row.agency === agency && row.document === document && holdsOn(row, day),
    );
    const tell = (row: ProjectionRow, name: string, value: string): string => {
      if (row.value === 'masked') return disguises.masked(name, value);
      return row.value === 'digest' ? disguises.digest(agency, name, value) : value;
    };
    const sent = new Set<string>();
    const take = (from: object, ofItems: boolean): Record<string, string> => {
      const told: Record<string, string> = {};
      for (const row of allowed) {
        if (row.field.startsWith(ITEMS) !== ofItems) continue;
        const name = ofItems ? row.field.slice(ITEMS.length) : row.field;
        const value = (from as Readonly<Record<string, unknown>>)[name];
        if (value === undefined || value === null || value === '') continue;
        told[name] = tell(row, name, String(value));
        sent.add(row.field);
      }
      return told;
    };
    const head = take(paper.head, false);
    const items = paper.items.map((item) => take(item, true)).filter((item) => Object.keys(item).length > 0);
    if (sent.size === 0) continue;
    papers[document] = { head, items };
    for (const { field } of allowed) if (sent.has(field)) fields.push(`${document}.${field}`);
  }
  return { papers, fields };
}
