import type { Day } from '#kernel';
import type { Client, Database } from '#postgres';
import type { AgencyParameters } from '../domain/parameters.ts';
import type { ProjectionRow } from '../domain/projection.ts';
import type { RequirementBook } from '../domain/requirements.ts';
import type { ListKey } from '../storage/questions.ts';
import type { AgencyAdapter } from './adapter.ts';

export interface AgencyPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly chinaDay: (at: Date) => Day;
  readonly parameters: () => AgencyParameters;
  readonly projections: readonly ProjectionRow[];
  readonly requirements: RequirementBook;
  /** Asks anew of lists that others held, in the caller's transaction; what it answers is done after the commit. */
  readonly reconsider: (
    client: Client,
    lists: readonly ListKey[],
  ) => Promise<{ readonly committed: () => void }>;
  /**
   * Has something inspected of a list for an agency, in the caller's transaction.
   * @returns how it stands: open, or what has been found of it already; `by` is the row by which another's result counts
   * @throws Problem where there is no such ground or list
   */
  readonly inspect: (
    client: Client,
    list: ListKey,
    wish: { readonly agency: string; readonly ground: string; readonly note: string },
    by: string,
  ) => Promise<{
    readonly state: 'open' | 'conforming' | 'nonconforming' | 'recognised';
    readonly by?: string | undefined;
    readonly inspectionId: string;
  }>;
  /** What speaks with an agency at its address. */
  readonly adapter: (address: string, secret: string) => AgencyAdapter;
  /** Whether requests may go to an address, as far as the address tells. */
  readonly mayAsk: (address: string) => boolean;
  /** Something went wrong that nobody is told of otherwise. */
  readonly fault: (error: unknown) => void;
}
