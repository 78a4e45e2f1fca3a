import type { Book, MovementWish } from '#bonded';
import { record } from '#journal';
import { parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import type { Checklist, ChecklistGoods } from '../storage/checklists.ts';
import type { By } from './ports.ts';

/** A new checklist of a book, with nothing on it. */
export const fresh = (
  book: Book,
  by: By,
  at: Date,
  more: Pick<Checklist, 'checklistNo' | 'direction' | 'purpose'>,
) => ({
  ...{ ...more, bookNo: book.bookNo, owner: book.owner, customsCode: book.customsCode },
  ...{ state: 'made' as const, entryNo: null, lists: 0, passNo: null },
  ...{ madeBy: by.id, madeAt: at, settledAt: null, reason: '' },
});

/** What it sets aside in its book, or gives back. */
export const wishesOf = (
  list: Checklist,
  goods: readonly ChecklistGoods[],
  cause: 'checklist' | 'checklist-back',
  day: string,
  by: string,
): MovementWish[] =>
  goods.map(({ itemNo, quantity }) => ({
    ...{ bookNo: list.bookNo, itemNo, cause, quantity: parseDecimal(quantity), day, by },
    ...{ reference: list.checklistNo, line: 1 },
  }));

export async function tell(client: Client, kind: string, list: Checklist, at: Date): Promise<void> {
  const { checklistNo, bookNo, owner, direction, purpose, state, lists, entryNo, reason } = list;
  const body = { checklistNo, bookNo, owner, direction, purpose, state, lists, entryNo, reason };
  await record(client, [{ at, kind, subject: checklistNo, body }]);
}
