import type { FoundDocument, PageWish } from '#documents';
import { Problem } from '#http';
import { kindShapes, type PaperworkKind, type Side } from '../domain/kinds.ts';
import type { PageQuery, PaperRow, PaperworkPage } from '../http/schemas.ts';
import type { PaperworkPorts } from './ports.ts';

/** What a filter says, before it is known which side and whose. */
export type Filter = Pick<PageQuery, 'side' | 'search' | 'from' | 'to' | 'deleted'>;

/** A table longer than this is narrowed before anybody looks at its end. */
const countedMost = 200_000;
/** Names and other numbers are looked for among this many of the newest. */
const searchedAmong = 20_000;
/** What may be the beginning of an order number. */
const numberLike = /^[\w-]{4,60}$/;

/** A stretch of one kind of document, the newest first. */
export async function pageOf(
  ports: PaperworkPorts,
  kind: PaperworkKind,
  customsCode: string,
  query: PageQuery,
): Promise<PaperworkPage> {
  const { readers } = ports.database;
  const { side, wish } = await wishOf(ports, kind, customsCode, query);
  const pages = ports.pages[kind];
  const [rows, total] = await Promise.all([
    pages.page(readers, wish, query),
    pages.count(readers, wish, countedMost),
  ]);
  return {
    side,
    sides: kindShapes[kind].sides.map(([name]) => name),
    rows: rows.map((row) => rowOf(ports, kind, row)),
    total,
    ...(wish.words ? { among: searchedAmong } : {}),
    now: ports.now().toISOString(),
  };
}

/** What the database is asked: numbers among all, and if none begins so, the words among the newest. */
export async function wishOf(
  ports: PaperworkPorts,
  kind: PaperworkKind,
  customsCode: string,
  filter: Filter,
): Promise<{ readonly side: Side; readonly wish: PageWish }> {
  const { readers } = ports.database;
  const pages = ports.pages[kind];
  const { side, column } = await sideOf(ports, kind, customsCode, filter.side);
  const base: PageWish = {
    side: column,
    enterprise: customsCode,
    ...(filter.from ? { from: ports.midnight(filter.from) } : {}),
    ...(filter.to ? { until: new Date(ports.midnight(filter.to).getTime() + dayMs) } : {}),
    ...(filter.deleted ? { deleted: filter.deleted === 'yes' } : {}),
  };
  const { search } = filter;
  if (search === undefined) return { side, wish: base };
  const byNumber = { ...base, number: search };
  if (numberLike.test(search) && (await pages.count(readers, byNumber, 1)) > 0)
    return { side, wish: byNumber };
  return { side, wish: { ...base, words: { text: search, among: searchedAmong } } };
}

const dayMs = 86_400_000;

/** The side asked for, or the first that has documents. */
async function sideOf(
  ports: PaperworkPorts,
  kind: PaperworkKind,
  customsCode: string,
  asked: Side | undefined,
): Promise<{ readonly side: Side; readonly column: string }> {
  const { sides, name } = kindShapes[kind];
  const wanted = sides.filter(([side]) => asked === undefined || side === asked);
  const [first] = wanted;
  if (!first)
    throw new Problem(422, 'PAPERWORK-SIDE', {
      zh: `${name.zh}没有这一类；请去掉参数 side`,
      en: `There is no such side of ${name.en}; leave out the parameter side`,
    });
  for (const [side, column] of wanted.length > 1 ? wanted : []) {
    const some = await ports.pages[kind].count(
      ports.database.readers,
      { side: column, enterprise: customsCode },
      1,
    );
    if (some > 0) return { side, column };
  }
  return { side: first[0], column: first[1] };
}

function rowOf(ports: PaperworkPorts, kind: PaperworkKind, found: FoundDocument): PaperRow {
  const { number, firms, amount, person, goods } = kindShapes[kind];
  const { head, firstItem, itemCount, sender, sentFor, receivedAt, returnStatus, deleted, key } = found;
  const of = (name: string | undefined) => (name === undefined ? undefined : head[name]?.toString());
  const [own, who, what] = [of(number), of(person), goods && goodsOf(goods, head, firstItem)];
  const paid = of(amount);
  return {
    key: key.replaceAll('\u0000', '/'),
    orderNo: String(head.orderNo),
    ...(own === undefined ? {} : { number: own }),
    firms: firms.flatMap(([code, name]) => {
      const [value, called] = [of(code), of(name)];
      return value === undefined ? [] : [{ code: value, name: called ?? value }];
    }),
    ...(paid === undefined ? {} : { amount: paid }),
    currency: of('currency') ?? '',
    ...(who === undefined ? {} : { person: ports.masked(person, who) }),
    ...(what === undefined ? {} : { goods: what }),
    itemCount,
    receivedAt: receivedAt.toISOString(),
    status: returnStatus,
    deleted,
    sender,
    ...(sentFor === undefined ? {} : { sentFor }),
  };
}

type Fields = FoundDocument['head'];

function goodsOf(
  goods: { readonly head: string } | { readonly item: string },
  head: Fields,
  firstItem: Fields | undefined,
): string | undefined {
  return 'head' in goods ? head[goods.head]?.toString() : firstItem?.[goods.item]?.toString();
}
