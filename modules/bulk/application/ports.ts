import type { Database } from '#postgres';
import type { BulkParameters } from '../domain/parameters.ts';
import type { BulkTarget } from '../domain/target.ts';
import type { Pace } from './pace.ts';

/** What the desk needs. */
export interface DeskPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => BulkParameters;
  readonly targets: ReadonlyMap<string, BulkTarget>;
  readonly pace: Pace;
  readonly fault: (error: unknown) => void;
}

/** What working on one file needs. */
export interface WorkPorts extends DeskPorts {
  /** The server is about to stop: the file is left where its last transaction has brought it. */
  readonly stopping: () => boolean;
}

/** Time after which another server takes a file over from one that is not heard of (D); each step is shorter by far. */
const leaseMs = 30_000;

export const leaseUntil = (at: Date): Date => new Date(at.getTime() + leaseMs);

/** The file is somebody else's by now, its owner has cancelled it, or the server stops: nothing more is written. */
export class TakenAway extends Error {}
