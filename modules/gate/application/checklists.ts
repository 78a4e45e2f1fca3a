import { type Book, bookOf, itemsOf, noBook, postTogether } from '#bonded';
import { Problem } from '#http';
import { formatDecimal } from '#kernel';
import type { Client } from '#postgres';
import { gateFinding } from '../domain/findings.ts';
import { displaysNamed } from '../domain/set-aside.ts';
import {
  addChecklist,
  type Checklist,
  checklistOf,
  goodsOf,
  issueNo,
  settleChecklist,
} from '../storage/checklists.ts';
import { freeListed } from '../storage/listed.ts';
import { fresh, tell, wishesOf } from './checklist-parts.ts';
import { listsOnPaper } from './paper-lists.ts';
import type { By, GateSources, ListKey } from './ports.ts';

async function ownBook(client: Client, bookNo: string, by: By): Promise<Book> {
  const book = await bookOf(client, bookNo, by.customsCode);
  if (book === undefined) throw noBook(bookNo);
  return book;
}

/** Builds a checklist of released lists and sets their goods aside in the book. @throws Problem 404, 409, 422 */
export async function makeExit(
  ports: GateSources,
  by: By,
  wish: { readonly bookNo: string; readonly lists: readonly ListKey[] },
): Promise<Checklist> {
  const at = ports.now();
  const day = ports.today();
  return ports.database.transaction(async (client) => {
    const book = await ownBook(client, wish.bookNo, by);
    const checklistNo = await issueNo(client, 'QD', book.customsCode, 'out', day);
    const paper = { book, paperNo: checklistNo, lists: wish.lists };
    const aside = await listsOnPaper(ports, client, paper, (list, path) =>
      [...displaysNamed(list)].some((named) => named !== undefined)
        ? [gateFinding('GATE-LIST-DISPLAY', path, list.orderNo)]
        : [],
    );
    const goods = [...aside.quantities].map(([itemNo, quantity]) => ({
      ...{ itemNo, quantity: formatDecimal(quantity), expiresOn: null },
    }));
    const list: Checklist = {
      ...fresh(book, by, at, { checklistNo, direction: 'out', purpose: 'goods' }),
      ...{ grossKg: formatDecimal(aside.grossKg), lists: wish.lists.length },
    };
    await addChecklist(client, list, goods);
    await postTogether(client, wishesOf(list, goods, 'checklist', day, by.id), at);
    await tell(client, 'checklist-made', list, at);
    return list;
  });
}

/** Goods declared to come into a book. */
export interface EntryWish {
  readonly bookNo: string;
  readonly entryNo: string;
  readonly grossKg: string;
  readonly goods: readonly {
    readonly itemNo: number;
    readonly quantity: string;
    readonly expiresOn?: string | undefined;
  }[];
}

/** Declares goods that come into a book; they are in it once customs has approved and the gate let them in. */
export async function makeEntry(ports: GateSources, by: By, wish: EntryWish): Promise<Checklist> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const book = await ownBook(client, wish.bookNo, by);
    const itemNos = wish.goods.map(({ itemNo }) => itemNo);
    const known = new Set((await itemsOf(client, book.bookNo, itemNos)).map(({ itemNo }) => itemNo));
    const unknown = itemNos.flatMap((itemNo, index) =>
      known.has(itemNo) ? [] : [gateFinding('GATE-GOODS-RECORD', `goods[${index}].itemNo`, String(itemNo))],
    );
    if (unknown.length > 0 || new Set(itemNos).size < itemNos.length)
      throw new Problem(
        422,
        'CHECKLIST-GOODS',
        { zh: '商品序号不存在或重复', en: 'Items are unknown or named twice' },
        unknown,
      );
    const checklistNo = await issueNo(client, 'QD', book.customsCode, 'in', ports.today());
    const list: Checklist = {
      ...fresh(book, by, at, { checklistNo, direction: 'in', purpose: 'goods' }),
      ...{ entryNo: wish.entryNo, grossKg: wish.grossKg },
    };
    const goods = wish.goods.map((line) => ({ ...line, expiresOn: line.expiresOn ?? null }));
    if (!(await addChecklist(client, list, goods)))
      throw new Problem(409, 'CHECKLIST-ENTRY-TAKEN', {
        zh: `报关单 ${wish.entryNo} 已有该账册的核注清单`,
        en: `Declaration ${wish.entryNo} has a checklist of this book already`,
      });
    await tell(client, 'checklist-made', list, at);
    return list;
  });
}

export const noChecklist = (checklistNo: string): Problem =>
  new Problem(404, 'CHECKLIST-NOT-FOUND', {
    zh: `没有核注清单 ${checklistNo}`,
    en: `There is no checklist ${checklistNo}`,
  });

const notNow = (): Problem =>
  new Problem(409, 'CHECKLIST-STATE', {
    zh: '核注清单已办结、已装车或不需此步骤',
    en: 'The checklist is settled or on a pass, or needs no such step',
  });

/** Cancels a checklist that is on no pass: its lists may be put on another one, what was set aside goes back. */
export async function cancelChecklist(ports: GateSources, by: By, checklistNo: string): Promise<Checklist> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const list = await checklistOf(client, checklistNo, by.customsCode, true);
    if (list === undefined) throw noChecklist(checklistNo);
    if (list.passNo !== null || !['made', 'approved'].includes(list.state)) throw notNow();
    await cancel(ports, client, list, by.id, at, '');
    return { ...list, state: 'cancelled', settledAt: at };
  });
}

async function cancel(
  ports: GateSources,
  client: Client,
  list: Checklist,
  by: string,
  at: Date,
  reason: string,
): Promise<void> {
  if (list.direction === 'out') {
    const goods = await goodsOf(client, list);
    await postTogether(client, wishesOf(list, goods, 'checklist-back', ports.today(), by), at);
    await freeListed(client, list.checklistNo);
  }
  if (list.purpose === 'display')
    await ports.follower.cancelled(client, { checklistNos: [list.checklistNo], day: ports.today(), at, by });
  await settleChecklist(client, list, { state: 'cancelled', by, at, reason });
  await tell(client, 'checklist-cancelled', { ...list, state: 'cancelled', reason }, at);
}

/** Customs approves goods that are to come in, or rejects them. */
export async function decideEntry(
  ports: GateSources,
  by: string,
  checklistNo: string,
  verdict: { readonly state: 'approved' | 'rejected'; readonly reason: string },
): Promise<Checklist> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const list = await checklistOf(client, checklistNo, undefined, true);
    if (list === undefined) throw noChecklist(checklistNo);
    if (list.direction !== 'in' || list.state !== 'made') throw notNow();
    if (verdict.state === 'rejected') {
      await cancel(ports, client, list, by, at, verdict.reason);
      return { ...list, state: 'cancelled', settledAt: at, reason: verdict.reason };
    }
    await settleChecklist(client, list, { state: 'approved', by, at, reason: verdict.reason });
    await tell(client, 'checklist-approved', { ...list, state: 'approved' }, at);
    return { ...list, state: 'approved', settledAt: at, reason: verdict.reason };
  });
}
