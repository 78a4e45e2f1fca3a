import type { Http } from '#http';
import { shippedTable } from '#shipped';
import type { TransitPorts } from './application/ports.ts';
import { RoadWatch } from './application/watch.ts';
import { type CorridorBook, parseCorridors } from './domain/corridors.ts';
import { transitRoutes } from './http/routes.ts';

/**
 * Reads the corridors of `contracts/`. Read once, at start.
 * @throws Error when a file is missing, RangeError when a row cannot be read.
 */
export const loadCorridors = (): CorridorBook =>
  parseCorridors({
    places: shippedTable('transit-places.csv'),
    corridors: shippedTable('transit-corridors.csv'),
    legs: shippedTable('transit-legs.csv'),
  });

export interface TransitSettings extends TransitPorts {
  readonly fault: (error: unknown) => void;
  /** How often the road is looked at, milliseconds. */
  readonly lookMs?: number;
}

export interface TransitPart {
  register(app: Http): void;
  /** Begins to look at what is on the road. */
  start(): void;
  stop(): Promise<void>;
}

/** Puts transfers under customs control together. */
export function wireTransit({ fault, lookMs, ...ports }: TransitSettings): TransitPart {
  const watch = new RoadWatch(ports, fault, lookMs);
  return {
    register: (app) => transitRoutes(app, ports),
    start: () => watch.start(),
    stop: () => watch.stop(),
  };
}
