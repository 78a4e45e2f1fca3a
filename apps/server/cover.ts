import type { Day } from '#kernel';
import type { Client } from '#postgres';
import type { CoverRow } from '#reliefs';
import { loadCoverTable } from '../../modules/reliefs/wiring.ts';
import { creditOn } from '../../modules/sampling/wiring.ts';

/** How much cover enterprises give, by the credit customs has filed of them. */
export const coverTable = loadCoverTable();

/** By which rows guarantors give less cover on a day, as customs rates them. */
export async function coverRows(
  client: Client,
  guarantors: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, CoverRow>> {
  const credit = await creditOn(client, guarantors, day);
  return new Map(
    [...credit].flatMap(([guarantor, rated]) => {
      const row = coverTable.on(rated, day);
      return row ? [[guarantor, row] as const] : [];
    }),
  );
}
