import type { Day } from '#kernel';
import type { SummaryWish } from './summarise.ts';

/** How far an application has come. */
export type ApplicationState = 'applied' | 'claimed' | 'summed-up' | 'empty' | 'withdrawn';

/** Which lists an application is for. */
export interface Chosen {
  /** Closed from this moment on and before the other, where a time is given. */
  readonly closedFrom?: Date | undefined;
  readonly closedBefore?: Date | undefined;
  /** Their numbers, where they are named. */
  readonly invtNos?: readonly string[] | undefined;
}

/** An application for a summary, as it is made. */
export interface NewApplication {
  readonly origin: 'message' | 'platform';
  readonly ebcCode: string;
  readonly ebcName: string;
  readonly agent: { readonly code: string; readonly name: string };
  readonly broker: { readonly code: string; readonly name: string };
  readonly copNo?: string | undefined;
  readonly preNo?: string | undefined;
  readonly chosen: Chosen;
  readonly wish: SummaryWish;
  readonly mostLines: number;
  readonly by: string;
  readonly at: Date;
}

/** Why a list an application is for is in no summary of it. */
export type ListLeftOut =
  | 'SUMMARY-LIST-UNKNOWN'
  | 'SUMMARY-STATISTICS'
  | 'SUMMARY-TOO-MANY-LINES'
  | 'SUMMARY-LIST-ELSEWHERE';

/** An application as it stands. */
export interface Application {
  readonly ebcCode: string;
  readonly ebcName: string;
  readonly sumNo: string;
  readonly origin: 'message' | 'platform';
  readonly copNo: string | null;
  readonly preNo: string | null;
  readonly agentCode: string;
  readonly agentName: string;
  readonly declAgentCode: string;
  readonly declAgentName: string;
  readonly closedFrom: Date | null;
  readonly closedBefore: Date | null;
  readonly byNumbers: boolean;
  readonly bySeller: boolean;
  readonly byName: boolean;
  readonly mostLines: number;
  readonly state: ApplicationState;
  readonly lists: number;
  /** Lists that are already in a summary. */
  readonly placed: number;
  readonly summaries: number;
  readonly by: string;
  readonly appliedAt: Date;
  readonly finishedAt: Date | null;
}

/** The first day of the month after. */
export function nextMonth(month: Day): Day {
  const [year = 0, at = 0] = month.split('-').map(Number);
  return at === 12 ? `${year + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`;
}

const pad = (sequence: bigint, digits: number): string =>
  String(sequence).padStart(digits, '0').slice(-digits);

/** A number of eighteen characters: a letter, the day in China, nine digits. @param day YYYY-MM-DD */
export const numberOfDay = (letter: string, day: Day, sequence: bigint): string =>
  `${letter}${day.replaceAll('-', '')}${pad(sequence, 9)}`;

/** Number of a customs declaration of export: office, year, 0 for export, nine digits. */
export const entryIdOf = (customsCode: string, day: Day, sequence: bigint): string =>
  `${customsCode.padEnd(4, '0')}${day.slice(0, 4)}0${pad(sequence, 9)}`;
