import type { Http } from '#http';
import { type RefundRates, refundRateOn } from '#refunds';
import { shippedTable } from '#shipped';
import { type ParameterTable, type Tariff, tariffLineOn } from '#tax';
import type { AdviserBook } from './domain/adviser/advise.ts';
import { type ModeCosts, parseModeCosts } from './domain/adviser/costs.ts';
import { type AdviserPorts, modeRoutes } from './http/routes.ts';

/**
 * Reads what modes cost in papers and time. Read once, at start.
 * @throws Error when the file is missing, RangeError when a row cannot be read.
 */
export function loadModeCosts(): ModeCosts {
  return parseModeCosts(shippedTable('mode-costs.csv'));
}

/** The tables of other modules that advice rests on. */
export interface AdviserTables {
  readonly parameters: ParameterTable;
  readonly tariff: Tariff;
  readonly refunds: RefundRates;
  /** Read from the project's `contracts/` where they are left out. */
  readonly costs?: ModeCosts;
}

/** Puts together what advice on modes rests on. */
export function openAdviserBook({
  parameters,
  tariff,
  refunds,
  costs = loadModeCosts(),
}: AdviserTables): AdviserBook {
  return {
    parameters,
    costs,
    lineOn: (hs, day) => tariffLineOn(tariff, hs, day),
    refundRateOn: (hs, day) => refundRateOn(refunds, hs, day)?.value,
  };
}

/** Puts the adviser on the interface. */
export const wireModes = (ports: AdviserPorts): { register(app: Http): void } => ({
  register: (app) => modeRoutes(app, ports),
});
