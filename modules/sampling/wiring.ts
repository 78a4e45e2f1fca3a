import { createHash, randomBytes } from 'node:crypto';
import type { Companion } from '#clearance';
import type { Http } from '#http';
import { chinaDay } from '#kernel';
import { shippedTable } from '#shipped';
import type { TableRow } from '#tax';
import { samplingCompanion } from './application/companion.ts';
import type { SamplingPorts } from './application/ports.ts';
import { Seeds } from './application/seeds.ts';
import type { SamplingRow } from './domain/rates.ts';
import { parseSamplingRates } from './domain/tables.ts';
import { samplingRoutes } from './http/routes.ts';

export { creditOn } from './storage/credit.ts';

/**
 * Reads the rates lists are drawn by.
 * @param amend lays editions over what is shipped
 * @throws Error when the file is missing, RangeError when a row cannot be read
 */
export function loadSamplingRates(
  amend: (table: string, shipped: readonly TableRow[]) => readonly TableRow[] = (_table, shipped) => shipped,
): readonly SamplingRow[] {
  return parseSamplingRates(amend('sampling-rates', shippedTable('sampling-rates.csv')));
}

export interface SamplingSettings extends Omit<SamplingPorts, 'chinaDay' | 'digest' | 'secret'> {
  /** In place of chance, the secret of a day; for tests. */
  readonly secret?: (() => string) | undefined;
}

export interface Sampling {
  /** Draws among the lists the conductor judges. */
  readonly companion: Companion;
  register(app: Http): void;
  /** Commits to the draws of today and tomorrow, before any list comes. */
  start(): Promise<void>;
}

/** Puts the draws of lists together. */
export function wireSampling({ secret, ...settings }: SamplingSettings): Sampling {
  const ports: SamplingPorts = {
    ...settings,
    chinaDay: (at) => chinaDay(at.getTime()),
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    secret: secret ?? (() => randomBytes(32).toString('hex')),
  };
  const seeds = new Seeds(ports);
  return {
    companion: samplingCompanion(ports, seeds),
    register: (app) => samplingRoutes(app, ports),
    start: () => seeds.commit(),
  };
}
