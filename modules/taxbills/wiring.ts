import type { Http } from '#http';
import { Rounds } from '#journal';
import { collect } from './application/collector.ts';
import { coverCompanion } from './application/companion.ts';
import { takeFromCustoms } from './application/from-customs.ts';
import { letGoOn } from './application/going-on.ts';
import type { TaxBillPorts } from './application/ports.ts';
import { taxBillRoutes } from './http/routes.ts';

export interface TaxBillSettings extends Omit<TaxBillPorts, 'covered'> {
  /** What guarantees do by the clock, before bills are collected. */
  readonly guaranteesRound: () => Promise<void>;
  /** How often what is due by the clock is looked at, milliseconds. */
  readonly lookMs: number;
}

export interface TaxBills {
  register(app: Http): void;
  start(): void;
  stop(): Promise<void>;
  /** Guarantors have more cover than before: lists that wait for it go on. */
  covered(guarantors: readonly string[]): void;
}

/** Puts tax bills together. */
export function wireTaxBills(settings: TaxBillSettings): TaxBills {
  let going: Promise<void> = Promise.resolve();
  const covered = (guarantors: readonly string[]): void => {
    going = going.then(() => letGoOn(ports, guarantors)).catch(settings.fault);
  };
  const ports: TaxBillPorts = { ...settings, covered };
  const round = async (): Promise<void> => {
    await settings.guaranteesRound();
    await collect(ports);
    await letGoOn(ports);
  };
  const rounds = new Rounds(round, settings.lookMs, settings.fault);
  return {
    register: (app) => taxBillRoutes(app, ports),
    start: () => rounds.start(),
    stop: async () => {
      await rounds.stop();
      await going;
    },
    covered,
  };
}

export { coverCompanion, takeFromCustoms };
