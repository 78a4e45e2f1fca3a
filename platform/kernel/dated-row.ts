import type { Confidence } from './dated.ts';
import { type Day, isDay } from './day.ts';
import type { Bilingual } from './finding.ts';

/** A row of a table's CSV, by column name. */
export type Row = Readonly<Record<string, string>>;

/** What every row of a table has, whatever the table is of: its code, its name, its days and where it comes from. */
export interface DatedRow extends Bilingual {
  readonly code: string;
  readonly from: Day;
  /** Last day it holds, inclusive; open when absent. */
  readonly to?: Day;
  readonly source: string;
  readonly confidence: Confidence;
}

const confidences: readonly string[] = ['V', 'H', 'M', 'L', 'D'] satisfies Confidence[];

/**
 * Reads what every row has: the columns code, zh, en, from, to, source and confidence.
 * @param where names the row and its file, for whoever has to mend it
 * @throws RangeError when one of them is missing or no such value
 */
export function readDatedRow(row: Row, where: string): DatedRow {
  const { code = '', zh = '', en = '', from = '', to = '', source = '', confidence = '' } = row;
  if (code === '' || zh === '' || en === '') throw new RangeError(`${where} lacks its code or its name`);
  if (!isDay(from) || (to !== '' && !isDay(to))) throw new RangeError(`${where} has no days`);
  if (source === '' || !confidences.includes(confidence))
    throw new RangeError(`${where} has no source or no confidence`);
  return {
    ...{ code, zh, en, from, source },
    ...(to === '' ? {} : { to }),
    confidence: confidence as Confidence,
  };
}
