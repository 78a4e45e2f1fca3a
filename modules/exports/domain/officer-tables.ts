import { type FourEyesOn, readFourEyes } from '#four-eyes';
import { type DatedRow, type Day, holdsOn, type Row, readDatedRow } from '#kernel';

/** What an officer does with a held list. */
export const officerActs = ['release', 'refuse', 'inspect'] as const;
export type OfficerAct = (typeof officerActs)[number];

/** A reason an officer may give for an act, in its dates. */
export interface OfficerReason extends DatedRow {
  readonly act: OfficerAct;
}

/** The two tables officers decide by, through time. */
export interface OfficerTables {
  /** The reasons that may be given on a day, in the order of the table. */
  reasonsOn(day: Day): readonly OfficerReason[];
  readonly fourEyesOn: FourEyesOn<OfficerAct>;
}

/**
 * Reads `contracts/export-reasons.csv` and `contracts/export-four-eyes.csv`.
 * @throws RangeError when a row is unsound
 */
export function officerTables(reasonRows: readonly Row[], fourEyesRows: readonly Row[]): OfficerTables {
  const reasons = reasonRows.map((row, at) => readReason(row, `row ${at + 2} of export-reasons.csv`));
  return {
    reasonsOn: (day) => reasons.filter((reason) => holdsOn(reason, day)),
    // Export lists are not classed by risk.
    fourEyesOn: readFourEyes(fourEyesRows, {
      ...{ file: 'export-four-eyes.csv', acts: officerActs, riskClasses: [] },
    }),
  };
}

function readReason(row: Row, where: string): OfficerReason {
  const act = officerActs.find((one) => one === row.act);
  if (act === undefined) throw new RangeError(`${where} is of no act`);
  return { ...readDatedRow(row, where), act };
}
