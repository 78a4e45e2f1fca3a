import type { Sender } from '#exchange';
import type { Day } from '#kernel';
import type { Database } from '#postgres';

/** An enterprise of the register, and whether it may act today. */
export interface RegisteredParty extends Sender {
  readonly active: boolean;
}

export interface DelegationPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  /** The enterprises registered under these codes; unknown codes are left out. */
  readonly enterprises: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, RegisteredParty>>;
}
