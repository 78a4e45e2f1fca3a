import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { BookKeeper } from './keeper.ts';

export interface BondedPorts {
  readonly database: Database;
  readonly keeper: BookKeeper;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  /** Whether an enterprise of this customs code is registered and active. */
  readonly isActive: (customsCode: string) => Promise<boolean>;
  /** Whether the code is one of the unit list. */
  readonly isUnit: (code: string) => boolean;
  /** Days before a best-before day in which goods are warned of. */
  readonly expiryWarningDays: () => number;
}
