import { commit, type DrawRecord, draw } from '#draws';
import { Problem } from '#http';
import { addDays, type Day, parseDecimal } from '#kernel';
import { planOf, type SamplingMode } from '../domain/rates.ts';
import {
  batchesAfter,
  type DayOfDraws,
  type Drawn,
  daysPage,
  drawnPage,
  seededDay,
  type Totals,
  totalsOf,
} from '../storage/draws.ts';
import { candidateName } from './candidate.ts';
import type { SamplingPorts } from './ports.ts';

export type { DayOfDraws };

type Ports = Pick<SamplingPorts, 'database' | 'now' | 'chinaDay' | 'digest'>;

/** Commitments, the latest day first. */
export const committedDays = (
  { database }: Ports,
  before: Day | undefined,
  limit: number,
): Promise<DayOfDraws[]> => daysPage(database.publicReaders, before, limit);

/** A day's commitment, how many were drawn among by which rate, and once it is over its secret. */
export interface ShownDay extends DayOfDraws {
  readonly seed?: string;
  readonly totals: readonly Totals[];
}

/** @throws Problem 404 where nothing was committed to for the day */
export async function shownDay(ports: Ports, day: Day): Promise<ShownDay> {
  const { seed, ...plain } = await seededOr404(ports, day);
  const totals = await totalsOf(ports.database.publicReaders, day);
  return { ...plain, totals, ...(isOver(ports, day) ? { seed } : {}) };
}

/** Who knows the secret on its day knows whom it will fall on. */
const isOver = ({ now, chinaDay }: Ports, day: Day): boolean => day < chinaDay(now());

async function seededOr404({ database }: Ports, day: Day) {
  const seeded = await seededDay(database.publicReaders, day);
  if (seeded) return seeded;
  throw new Problem(404, 'SAMPLING-DAY-NOT-FOUND', {
    zh: `${day} 没有公布抽查承诺`,
    en: `Nothing was committed to for ${day}`,
  });
}

/** One draw: everything needed to draw again. */
export interface ShownBatch {
  readonly batchNo: string;
  readonly at: Date;
  /** Rows of the table of rates that made the rate. */
  readonly why: string;
  readonly mode: SamplingMode;
  readonly candidates: readonly string[];
  readonly record: DrawRecord;
}

/**
 * The draws of a day that is over, one by one in the order they were made; none before.
 * @throws Problem 404 where nothing was committed to for the day
 */
export async function shownBatches(
  ports: Ports,
  day: Day,
  after: string | undefined,
  limit: number,
): Promise<ShownBatch[]> {
  const { purpose, seed } = await seededOr404(ports, day);
  if (!isOver(ports, day)) return [];
  const { database, digest } = ports;
  const batches = await batchesAfter(database.publicReaders, day, after, limit);
  return batches.map(({ batchNo, at, why, mode, rate, orderNos, ebpCodes }) => {
    const candidates = orderNos.map((orderNo, i) =>
      candidateName({ orderNo, ebpCode: ebpCodes[i] ?? '' }, digest),
    );
    const share = parseDecimal(rate);
    const record = draw(commit(purpose, share, seed, digest), share, seed, candidates, digest);
    return { batchNo, at, why, mode, candidates, record };
  });
}

/** The lists the draw fell on, the latest first. */
export const drawnLists = (
  { database }: Ports,
  before: { readonly at: string; readonly orderNo: string; readonly ebpCode: string } | undefined,
  limit: number,
): Promise<Drawn[]> => drawnPage(database.readers, before, limit);

/** Goods whose rate is raised now, by chapter and origin. */
export async function raisedNow(
  ports: Pick<SamplingPorts, 'database' | 'now' | 'chinaDay' | 'rates' | 'nonconforming'>,
): Promise<readonly { readonly hsChapter: string; readonly origin: string }[]> {
  const today = ports.chinaDay(ports.now());
  const { raised } = planOf(ports.rates(), today);
  if (!raised) return [];
  return ports.nonconforming(ports.database.publicReaders, raisedSince(today, raised.days), raised.faults);
}

/** Since when what was found not to conform raises the rate: midnight in China. */
export const raisedSince = (today: Day, days: number): Date =>
  new Date(`${addDays(today, -days)}T00:00:00+08:00`);
