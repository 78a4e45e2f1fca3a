import { type FourEyesOn, readFourEyes } from '#four-eyes';
import { type Bilingual, type DatedRow, type Day, holdsOn, type Row, readDatedRow } from '#kernel';
import { type Act, actNames, type Cause } from './acts.ts';

/** A reason an officer may give, for one period. */
export interface Reason extends Bilingual {
  readonly code: string;
  readonly act: Cause;
  /** returnStatus the list comes to stand at; empty where it stays where it is. */
  readonly status: string;
  /** Code of the receipt, of the code list `customs_result`. */
  readonly customsCode: string;
}

/** The two tables officers decide by, through time. */
export interface DeskTables {
  reasonsOn(day: Day): readonly Reason[];
  readonly fourEyesOn: FourEyesOn<Act>;
}

/**
 * Reads `contracts/desk-reasons.csv` and `contracts/desk-four-eyes.csv`.
 * @throws RangeError when a row is unsound
 */
export function deskTables(reasonRows: readonly Row[], fourEyesRows: readonly Row[]): DeskTables {
  const reasons = reasonRows.map((row, at) => readReason(row, `row ${at + 2} of desk-reasons.csv`));
  return {
    reasonsOn: (day) => reasons.filter((reason) => holdsOn(reason, day)),
    fourEyesOn: readFourEyes(fourEyesRows, {
      ...{ file: 'desk-four-eyes.csv', acts: actNames, riskClasses: ['green', 'yellow', 'red'] },
    }),
  };
}

function readReason(row: Row, where: string): Reason & DatedRow {
  const { act = '', status = '', customs_code: customsCode = '' } = row;
  const silent = act === 'ask' || act === 'undo';
  if (!silent && !isAct(act)) throw new RangeError(`${where} is of no act`);
  if ((status === '') !== silent) throw new RangeError(`${where} has no status for its act`);
  if (!/^\d+$/.test(customsCode)) throw new RangeError(`${where} has no code for the receipt`);
  return { ...readDatedRow(row, where), act: act as Cause, status, customsCode };
}

const isAct = (text: string): text is Act => (actNames as readonly string[]).includes(text);
