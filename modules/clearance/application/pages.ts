import { type ListHead, type ListWish, lastLookedAt, listsOf, newestLists } from '#declarations';
import { keyText } from '#documents';
import { Problem } from '#http';
import { type Bilingual, formatDecimal, parseDecimal, sum } from '#kernel';
import type { Readers } from '#postgres';
import { maskName } from '#registry';
import type { ListRow, ListsPage, ListsQuery, Summary } from '../http/list-schemas.ts';
import { countsSince, standingCounts, waitingCount } from '../storage/counts.ts';
import {
  type ListKey,
  type ListStanding,
  listsInState,
  medianDecisionMs,
  type PageEnd,
  standingsOf,
} from '../storage/pages.ts';
import { listsByNumber } from './lists-by-number.ts';

/** Who looks: an enterprise sees the lists it sent or is a party of, an operator sees the zone. */
export interface Viewer {
  /** Customs code; undefined for an operator or in a demonstration. */
  readonly party: string | undefined;
}

export interface PagePorts {
  readonly database: Readers;
  readonly now: () => Date;
  readonly officeName: (code: string) => Bilingual | undefined;
  /** Names of enterprises by their customs codes, as far as they are registered. */
  readonly enterpriseNames: (codes: ReadonlySet<string>) => Promise<ReadonlyMap<string, string>>;
  /** Name of a result code in both languages. */
  readonly resultName: (code: string) => Bilingual | undefined;
  readonly rulebookEdition: string;
  /** Customs offices of the zone's district. */
  readonly offices: readonly ({ readonly code: string } & Bilingual)[];
}

/** When a filter leaves out most lists, this many are looked through for one page at most. */
const lookLimit = 20_000;
/** The same for the lists of one state, which are read by their keys and cost more. */
const scanLimit = 5_000;

/** One page of lists, newest first. */
export async function listsPage(ports: PagePorts, viewer: Viewer, query: ListsQuery): Promise<ListsPage> {
  const page = query.search
    ? await searched(ports, viewer, query, query.search)
    : await paged(ports, viewer, query);
  const rows = await listRows(ports, page.heads);
  return {
    lists: rows,
    ...(page.next ? { next: page.next } : {}),
    counts: await countStates(ports, viewer, query.mode),
    now: ports.now().toISOString(),
  };
}

interface Page {
  readonly heads: readonly ListHead[];
  readonly next?: string;
}

async function paged(ports: PagePorts, viewer: Viewer, query: ListsQuery): Promise<Page> {
  const before = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (query.state !== undefined) return pagedByState(ports, viewer, query, query.state, before);
  const wish: ListWish = {
    limit: query.limit,
    among: lookLimit,
    ...(before ? { before: { ...before, receivedAt: before.at } } : {}),
    ...(viewer.party ? { party: viewer.party } : {}),
    ...(query.mode ? { tradeMode: query.mode } : {}),
    ...(query.office ? { customsCode: query.office } : {}),
  };
  const heads = await newestLists(ports.database, wish);
  // A page that is not full ends where the looking did, so that the next one goes on from there.
  const last = heads.length === query.limit ? heads.at(-1) : await lastLookedAt(ports.database, wish);
  return last ? { heads, next: cursorText(endOf(last, last.receivedAt)) } : { heads };
}

async function pagedByState(
  ports: PagePorts,
  viewer: Viewer,
  query: ListsQuery,
  state: NonNullable<ListsQuery['state']>,
  from: PageEnd | undefined,
): Promise<Page> {
  const heads: ListHead[] = [];
  let before = from;
  for (let scanned = 0; scanned < scanLimit; ) {
    const wanted = Math.max(query.limit, 100);
    const keys = await listsInState(ports.database, state, before, wanted);
    const found = await listsOf(ports.database, keys);
    for (const key of keys) {
      const head = found.get(keyText([key.orderNo, key.ebpCode]));
      before = endOf(key, key.at);
      if (head && fits(head, viewer, query)) heads.push(head);
      if (heads.length === query.limit) return { heads, next: cursorText(before) };
    }
    if (keys.length < wanted) return { heads };
    scanned += keys.length;
  }
  return before ? { heads, next: cursorText(before) } : { heads };
}

