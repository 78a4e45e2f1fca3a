import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { CoverTable } from '#reliefs';

export interface GuaranteePorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  /** Whether an enterprise of this customs code is registered and active. */
  readonly isActive: (customsCode: string) => Promise<boolean>;
  /** CNY below which an enterprise is warned, until it sets another amount (D). */
  readonly warnBelow: () => string;
  readonly coverTable: CoverTable;
  /** Told after a commit that accounts have more cover than before. */
  readonly covered: (guarantors: readonly string[]) => void;
}
