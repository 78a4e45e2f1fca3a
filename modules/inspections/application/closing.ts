import type { Client } from '#postgres';
import type { Inspector } from '../domain/officer.ts';
import type { ListKey } from './list-key.ts';

/** What customs' desk is to do with a list that has been inspected. */
export interface DeskVerdict extends ListKey {
  /** Code of the desk's table of reasons. */
  readonly reason: string;
  readonly note: string;
}

/** What came of it: the status the list stands at now, or why the desk did nothing. */
export interface DeskOutcome extends ListKey {
  readonly done: 'decided' | 'nothing';
  /** Status, or a code. */
  readonly said: string;
}

/** Has the desk decide in the transaction it is lent for. */
export type AtDesk = (
  officers: readonly [Inspector, Inspector | undefined],
  verdicts: readonly DeskVerdict[],
) => Promise<readonly DeskOutcome[]>;

/** What was found of one hold, as the agency that wanted it is told. */
export interface HoldResult extends ListKey {
  readonly inspectionId: string;
  readonly agency: string;
  readonly ground: string;
  readonly conforming: boolean;
  /** Code of the table of reasons, where it does not conform. */
  readonly reason: string | undefined;
  readonly found: string;
}

/** Carries out what follows a result. */
export interface Closing {
  /** Runs work in a transaction in which these lists and their cases stand still; it may be run again. */
  holding<Result>(
    lists: readonly ListKey[],
    work: (client: Client, desk: AtDesk) => Promise<Result>,
  ): Promise<Result>;
  /** Tells the agencies what was found of what they wanted, in that transaction. */
  told?(client: Client, results: readonly HoldResult[], at: Date): Promise<void>;
  /** After the commit: lists that nobody bars any more go on. */
  goOn(lists: readonly ListKey[]): Promise<void>;
}
