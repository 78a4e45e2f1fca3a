import type { Application } from '../domain/application.ts';
import {
  applicationsPage,
  leftOutOf,
  type MonthRow,
  membersPage,
  monthsPage,
  statisticsPage,
} from '../storage/reading.ts';
import { linesOf, type SummaryRow, summariesPage } from '../storage/summaries.ts';
import type { SummariesPorts } from './ports.ts';

export type { MonthRow } from '../storage/reading.ts';
export type { SummaryRow } from '../storage/summaries.ts';

type Ports = Pick<SummariesPorts, 'database'>;

/** Months of a party or of the zone, the latest first. */
export const monthsBefore = (
  { database }: Ports,
  wanted: Parameters<typeof monthsPage>[1],
): Promise<MonthRow[]> => monthsPage(database.readers, wanted);

/** Lines of the statistics of a month, after a key. */
export const statisticsAfter = ({ database }: Ports, wanted: Parameters<typeof statisticsPage>[1]) =>
  statisticsPage(database.readers, wanted);

/** Applications of a party or of the zone, the latest first. */
export const applicationsBefore = (
  { database }: Ports,
  wanted: Parameters<typeof applicationsPage>[1],
): Promise<Application[]> => applicationsPage(database.readers, wanted);

/** Lists an application could not take, after a number. */
export const leftOutAfter = ({ database }: Ports, one: Application, after: string, limit: number) =>
  leftOutOf(database.readers, one, after, limit);

/** Summaries of a party or of the zone, the latest first. */
export const summariesBefore = (
  { database }: Ports,
  wanted: Parameters<typeof summariesPage>[1],
): Promise<SummaryRow[]> => summariesPage(database.readers, wanted);

/** The lines of a summary. */
export const linesFor = ({ database }: Ports, { ebcCode, declSeqNo }: SummaryRow) =>
  linesOf(database.readers, ebcCode, declSeqNo);

/** Lists of a summary, or those behind one of its lines, from a place on. */
export const membersFrom = (
  { database }: Ports,
  summary: SummaryRow,
  wanted: Parameters<typeof membersPage>[2],
) => membersPage(database.readers, summary, wanted);
