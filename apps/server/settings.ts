import type { Database } from '#postgres';

/** What a server is started with. */
export interface ServerSettings {
  readonly database: Database;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Default: this machine only. */
  readonly host?: string;
  /** The clock; default the machine's. */
  readonly now?: () => Date;
  /** Everyone may read: for a demonstration with made-up people only. */
  readonly demo?: boolean;
  /** Browsers send sessions by HTTPS only: for a server behind a proxy that speaks it. */
  readonly secureCookies?: boolean;
  /** In place of the rulebook's time for papers, milliseconds. */
  readonly paperWaitMs?: number;
  /** How often overdue lists are looked for, milliseconds. */
  readonly sweepMs?: number;
  /** Told of faults, once each. */
  readonly fault?: (error: unknown, what: string) => void;
}
