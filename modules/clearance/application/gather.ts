import type { LoadedDocument } from '#documents';
import { keyText } from '#documents';
import { onlySaved } from '#exchange';
import { add, addDays, compare, type Day, type Decimal, parseDecimal, subtract, ZERO } from '#kernel';
import type { Dossier } from '#matching';
import type { Client } from '#postgres';
import { lockAllowances, recentMovements } from '#quotas';
import type { Enterprise } from '#registry';
import { ordersByWaybill } from '#waybills';
import type { Facts } from '../domain/assess.ts';
import type { WaitingList } from '../storage/waiting.ts';
import type { ConductorPorts } from './ports.ts';

/** A list that can be judged now, with its papers. */
export interface LoadedDossier {
  readonly waiting: WaitingList;
  readonly dossier: Dossier;
  readonly preNo: string;
  readonly sender: string;
  readonly buyerKey: string;
}

/** The dossiers that are complete, or whose time is up; in the order of acceptance. */
export async function loadDossiers(
  ports: ConductorPorts,
  client: Client,
  waiting: readonly WaitingList[],
  at: Date,
): Promise<LoadedDossier[]> {
  const orderNos = [...new Set(waiting.map(({ orderNo }) => orderNo))];
  const { papers } = ports;
  const orders = byKey(declared(await papers.orders(client, orderNos)));
  const payments = byPlatform(declared(await papers.payments(client, orderNos)));
  const waybills = declared(await papers.waybills(client, orderNos));
  const byCarrier = byKey(waybills);
  const byOrder = new Map(waybills.map((loaded) => [loaded.document.head.orderNo, loaded]));
  // The wide lists are read last and only when their papers are all there or their time is up.
  const ready = waiting.filter(({ orderNo, ebpCode, deadline }) => {
    const key = keyText([orderNo, ebpCode]);
    return deadline <= at || (orders.has(key) && payments.has(key) && byOrder.has(orderNo));
  });
  if (ready.length === 0) return [];
  const lists = byKey(
    await papers.declarations(
      client,
      ready.map(({ orderNo }) => orderNo),
    ),
  );
  const dossiers: LoadedDossier[] = [];
  for (const list of ready) {
    const key = keyText([list.orderNo, list.ebpCode]);
    const loaded = lists.get(key);
    if (!loaded) continue;
    const { head } = loaded.document;
    const order = orders.get(key)?.document;
    const payment = payments.get(key)?.document;
    // The carrier's own number first; else the order's waybill, so that the mismatch can be shown.
    const waybill = (
      byCarrier.get(keyText([list.orderNo, head.logisticsCode, head.logisticsNo])) ??
      byOrder.get(list.orderNo)
    )?.document;
    dossiers.push({
      waiting: list,
      preNo: loaded.extra[0] ?? '',
      sender: loaded.sender,
      buyerKey: ports.buyerKey(head.buyerIdType, head.buyerIdNumber),
      dossier: {
        declaration: loaded.document,
        ...(order ? { order } : {}),
        ...(payment ? { payment } : {}),
        ...(waybill ? { waybill } : {}),
      },
    });
  }
  return dossiers.sort((a, b) => a.waiting.acceptedAt.getTime() - b.waiting.acceptedAt.getTime());
}

/** A paper that is only saved has not come yet. */
function declared<D extends { head: object; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
): LoadedDocument<D>[] {
  return documents.filter(({ document }) => !onlySaved(document.head));
}

function byKey<D extends { head: object; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
) {
  return new Map(documents.map((loaded) => [loaded.key, loaded]));
}

function byPlatform<D extends { head: { orderNo: string; ebpCode: string }; items: readonly object[] }>(
  documents: readonly LoadedDocument<D>[],
) {
  return new Map(
    documents.map((loaded) => [
      keyText([loaded.document.head.orderNo, loaded.document.head.ebpCode]),
      loaded,
    ]),
  );
}

/** What a batch knows beyond the papers; grows as its lists are judged. */
export interface GatheredFacts {
  of(loaded: LoadedDossier): Facts;
  reserved(loaded: LoadedDossier, amount: Decimal): void;
}

