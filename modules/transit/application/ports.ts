import type { Day } from '#kernel';
import type { Database } from '#postgres';
import type { CorridorBook, Direction } from '../domain/corridors.ts';
import type { TransitParameters } from '../domain/parameters.ts';
import type { Party } from '../domain/states.ts';
import type { CargoList, ListKey } from '../storage/cargo.ts';
import type { Transit } from '../storage/transits.ts';

/** A list that somebody wants to put into a transit. */
export interface FoundList extends CargoList {
  /** Whether it may go as it stands: of import lodged and neither refused nor withdrawn; of export released. */
  readonly mayGo: boolean;
  /** How it stands, in the words of clearance. */
  readonly state: string;
}

export interface TransitPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** The day in China. */
  readonly today: () => Day;
  readonly parameters: () => TransitParameters;
  readonly corridors: CorridorBook;
  /** Those of these customs codes whose enterprises are registered and active as carriers. */
  readonly carriersAmong: (customsCodes: ReadonlySet<string>) => Promise<ReadonlySet<string>>;
  /** The customs district of an office; undefined for a code that is none. */
  readonly districtOf: (office: string) => string | undefined;
  /** The lists of these keys, as they stand; those there are none of are left out. */
  readonly lists: (direction: Direction, keys: readonly ListKey[]) => Promise<readonly FoundList[]>;
}

/** Who acts: a person or a program of an enterprise, or an officer of an office. */
export type Actor =
  | { readonly id: string; readonly enterprise: string }
  | { readonly id: string; readonly office: string };

/** What somebody is to a transit. An officer of a district stands for every office of it (D). */
export function partiesOf(
  { districtOf }: Pick<TransitPorts, 'districtOf'>,
  transit: Pick<Transit, 'applicant' | 'carrier' | 'departureOffice' | 'destinationOffice'>,
  actor: Actor,
): Party[] {
  if ('enterprise' in actor)
    return [
      ...(actor.enterprise === transit.applicant ? (['applicant'] as const) : []),
      ...(actor.enterprise === transit.carrier ? (['carrier'] as const) : []),
    ];
  const standsFor = (office: string) => actor.office === office || actor.office === districtOf(office);
  const own: Party[] = [
    ...(standsFor(transit.departureOffice) ? (['departure'] as const) : []),
    ...(standsFor(transit.destinationOffice) ? (['destination'] as const) : []),
  ];
  return own.length > 0 ? own : ['elsewhere'];
}

export const codeOf = (actor: Actor): string => ('enterprise' in actor ? actor.enterprise : actor.office);
