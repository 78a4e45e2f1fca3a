import type { HeldFollower } from '#clearance';
import { type DeskParameters, deskParameters } from '#desk';
import { chinaDay } from '#kernel';
import { type ParameterTable, parameterOn } from '#tax';
import type { Clearance } from '../../modules/clearance/wiring.ts';
import { type Desk, type DeskSettings, deskFollower, wireDesk } from '../../modules/desk/wiring.ts';

/** The times and limits of the desk on the day it is asked. */
const parametersOf =
  (table: ParameterTable, now: () => Date): (() => DeskParameters) =>
  () => {
    const day = chinaDay(now().getTime());
    return deskParameters((key) => parameterOn(table, key, day)?.value);
  };

/** Keeps a case for every list that the conductor holds. */
export const followHeld = (table: ParameterTable, now: () => Date): HeldFollower =>
  deskFollower(parametersOf(table, now));

/** Puts the officer's desk on the conductor. */
export function composeDesk(
  { database, now, officerName }: Pick<DeskSettings, 'database' | 'now' | 'officerName'>,
  table: ParameterTable,
  { officers, rows, detail, buyerKey, officeName }: Clearance,
): Desk {
  return wireDesk({
    ...{ database, now, officerName },
    parameters: parametersOf(table, now),
    ...{ lists: officers, rows, buyerKey, officeName },
    listDetail: (key) => detail({ party: undefined }, key),
  });
}
