import { type CaseFile, type CaseStepRow, caseByNumber } from '../storage/cases.ts';
import { type Disposition, dispositionsOf } from '../storage/dispositions.ts';
import { type GivenBackRow, givenBackBy, linesOf, type ReturnLine } from '../storage/lines.ts';
import { type CaseRow, type CaseWish, casesPage, openCounts, stepsOf } from '../storage/pages.ts';
import type { ReturnsPorts } from './ports.ts';
import { noReturn } from './problems.ts';

/** All there is of a case. */
export interface CaseDetail {
  readonly file: CaseFile;
  readonly lines: readonly ReturnLine[];
  readonly given: readonly GivenBackRow[];
  readonly dispositions: readonly Disposition[];
  readonly steps: readonly CaseStepRow[];
}

/** One case. @param party whose it has to be. @throws Problem RETURNS-NOT-FOUND */
export async function caseDetail(
  { database }: Pick<ReturnsPorts, 'database'>,
  returnNo: string,
  party: string | undefined,
): Promise<CaseDetail> {
  return database.readers.transaction(async (client) => {
    const file = await caseByNumber(client, returnNo, party);
    if (!file) throw noReturn(returnNo);
    const lines = await linesOf(client, file);
    const given = await givenBackBy(client, file);
    const dispositions = await dispositionsOf(client, file);
    return { file, lines, given, dispositions, steps: await stepsOf(client, file) };
  });
}

/** Cases, the latest first. */
export const casesBefore = (
  { database }: Pick<ReturnsPorts, 'database'>,
  wish: CaseWish,
): Promise<CaseRow[]> => casesPage(database.readers, wish);

/** How many wait for something. */
export const waitingCases = ({ database }: Pick<ReturnsPorts, 'database'>, party: string | undefined) =>
  openCounts(database.readers, party);
