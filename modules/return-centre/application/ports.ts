import type { EnterpriseCaller } from '#access';
import type { ListsOnFile } from '#clearance';
import type { MessageAnswer } from '#exchange';
import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { Application } from '#returns';
import type { ParameterTable } from '#tax';

export interface CentrePorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  /** Windows of returns, by the day of release. */
  readonly parameters: ParameterTable;
  readonly lists: Pick<ListsOnFile, 'hold'>;
  /** Whether an enterprise of this customs code is registered and active. */
  readonly isActive: (customsCode: string) => Promise<boolean>;
  /** Hands in a return list for an enterprise, as by its form. */
  readonly apply: (caller: EnterpriseCaller, application: Application) => Promise<MessageAnswer>;
  /** Told after the commit that parcels are sorted, for which a return may wait. */
  readonly sorted: () => void;
}

/** Who does something in a centre. */
export interface By {
  /** Account, or key. */
  readonly id: string;
  /** Customs code of the enterprise whose the centre has to be; undefined for the park, which stands in for all. */
  readonly party: string | undefined;
}
