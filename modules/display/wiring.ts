import type { Http } from '#http';
import { Rounds } from '#journal';
import type { DisplayPorts } from './application/ports.ts';
import { tellOverdue } from './application/time.ts';
import { countRoutes } from './http/count-routes.ts';
import { displayRoutes } from './http/display-routes.ts';
import { shopRoutes } from './http/shop-routes.ts';

export { displayFollower } from './application/follower.ts';
export type { DisplayRules } from './application/ports.ts';

export interface DisplaySettings extends DisplayPorts {
  /** How often it is looked whose time is over, milliseconds. */
  readonly lookMs: number;
  readonly fault: (error: unknown) => void;
}

export interface Display {
  register(app: Http): void;
  start(): void;
  stop(): Promise<void>;
}

/** Puts display shops and what is on display there together. */
export function wireDisplay({ lookMs, fault, ...ports }: DisplaySettings): Display {
  const rounds = new Rounds(() => tellOverdue(ports), lookMs, fault);
  return {
    register: (app) => {
      shopRoutes(app, ports);
      displayRoutes(app, ports);
      countRoutes(app, ports);
    },
    start: () => rounds.start(),
    stop: () => rounds.stop(),
  };
}
