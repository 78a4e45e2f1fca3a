import type { EnterpriseCaller } from '#access';
import type { DocumentHandler, MessageAnswer } from '#exchange';
import type { Http } from '#http';
import { type Application, applyByForm } from './application/apply.ts';
import { exportReturnHandlers } from './application/export-handlers.ts';
import { returnHandlers } from './application/handlers.ts';
import { Judging } from './application/judging.ts';
import type { ReturnsPorts } from './application/ports.ts';
import { returnsRoutes } from './http/routes.ts';

export interface ReturnsSettings extends ReturnsPorts {
  /** How often what has come in is looked for, milliseconds. */
  readonly lookMs: number;
}

export interface Returns {
  /** Takes in CEB623 and CEB625 of imports, CEB605, CEB213 and CEB215 of exports. */
  readonly handlers: readonly DocumentHandler[];
  /** Told after each commit which papers have been taken in, by root. */
  papersArrived(papers: ReadonlyMap<string, unknown>): void;
  /** Hands in a cancellation or return for an enterprise, as by its form. */
  apply(caller: EnterpriseCaller, application: Application): Promise<MessageAnswer>;
  /** Told after a commit that parcels in a return centre are sorted. */
  sorted(): void;
  register(app: Http): void;
  /** Begins to judge what has come in. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts cancellations and returns together. */
export function wireReturns(settings: ReturnsSettings): Returns {
  const judging = new Judging(settings, settings.lookMs);
  return {
    handlers: [...returnHandlers(settings), ...exportReturnHandlers(settings)],
    papersArrived: (papers) => judging.arrived(papers),
    apply: (caller, application) => applyByForm(settings, caller, application),
    sorted: () => judging.sorted(),
    register: (app) => returnsRoutes(app, settings),
    start: () => judging.start(),
    stop: () => judging.stop(),
  };
}
