import { type Bilingual, type Confidence, type Dated, type Day, holdsOn, isDay } from '#kernel';

/** What an officer does with a held list. */
export const officerActs = ['release', 'refuse', 'inspect'] as const;
export type OfficerAct = (typeof officerActs)[number];

/** A reason an officer may give, in its dates; the value is the act it is of. */
export interface OfficerReason extends Dated<OfficerAct> {
  readonly code: string;
  readonly words: Bilingual;
}

/**
 * Reads `contracts/export-reasons.csv`.
 * @throws RangeError when a row cannot be read
 */
export function parseOfficerReasons(
  rows: readonly Readonly<Record<string, string>>[],
): readonly OfficerReason[] {
  return rows.map((row, at) => {
    const { code = '', zh = '', en = '', from = '', to = '', source = '', confidence = '' } = row;
    const value = officerActs.find((act) => act === row.act);
    const sound = value && code !== '' && zh !== '' && en !== '' && isDay(from) && (to === '' || isDay(to));
    if (!sound || source === '' || !['V', 'H', 'M', 'L', 'D'].includes(confidence))
      throw new RangeError(`row ${at + 2} of export-reasons.csv is not sound`);
    return {
      ...{ code, value, words: { zh, en }, from: from as Day, source },
      ...(to === '' ? {} : { to: to as Day }),
      confidence: confidence as Confidence,
    };
  });
}

/** The reasons that may be given on a day, in the order of the table. */
export const officerReasonsOn = (reasons: readonly OfficerReason[], day: Day): readonly OfficerReason[] =>
  reasons.filter((reason) => holdsOn(reason, day));