interface Buyer {
  used: Decimal;
  sameDay: Decimal;
  recent: { day: string; amount: Decimal }[];
}

export async function gatherFacts(
  ports: ConductorPorts,
  client: Client,
  dossiers: readonly LoadedDossier[],
  day: Day,
): Promise<GatheredFacts> {
  const buyers = await buyersOf(client, dossiers, day, ports.rulebook.recentDays(day));
  const enterprises = await ports.enterprises(enterpriseCodes(dossiers));
  const numbers = [...new Set(dossiers.map(({ dossier }) => dossier.declaration.head.logisticsNo))];
  const usedWaybills = await ordersByWaybill(client, numbers, ports.rulebook.waybillsSince(day));
  const buyer = (key: string): Buyer => {
    const known = buyers.get(key) ?? { used: ZERO, sameDay: ZERO, recent: [] };
    buyers.set(key, known);
    return known;
  };
  return {
    of: ({ buyerKey, dossier }) => {
      const { used, sameDay, recent } = buyer(buyerKey);
      const { logisticsCode, logisticsNo, orderNo } = dossier.declaration.head;
      const other = usedWaybills
        .get(keyText([logisticsCode, logisticsNo]))
        ?.find((order) => order !== orderNo);
      return {
        annualUsed: used,
        sameDayTotal: sameDay,
        recentAmounts: recent.map(({ amount }) => amount),
        enterprise: (code: string): Enterprise | undefined => enterprises.get(code),
        ...(other === undefined ? {} : { waybillUsedBy: other }),
      };
    },
    reserved: ({ buyerKey }, amount) => {
      if (amount <= ZERO) return;
      const known = buyer(buyerKey);
      known.used = add(known.used, amount);
      known.sameDay = add(known.sameDay, amount);
      known.recent.push({ day, amount });
    },
  };
}

async function buyersOf(
  client: Client,
  dossiers: readonly LoadedDossier[],
  day: Day,
  recentDays: number,
): Promise<Map<string, Buyer>> {
  const keys = [...new Set(dossiers.map(({ buyerKey }) => buyerKey))];
  const used = await lockAllowances(client, keys, Number(day.slice(0, 4)));
  const buyers = new Map<string, Buyer>(
    [...used].map(([key, amount]) => [key, { used: parseDecimal(amount), sameDay: ZERO, recent: [] }]),
  );
  // Who has bought nothing this year has bought nothing this week, but for the first days of January.
  const since = addDays(day, -recentDays);
  const candidates = since.slice(0, 4) === day.slice(0, 4) ? [...used.keys()] : keys;
  if (candidates.length === 0) return buyers;
  for (const movement of await recentMovements(client, candidates, since)) {
    const known = buyers.get(movement.buyerKey) ?? { used: ZERO, sameDay: ZERO, recent: [] };
    buyers.set(movement.buyerKey, known);
    const amount = parseDecimal(movement.amount);
    if (movement.day === day) known.sameDay = add(known.sameDay, amount);
    if (compare(amount, ZERO) > 0) known.recent.push({ day: movement.day, amount });
    else giveBack(known, subtract(ZERO, amount));
  }
  return buyers;
}

/** A purchase given back is no purchase: it leaves the recent ones. */
function giveBack(buyer: Buyer, amount: Decimal): void {
  const index = buyer.recent.findIndex((purchase) => purchase.amount === amount);
  if (index >= 0) buyer.recent.splice(index, 1);
}

function enterpriseCodes(dossiers: readonly LoadedDossier[]): Set<string> {
  const codes = new Set<string>();
  const note = (...found: (string | undefined)[]): void => {
    for (const code of found) if (code) codes.add(code);
  };
  for (const { dossier } of dossiers) {
    const { declaration, order, payment, waybill } = dossier;
    const { ebpCode, ebcCode, agentCode, logisticsCode, areaCode, assureCode } = declaration.head;
    note(ebpCode, ebcCode, agentCode, logisticsCode, areaCode, assureCode);
    note(
      order?.head.ebpCode,
      order?.head.ebcCode,
      order?.head.payCode,
      payment?.head.payCode,
      waybill?.head.logisticsCode,
    );
  }
  return codes;
}
