import type { Database } from '#postgres';
import { keepClosed } from '../../modules/summaries/application/keep-closed.ts';
import type { ClosedList } from '../../modules/summaries/domain/contribution.ts';
import { itemOf, listOf } from '../../modules/summaries/testing/lists.ts';

/** Kinds of goods a consignor sells: more than a summary has lines, so that summaries have to be cut. */
const kinds = 120;
const countries = ['119', '133', '106', '136', '122', '112'];
const ports = ['8612', '8630'];
/** Lists closed in one transaction, as a departure closes those of a conveyance. */
const together = 2_000;

/** The list of a number: one to three lines, from one of a dozen keys; always the same. */
function listNumbered(number: number, ebcCode: string): ClosedList {
  const country = countries[number % countries.length] ?? '119';
  const items = Array.from({ length: 1 + (number % 3) }, (_, line) => {
    // Scattered, and the same each time.
    const kind = ((Math.imul(number * 3 + line, 2_654_435_761) >>> 8) % kinds) + 1;
    return itemOf({
      ...{ gnum: line + 1, gcode: `09023${String(kind).padStart(5, '0')}`, gname: `商品${kind}`, country },
      ...{ qty: String(1 + (number % 5)), totalPrice: `${10 + (number % 400)}.${number % 10}0` },
    });
  });
  return listOf(number, { ebcCode, country, portCode: ports[(number >> 3) % ports.length] ?? '8612' }, items);
}

/**
 * Has customs close so many lists of a consignor in a month.
 * @param month YYYY-MM
 */
export async function closeLists(
  database: Database,
  ebcCode: string,
  month: string,
  count: number,
): Promise<void> {
  const closedAt = new Date(`${month}-20T04:00:00Z`);
  for (let from = 0; from < count; from += together)
    await database.transaction((client) =>
      keepClosed(
        client,
        Array.from({ length: Math.min(together, count - from) }, (_, at) => ({
          list: listNumbered(from + at + 1, ebcCode),
          closedAt,
        })),
      ),
    );
}
