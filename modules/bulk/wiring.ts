import type { Sender } from '#exchange';
import type { Http } from '#http';
import type { Database } from '#postgres';
import { type CebPorts, cebTargets } from './application/ceb-target.ts';
import { BulkDesk } from './application/desk.ts';
import { Pace } from './application/pace.ts';
import type { BulkParameters } from './domain/parameters.ts';
import type { BulkTarget } from './domain/target.ts';
import { fileRoutes } from './http/file-routes.ts';
import { kindRoutes } from './http/kind-routes.ts';

export interface BulkSettings {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => BulkParameters;
  readonly targets: readonly BulkTarget[];
  readonly sender: (customsCode: string) => Promise<Sender | undefined>;
  /** Messages waiting for their commit at present. */
  readonly waiting: () => number;
  readonly fault: (error: unknown) => void;
  /** How often it is looked for files another server has left, milliseconds; default 2,000 (D). */
  readonly lookMs?: number;
}

export interface Bulk {
  register(app: Http): void;
  /** Begins to read and to hand in. */
  start(): void;
  stop(): Promise<void>;
}

/** The papers of retail import as targets of bulk files. */
export function paperTargets(ports: CebPorts): readonly BulkTarget[] {
  return cebTargets(ports);
}

/** Puts bulk files together; nothing is read before `start`. */
export function wireBulk(settings: BulkSettings): Bulk {
  const { database, now, parameters, sender, fault } = settings;
  const targets = new Map(settings.targets.map((target) => [target.kind, target]));
  const pace = new Pace(settings.waiting, () => parameters().mostWaiting);
  const desk = new BulkDesk({ database, now, parameters, targets, pace, fault }, settings.lookMs ?? 2_000);
  const ports = { database, now, parameters, targets, sender, wake: () => desk.wake() };
  return {
    register: (app) => {
      kindRoutes(app, ports);
      fileRoutes(app, ports);
    },
    start: () => desk.start(),
    stop: () => desk.stop(),
  };
}
