import type { ActsFor, Sender } from '#exchange';
import type { Http } from '#http';
import { DelegationBook } from './application/book.ts';
import type { DelegationPorts } from './application/ports.ts';
import { delegationRoutes } from './http/routes.ts';

export type { DelegationPorts } from './application/ports.ts';

export interface Delegations {
  /** Whom a sender acts or has acted for, and what of that holds today; at most three seconds old. */
  actsFor(agent: Sender): Promise<ReadonlyMap<string, ActsFor>>;
  register(app: Http): void;
}

/** Puts delegations together. */
export function wireDelegations(ports: DelegationPorts): Delegations {
  const book = new DelegationBook(ports);
  return {
    actsFor: (agent) => book.actsFor(agent),
    register: (app) => delegationRoutes(app, { ...ports, book }),
  };
}
