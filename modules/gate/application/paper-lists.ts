import { type Book, itemsByRecord } from '#bonded';
import { keyText } from '#documents';
import { Problem } from '#http';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { gateFinding } from '../domain/findings.ts';
import { type AskedList, type SetAside, setAside } from '../domain/set-aside.ts';
import { addListed, papersOf } from '../storage/listed.ts';
import type { FiledList, GateSources, ListKey } from './ports.ts';

const keyOf = ({ orderNo, ebpCode }: ListKey): string => keyText([orderNo, ebpCode]);

/** Puts what is on file beside what was asked for, and on which paper it is. */
export async function lookUp(
  ports: GateSources,
  client: Client,
  keys: readonly ListKey[],
): Promise<(AskedList & { readonly list: FiledList | undefined })[]> {
  const filed = new Map((await ports.lists(client, keys)).map((list) => [keyOf(list), list]));
  const papers = new Map((await papersOf(client, keys)).map((one) => [keyOf(one), one.paperNo]));
  return keys.map((key) => {
    const list = filed.get(keyOf(key));
    return { ...key, list: list && { ...list, on: papers.get(keyOf(key)) } };
  });
}

/** @throws Problem 422 with findings of lists that cannot be put on a paper */
export function refuseLists(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  throw new Problem(
    422,
    'PAPER-LISTS',
    { zh: '清单不能列入，见 findings', en: 'These lists cannot be put on it: see findings' },
    findings,
  );
}

/** Puts lists on a paper, each on one that counts: the database holds that. */
export async function take(client: Client, paperNo: string, asked: readonly AskedList[]): Promise<void> {
  const taken = asked.flatMap(({ list }) =>
    list ? [{ ...list, invtNo: list.invtNo ?? '', grossKg: list.grossWeight }] : [],
  );
  const done = new Set((await addListed(client, paperNo, taken)).map(keyOf));
  refuseLists(
    asked.flatMap((one, at) =>
      done.has(keyOf(one)) ? [] : [gateFinding('GATE-LIST-TAKEN', `lists[${at}]`, one.orderNo)],
    ),
  );
}

/** @throws Problem 422 where there are more than a paper may have */
export function notTooMany(ports: GateSources, lists: readonly unknown[]): void {
  const { mostLists } = ports.rules(ports.today());
  if (lists.length > mostLists)
    throw new Problem(422, 'PAPER-TOO-MANY', {
      zh: `一份单最多 ${mostLists} 份清单`,
      en: `A paper has at most ${mostLists} lists`,
    });
}

/** A paper of released lists of a book. */
export interface PaperOfLists {
  readonly book: Book;
  readonly paperNo: string;
  readonly lists: readonly ListKey[];
}

/** What else keeps a list off a paper of a kind. */
export type Unfit = (list: FiledList, path: string) => Finding[];

/**
 * Puts released lists of a book on a paper, in the caller's transaction.
 * @returns what they take out of the book
 * @throws Problem 422 with everything that is wrong
 */
export async function listsOnPaper(
  ports: GateSources,
  client: Client,
  { book, paperNo, lists }: PaperOfLists,
  unfit: Unfit,
): Promise<Pick<SetAside, 'quantities' | 'grossKg'>> {
  notTooMany(ports, lists);
  const asked = await lookUp(ports, client, lists);
  const recordNos = asked.flatMap(({ list }) => list?.goods.flatMap((line) => line.itemRecordNo ?? []) ?? []);
  const items = await itemsByRecord(client, book.bookNo, [...new Set(recordNos)]);
  const aside = setAside(
    book,
    asked,
    new Map(items.map((item) => [item.itemRecordNo, item])),
    ports.rules(ports.today()).secondLine,
  );
  refuseLists([
    ...aside.findings,
    ...asked.flatMap(({ list }, at) => (list ? unfit(list, `lists[${at}]`) : [])),
  ]);
  await take(client, paperNo, asked);
  return aside;
}