function fits(head: ListHead, { party }: Viewer, query: ListsQuery): boolean {
  const { sender, ebpCode, ebcCode, agentCode } = head;
  const mine = party === undefined || [sender, ebpCode, ebcCode, agentCode].includes(party);
  return (
    mine &&
    (!query.mode || head.tradeMode === query.mode) &&
    (!query.office || head.customsCode === query.office)
  );
}

/** By order number, inventory number, waybill number, and among the newest by own and pre-entry number. */
async function searched(ports: PagePorts, viewer: Viewer, query: ListsQuery, text: string): Promise<Page> {
  const heads = await listsByNumber(ports.database, text, async (found) => {
    const mine = found.filter((head) => fits(head, viewer, query));
    if (query.state === undefined) return mine;
    const rows = await listRows(ports, mine);
    return mine.filter((_, i) => rows[i]?.state === query.state);
  });
  return { heads: heads.slice(0, query.limit) };
}

const endOf = ({ orderNo, ebpCode }: ListKey, at: Date): PageEnd => ({
  at: at.toISOString(),
  orderNo,
  ebpCode,
});

/** The length parts the code from the number: either may hold whatever sign would part them. */
const cursorText = ({ at, orderNo, ebpCode }: PageEnd): string =>
  `${at}~${ebpCode.length}~${ebpCode}${orderNo}`;

function readCursor(cursor: string): PageEnd {
  const [, at = '', length = '', key = ''] = /^([^~]*)~(\d{1,2})~(.+)$/s.exec(cursor) ?? [];
  const [ebpCode, orderNo] = [key.slice(0, Number(length)), key.slice(Number(length))];
  const time = new Date(at);
  // Only what cursorText writes is read; years JavaScript knows and PostgreSQL does not are none of it.
  const real = !Number.isNaN(time.getTime()) && time.toISOString() === at && /^(?!0000)\d{4}-/.test(at);
  if (real && !cursor.includes('\u0000')) return { at, orderNo, ebpCode };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}

/** Rows as shown: where each list stands, personal data masked. */
export async function listRows(ports: PagePorts, heads: readonly ListHead[]): Promise<ListRow[]> {
  const standings = new Map<string, ListStanding>();
  for (const standing of await standingsOf(ports.database, [...new Set(heads.map(({ orderNo }) => orderNo))]))
    standings.set(keyText([standing.orderNo, standing.ebpCode]), standing);
  const senders = await sendersOf(ports, heads);
  return heads.map((head) =>
    rowOf(ports, head, standings.get(keyText([head.orderNo, head.ebpCode])), senders),
  );
}

/** Names of who takes part in lists handed in by delegation; most were not, and cost nothing. */
export async function sendersOf(ports: PagePorts, heads: readonly ListHead[]) {
  const codes = new Set(heads.flatMap(({ sender, sentFor }) => (sentFor === null ? [] : [sender, sentFor])));
  return codes.size === 0 ? new Map<string, string>() : ports.enterpriseNames(codes);
}

