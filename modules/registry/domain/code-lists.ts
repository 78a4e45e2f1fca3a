import { type Confidence, type Day, holdsOn, isDay } from '#kernel';

/** The code lists kept in `contracts/codelists`, one CSV each. */
export const codeListNames = [
  'ceb_status',
  'country',
  'currency',
  'customs_credit',
  'customs_offices',
  'customs_result',
  'enterprise_role',
  'id_type',
  'levy_method',
  'licence_kind',
  'package',
  'supervision_mode',
  'trade_area_type',
  'trade_ent_type',
  'trade_terms',
  'transport',
  'unit',
] as const;

export type CodeListName = (typeof codeListNames)[number];

/** One code of a list, for one period. */
export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  /** Empty where no English name is known. */
  readonly en: string;
  /** First day it may be used; not known when absent. */
  readonly from?: Day;
  /** Last day it may be used, inclusive; not known or open when absent. */
  readonly to?: Day;
  readonly source: string;
  readonly confidence: Confidence;
  /** The list's further columns, e.g. `to_base_factor` of `unit`. */
  readonly more: Readonly<Record<string, string>>;
}

/** The code lists, asked by code and day. Without a day any period counts, the latest first. */
export interface CodeLists {
  has(list: CodeListName, code: string, day?: Day): boolean;
  find(list: CodeListName, code: string, day?: Day): CodeEntry | undefined;
  /** The name of a code; the Chinese one where there is no English name; undefined for an unknown code. */
  name(list: CodeListName, code: string, language: 'zh' | 'en', day?: Day): string | undefined;
  /** All entries in the order of the table. */
  entries(list: CodeListName): readonly CodeEntry[];
}

/** A row of a code list's CSV, by column name. */
export type CodeListRow = Readonly<Record<string, string>>;

const DAWN: Day = '0000-01-01';

function readRow(list: CodeListName, row: CodeListRow, at: number): CodeEntry {
  const { code = '', zh = '', en = '', from = '', to = '', source = '', confidence = '', ...more } = row;
  const where = `row ${at + 2} of code list ${list}`;
  if (code === '' || zh === '') throw new RangeError(`${where} lacks its code or its name`);
  if (!'VHMLD'.includes(confidence) || confidence.length !== 1) {
    throw new RangeError(`${where} has no confidence mark`);
  }
  for (const day of [from, to]) {
    if (day !== '' && !isDay(day)) throw new RangeError(`${where} has "${day}" where a day belongs`);
  }
  return {
    code,
    zh,
    en,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    source,
    confidence: confidence as Confidence,
    more,
  };
}

function inUse(entry: CodeEntry, day: Day): boolean {
  return holdsOn({ from: entry.from ?? DAWN, ...(entry.to === undefined ? {} : { to: entry.to }) }, day);
}

/**
 * Builds the lists from the rows of their CSV files.
 * @throws RangeError when a list is missing or a row lacks code, name or confidence mark, or has a wrong day.
 */
export function codeListsOf(tables: Readonly<Record<CodeListName, readonly CodeListRow[]>>): CodeLists {
  const lists = new Map<CodeListName, { entries: CodeEntry[]; byCode: Map<string, CodeEntry[]> }>();
  for (const list of codeListNames) {
    const rows = tables[list];
    if (rows === undefined || rows.length === 0) throw new RangeError(`code list ${list} is empty`);
    const entries = rows.map((row, at) => readRow(list, row, at));
    const byCode = new Map<string, CodeEntry[]>();
    for (const entry of entries) byCode.set(entry.code, [entry, ...(byCode.get(entry.code) ?? [])]);
    for (const periods of byCode.values()) {
      periods.sort((one, other) => (other.from ?? DAWN).localeCompare(one.from ?? DAWN));
    }
    lists.set(list, { entries, byCode });
  }
  const find: CodeLists['find'] = (list, code, day) => {
    const periods = lists.get(list)?.byCode.get(code);
    return day === undefined ? periods?.[0] : periods?.find((entry) => inUse(entry, day));
  };
  return {
    find,
    has: (list, code, day) => find(list, code, day) !== undefined,
    name: (list, code, language, day) => {
      const entry = find(list, code, day);
      return language === 'en' && entry?.en !== '' ? entry?.en : entry?.zh;
    },
    entries: (list) => lists.get(list)?.entries ?? [],
  };
}
