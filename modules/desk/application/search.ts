import { listsByNumber } from '#clearance';
import { type ListHead, listsOf, searchLists } from '#declarations';
import { listsOfBuyer } from '#quotas';
import type { Officer } from '../domain/officer.ts';
import type { SearchPage, SearchWish } from '../http/schemas.ts';
import { noteBuyerSearch } from '../storage/acts.ts';
import { cursorText, readCursor } from './paging.ts';
import type { DeskPorts } from './ports.ts';

/** Names and parties have no index: so many of the newest lists are looked through for one page. */
const lookLimit = 20_000;
/** A person buys for 26,000 CNY a year: nobody has so many lists. */
const buyerLimit = 1_000;

const pageSize = 50;

const dayMs = 86_400_000;
const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** Lists of the whole zone: by the beginning of any number, by buyer, or among the newest by firm, goods and days. */
export async function searchZone(ports: DeskPorts, officer: Officer, wish: SearchWish): Promise<SearchPage> {
  const { heads, next } = await found(ports, officer, wish);
  return {
    items: await ports.rows(heads),
    ...(next ? { next } : {}),
    now: ports.now().toISOString(),
  };
}

type Page = { readonly heads: readonly ListHead[]; readonly next?: string };

async function found(ports: DeskPorts, officer: Officer, wish: SearchWish): Promise<Page> {
  const { limit = pageSize } = wish;
  const { readers } = ports.database;
  if (wish.buyer) return ofBuyer(ports, officer, wish, wish.buyer);
  if (wish.number) {
    const heads = await listsByNumber(readers, wish.number, async (some) =>
      some.filter((one) => fits(one, wish)),
    );
    return { heads: heads.slice(0, limit) };
  }
  const before = wish.cursor === undefined ? undefined : readCursor(wish.cursor);
  const { heads, end } = await searchLists(readers, {
    ...{ party: wish.enterprise, goodsName: wish.goods, limit, among: lookLimit },
    from: wish.from && midnight(wish.from).toISOString(),
    until: wish.to && new Date(midnight(wish.to).getTime() + dayMs).toISOString(),
    before: before && { ...before, receivedAt: before.dueAt },
  });
  return { heads, ...(end ? { next: cursorText({ ...end, dueAt: end.receivedAt }) } : {}) };
}

/** The search is on record before anybody sees what it found. */
async function ofBuyer(
  ports: DeskPorts,
  officer: Officer,
  wish: SearchWish,
  { idType = '1', idNumber, reason }: NonNullable<SearchWish['buyer']>,
): Promise<Page> {
  const { limit = pageSize } = wish;
  const buyerKey = ports.buyerKey(idType, idNumber);
  const keys = await listsOfBuyer(ports.database.readers, buyerKey, buyerLimit);
  const heads = [...(await listsOf(ports.database.readers, keys)).values()]
    .filter((one) => fits(one, wish))
    .sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime());
  await noteBuyerSearch(ports.database, {
    ...{ officer: officer.id, officerName: officer.name, office: officer.office, at: ports.now() },
    ...{ buyerKey, reason, found: heads.length },
  });
  return { heads: heads.slice(0, limit) };
}

/** Whether a list that a number or a buyer names is wished for. */
function fits(head: ListHead, { enterprise, goods, from, to }: SearchWish): boolean {
  const { sender, ebpCode, ebcCode, agentCode, receivedAt, firstGoodsName } = head;
  return (
    (enterprise === undefined || [sender, ebpCode, ebcCode, agentCode].includes(enterprise)) &&
    (goods === undefined || firstGoodsName.toLowerCase().includes(goods.toLowerCase())) &&
    (from === undefined || receivedAt >= midnight(from)) &&
    (to === undefined || receivedAt.getTime() < midnight(to).getTime() + dayMs)
  );
}
