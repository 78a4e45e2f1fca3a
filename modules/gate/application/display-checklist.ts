import { type Book, postTogether } from '#bonded';
import type { Day } from '#kernel';
import type { Client } from '#postgres';
import { addChecklist, type Checklist, type ChecklistGoods, issueNo } from '../storage/checklists.ts';
import { fresh, tell, wishesOf } from './checklist-parts.ts';
import type { By } from './ports.ts';

/** Goods of a book that go on display, or come back from it. */
export interface DisplayChecklistWish {
  readonly book: Book;
  readonly by: By;
  readonly at: Date;
  readonly day: Day;
  readonly direction: 'out' | 'in';
  readonly grossKg: string;
  readonly goods: readonly Pick<ChecklistGoods, 'itemNo' | 'quantity'>[];
}

/**
 * Makes a checklist of goods on display, in the caller's transaction: those that go out are set aside in the book; those
 * that come back are customs' to look at when they went out, and need no approval again (D).
 * @throws Problem 409 where the book has too little
 */
export async function makeDisplayChecklist(client: Client, wish: DisplayChecklistWish): Promise<Checklist> {
  const { book, by, at, day, direction, grossKg } = wish;
  const checklistNo = await issueNo(client, 'QD', book.customsCode, direction, day);
  const list: Checklist = {
    ...fresh(book, by, at, { checklistNo, direction, purpose: 'display' }),
    ...{ grossKg, state: direction === 'in' ? 'approved' : 'made' },
  };
  const goods = wish.goods.map((line) => ({ ...line, expiresOn: null }));
  await addChecklist(client, list, goods);
  if (direction === 'out') await postTogether(client, wishesOf(list, goods, 'checklist', day, by.id), at);
  await tell(client, 'checklist-made', list, at);
  return list;
}
