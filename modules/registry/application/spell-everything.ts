import type { Database } from '#postgres';
import type { Goods } from '../domain/goods.ts';
import type { SearchTerms } from '../domain/search-terms.ts';
import { spellGoods } from '../storage/goods.ts';

/** Goods spelled in one transaction: some tenths of a second of work. */
const BATCH = 500;

/** Writes what goods are found by that were filed before they could be sought; several servers share the work. */
export async function spellEverything(
  database: Database,
  termsOf: (goods: Goods) => SearchTerms,
): Promise<void> {
  for (;;) {
    const spelled = await database.transaction((client) => spellGoods(client, termsOf, BATCH));
    if (spelled === 0) return;
  }
}
