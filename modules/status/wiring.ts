import type { Http } from '#http';
import { StatusBoard } from './application/page.ts';
import { Watch, type WatchPorts } from './application/watch.ts';
import type { Component } from './domain/components.ts';
import { statusRoutes } from './http/routes.ts';

export type { Probe } from './application/watch.ts';

export interface Status {
  readonly watch: Watch;
  register(app: Http): void;
  /** Begins to look, once the server listens. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts the watch over the platform together. */
export function wireStatus(settings: WatchPorts): Status {
  const { database, now, parameters, probes } = settings;
  const watch = new Watch(settings);
  const has = new Set(Object.keys(probes) as Component[]);
  const board = new StatusBoard({ database: database.readers, now, parameters, watch, has });
  return {
    watch,
    register: (app) => statusRoutes(app, { database, now, board }),
    start: () => watch.start(),
    stop: () => watch.stop(),
  };
}
