import type { Draws } from './draws.ts';
import type { GateKeeper } from './gate-keeper.ts';
import type { GateSources } from './ports.ts';

/** What the routes speak to. */
export interface GatePorts extends GateSources {
  readonly draws: Draws;
  readonly keeper: GateKeeper;
}
