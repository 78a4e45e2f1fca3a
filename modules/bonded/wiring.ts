import type { Http } from '#http';
import { BookKeeper } from './application/keeper.ts';
import type { BondedPorts } from './application/ports.ts';
import { bondedRoutes } from './http/routes.ts';

export type BondedSettings = Omit<BondedPorts, 'keeper'>;

export interface Bonded {
  register(app: Http): void;
}

/** Puts account books of bonded goods together. */
export function wireBonded(settings: BondedSettings): Bonded {
  const keeper = new BookKeeper(settings.database, settings.now);
  return { register: (app) => bondedRoutes(app, { ...settings, keeper }) };
}
