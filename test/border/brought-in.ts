import { postMovements } from '#bonded';
import { parseDecimal } from '#kernel';
import type { Database } from '#postgres';

/** Goods of a book, as a vehicle brought them. */
export interface Brought {
  readonly itemNo: number;
  readonly quantity: string;
  readonly reference: string;
  readonly day: string;
  readonly expiresOn?: string;
}

/** Writes into a book what the gate would for vehicles that came in, for tests that begin with goods in stock. */
export async function broughtIn(
  database: Database,
  bookNo: string,
  goods: readonly Brought[],
): Promise<void> {
  const posted = await database.transaction((client) =>
    postMovements(
      client,
      goods.map(({ quantity, ...one }) => ({
        ...{ ...one, bookNo, cause: 'entry', quantity: parseDecimal(quantity), line: 1, by: 'gate' },
      })),
      new Date(`${goods[0]?.day}T10:00:00+08:00`),
    ),
  );
  const refused = posted.find(({ outcome }) => outcome !== 'posted');
  if (refused) throw new Error(`the book takes nothing in: ${refused.outcome}`);
}
