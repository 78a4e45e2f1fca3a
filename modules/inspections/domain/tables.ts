import { type Bilingual, type DatedRow, type Day, holdsOn, type Row, readDatedRow } from '#kernel';

/** Why an agency wants an inspection. */
export interface Ground extends Bilingual {
  readonly code: string;
  readonly agency: string;
}

/** What may be wrong, and what customs' desk does with a list of which it is. */
export interface Fault extends Bilingual {
  readonly code: string;
  /** Code of the desk's table of reasons. */
  readonly deskReason: string;
}

/** A row by which what one agency found in order counts for another. */
export interface Recognition extends Bilingual {
  readonly code: string;
  readonly by: { readonly agency: string; readonly ground: string };
  readonly for: { readonly agency: string; readonly ground: string };
  readonly validDays: number;
}

/** What inspections go by, through time. */
export interface InspectionTables {
  groundsOn(day: Day): readonly Ground[];
  faultsOn(day: Day): readonly Fault[];
  recognitionsOn(day: Day): readonly Recognition[];
}

/**
 * Reads `contracts/inspection-reasons.csv` and `contracts/mutual-recognition.csv`.
 * @throws RangeError when a row is unsound
 */
export function inspectionTables(reasons: readonly Row[], recognitions: readonly Row[]): InspectionTables {
  const grounds = reasons.filter(({ kind }) => kind === 'ground').map(readGround);
  const faults = reasons.filter(({ kind }) => kind === 'fault').map(readFault);
  if (grounds.length + faults.length < reasons.length)
    throw new RangeError('a row of inspection-reasons.csv is neither ground nor fault');
  const rows = recognitions.map(readRecognition);
  return {
    groundsOn: (day) => grounds.filter((one) => holdsOn(one, day)),
    faultsOn: (day) => faults.filter((one) => holdsOn(one, day)),
    recognitionsOn: (day) => rows.filter((one) => holdsOn(one, day)),
  };
}

function readGround(row: Row): Ground & DatedRow {
  const { agency = '' } = row;
  if (agency === '') throw new RangeError(`the ground ${row.code} is of no agency`);
  return { ...readDatedRow(row, `row ${row.code}`), agency };
}

function readFault(row: Row): Fault & DatedRow {
  const { desk_reason: deskReason = '' } = row;
  if (deskReason === '') throw new RangeError(`the fault ${row.code} has no reason of the desk`);
  return { ...readDatedRow(row, `row ${row.code}`), deskReason };
}

function readRecognition(row: Row): Recognition & DatedRow {
  const of = (agency = '', ground = '') => {
    if (agency === '' || ground === '') throw new RangeError(`${row.code} names no agency or no ground`);
    return { agency, ground };
  };
  const validDays = Number(row.valid_days);
  if (!Number.isSafeInteger(validDays) || validDays <= 0)
    throw new RangeError(`${row.code} is good for no time`);
  return {
    ...readDatedRow(row, `row ${row.code}`),
    by: of(row.by_agency, row.by_ground),
    for: of(row.for_agency, row.for_ground),
    validDays,
  };
}
