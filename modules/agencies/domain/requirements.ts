import { type Bilingual, type Dated, type Day, type Decimal, holdsOn, parseDecimal } from '#kernel';

/** What the platform's own table says for an agency that is not asked itself; `officer`: one of its officers decides. */
export const engineWords = ['positive', 'negative', 'officer'] as const;
export type EngineWord = (typeof engineWords)[number];

/** Which way the goods of a list go. */
export const directions = ['import', 'export'] as const;
type Direction = (typeof directions)[number];

/** Which agency has to decide on which lists; the value is what the table says in its place. */
export interface Requirement extends Dated<EngineWord> {
  readonly id: string;
  readonly agency: string;
  readonly direction: Direction;
  /** Supervision modes; any where empty. */
  readonly modes: readonly string[];
  /** Beginnings of commodity codes; any goods where empty. */
  readonly goods: readonly string[];
  /** Countries of origin; any where empty. */
  readonly origins: readonly string[];
  /** Dutiable value of the list from which on it holds, CNY. */
  readonly minValue?: Decimal;
  /** Quantity of such goods on the list from which on it holds, in declared units. */
  readonly minQuantity?: Decimal;
  readonly why: Bilingual;
  readonly rule: string;
}

/** What of a list requirements look at. */
export interface AskedList {
  readonly direction: Direction;
  readonly tradeMode: string;
  /** CNY, decimal text; of an export what the goods are worth; null when it was not computed. */
  readonly dutiableValue: string | null;
  readonly items: readonly AskedGoods[];
}

export interface AskedGoods {
  readonly gcode: string;
  readonly country?: string | undefined;
  /** As the paper says it. */
  readonly qty: string | number;
}

/** Requirements laid out so that a list nobody asks about costs a few look-ups. */
export interface RequirementBook {
  readonly rows: readonly Requirement[];
  /** Those on named goods, by the first four digits of the code. */
  readonly byHeading: ReadonlyMap<string, readonly Requirement[]>;
  /** Those on any goods. */
  readonly onAnyGoods: readonly Requirement[];
}

const HEADING = 4;

/** @throws RangeError where goods are named by fewer than four digits */
export function requirementBook(rows: readonly Requirement[]): RequirementBook {
  const byHeading = new Map<string, Requirement[]>();
  for (const row of rows)
    for (const heading of new Set(row.goods.map((code) => code.slice(0, HEADING)))) {
      if (heading.length < HEADING) throw new RangeError(`${row.id} names goods by fewer than four digits`);
      const known = byHeading.get(heading);
      if (known) known.push(row);
      else byHeading.set(heading, [row]);
    }
  return { rows, byHeading, onAnyGoods: rows.filter(({ goods }) => goods.length === 0) };
}

/** Which requirements a list meets on a day, in the order of the table; none for nearly every list. */
export function requirementsOf(book: RequirementBook, list: AskedList, day: Day): readonly Requirement[] {
  const looked = new Set(book.onAnyGoods);
  for (const { gcode } of list.items)
    for (const row of book.byHeading.get(gcode.slice(0, HEADING)) ?? []) looked.add(row);
  if (looked.size === 0) return [];
  return book.rows.filter((row) => looked.has(row) && meets(row, list, day));
}

/** The goods a requirement is about, of those of a list. */
export const goodsOf = <Goods extends AskedGoods>(
  { goods, origins }: Pick<Requirement, 'goods' | 'origins'>,
  items: readonly Goods[],
): readonly Goods[] =>
  items.filter(
    ({ gcode, country }) =>
      (goods.length === 0 || goods.some((code) => gcode.startsWith(code))) &&
      (origins.length === 0 || (country !== undefined && origins.includes(country))),
  );

function meets(row: Requirement, list: AskedList, day: Day): boolean {
  if (row.direction !== list.direction || !holdsOn(row, day)) return false;
  if (row.modes.length > 0 && !row.modes.includes(list.tradeMode)) return false;
  if (row.minValue !== undefined) {
    if (list.dutiableValue === null || parseDecimal(list.dutiableValue) < row.minValue) return false;
  }
  const matching = goodsOf(row, list.items);
  if (matching.length === 0) return false;
  if (row.minQuantity === undefined) return true;
  const quantity = matching.reduce((sum, { qty }) => sum + parseDecimal(String(qty)), 0n);
  return quantity >= row.minQuantity;
}

/** What is asked of one agency about one list: all requirements it answers at once. */
export interface Asking {
  readonly agency: string;
  readonly requirements: readonly Requirement[];
  /** What the table says for the agency: one `negative` or `officer` counts more than any number of `positive`. */
  readonly engine: EngineWord;
}

/** The agencies that have to decide on a list, each with everything it is asked for. */
export function askingsOf(requirements: readonly Requirement[]): readonly Asking[] {
  const byAgency = new Map<string, Requirement[]>();
  for (const row of requirements) {
    const known = byAgency.get(row.agency);
    if (known) known.push(row);
    else byAgency.set(row.agency, [row]);
  }
  return [...byAgency].map(([agency, rows]) => ({
    agency,
    requirements: rows,
    engine: rows.some(({ value }) => value === 'negative')
      ? 'negative'
      : rows.some(({ value }) => value === 'officer')
        ? 'officer'
        : 'positive',
  }));
}