/** @param senders names of who handed in for whom, by customs code */
export function rowOf(
  ports: PagePorts,
  head: ListHead,
  standing: ListStanding | undefined,
  senders: ReadonlyMap<string, string>,
): ListRow {
  const firm = (code: string) => ({ code, name: senders.get(code) ?? code });
  const office = ports.officeName(head.customsCode);
  const decided =
    standing && standing.state !== 'waiting' && standing.state !== 'forwarded' ? standing : undefined;
  const code = decided && (/\[Code:(\d+);/.exec(decided.returnInfo)?.[1] ?? decided.returnStatus);
  const name = code ? ports.resultName(code) : undefined;
  const { orderNo, ebpCode, ebpName, ebcName, agentName, preNo, logisticsNo, tradeMode, customsCode } = head;
  return {
    ...{ orderNo, ebpCode, ebpName, ebcName, agentName, preNo, logisticsNo, tradeMode, customsCode },
    ...(head.sentFor === null ? {} : { sentByDelegate: { by: firm(head.sender), for: firm(head.sentFor) } }),
    ...(head.copNo ? { copNo: head.copNo } : {}),
    ...(decided?.invtNo ? { invtNo: decided.invtNo } : {}),
    ...(office ? { customsName: office } : {}),
    state: standing?.state ?? 'waiting',
    statusCode: standing?.returnStatus ?? head.returnStatus,
    ...(decided && code
      ? { outcome: { code, zh: name?.zh ?? decided.returnInfo, en: name?.en ?? decided.returnInfo } }
      : {}),
    goodsValue: plainAmount(head.goodsValue),
    ...(decided?.taxTotal ? { taxTotal: plainAmount(decided.taxTotal) } : {}),
    buyerName: maskName(head.buyerName),
    itemCount: head.itemCount,
    firstGoodsName: head.firstGoodsName,
    receivedAt: head.receivedAt.toISOString(),
    ...(decided ? { decidedAt: decided.at.toISOString() } : {}),
  };
}

/** A numeric of the database without the zeros of its scale. */
export const plainAmount = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

async function countStates(ports: PagePorts, viewer: Viewer, mode?: string): Promise<ListsPage['counts']> {
  const { database } = ports;
  const wish = { recipient: viewer.party, tradeMode: mode };
  const waiting = await waitingCount(database, wish);
  const counts = { waiting, forwarded: 0, released: 0, held: 0, refused: 0, withdrawn: 0 };
  for (const { outcome, lists } of await standingCounts(database, wish)) counts[outcome] = lists;
  return counts;
}

const bucketsShown = 60;

/** Where customs takes back in one bar what it said in another, the bar shows nothing, not less. */
const withoutDebts = (bucket: Summary['volume']['buckets'][number]) => ({
  ...bucket,
  released: Math.max(0, bucket.released),
  held: Math.max(0, bucket.held),
  refused: Math.max(0, bucket.refused),
});

/** What the strip above the table shows. */
export async function summaryView(
  ports: PagePorts,
  viewer: Viewer,
  bucketSeconds: number,
  chinaMidnight: Date,
): Promise<Summary> {
  const { database } = ports;
  const now = ports.now();
  const bucketMs = bucketSeconds * 1000;
  const first = Math.floor(now.getTime() / bucketMs) * bucketMs - (bucketsShown - 1) * bucketMs;
  const today = await countsSince(database, chinaMidnight, viewer.party);
  const buckets = new Map<number, Summary['volume']['buckets'][number]>();
  for (const { slot, outcome, lists } of await countsSince(database, new Date(first), viewer.party)) {
    const from = Math.floor(slot.getTime() / bucketMs) * bucketMs;
    const bucket = buckets.get(from) ?? {
      from: new Date(from).toISOString(),
      received: 0,
      released: 0,
      held: 0,
      refused: 0,
    };
    bucket.received += lists;
    if (outcome !== 'withdrawn' && outcome !== 'forwarded') bucket[outcome] += lists;
    buckets.set(from, bucket);
  }
  const waiting = await waitingCount(database, { recipient: viewer.party });
  // A list that is with customs has been received; it is counted as decided when customs has decided.
  const count = (lists: readonly { readonly lists: number }[]): number =>
    lists.reduce((total, one) => total + one.lists, 0);
  const decided = count(today.filter(({ outcome }) => outcome !== 'forwarded'));
  // Nothing is due on a list that is returned, and what is held is not due yet.
  const released = today.filter(({ outcome }) => outcome === 'released');
  const tax = sum(released.map(({ taxTotal }) => parseDecimal(plainAmount(taxTotal))));
  // How long decisions take in the whole zone is no figure of one enterprise.
  const median = viewer.party === undefined ? await medianDecisionMs(database) : undefined;
  return {
    counts: await countStates(ports, viewer),
    today: { received: count(today) + waiting, decided, taxTotal: formatDecimal(tax, 2) },
    volume: { bucketSeconds, buckets: [...buckets.values()].map(withoutDebts) },
    ...(median === undefined ? {} : { medianDecisionMs: median }),
    rulebookVersion: ports.rulebookEdition,
    offices: [...ports.offices],
    now: now.toISOString(),
  };
}
