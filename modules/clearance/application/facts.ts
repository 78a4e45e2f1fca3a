import { keyText } from '#documents';
import { add, addDays, compare, type Day, type Decimal, parseDecimal, subtract, yearOf, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { lockAllowances, recentMovements, weightsUsed } from '#quotas';
import type { Enterprise } from '#registry';
import { tariffLineOn } from '#tax';
import { ordersByWaybill } from '#waybills';
import type { Assessment, Facts } from '../domain/assess.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { LoadedDossier } from './gather.ts';
import type { ConductorPorts } from './ports.ts';

/** What a batch knows beyond the papers; grows as its lists are judged. */
export interface GatheredFacts {
  /** Whether the buyer had bought anything this year when the batch began. */
  hasAccount(buyerKey: string): boolean;
  of(loaded: LoadedDossier): Facts;
  /** A list has been judged: what it takes is no longer there for the next one of its buyer. */
  judged(loaded: LoadedDossier, assessment: Assessment): void;
}

interface Buyer {
  used: Decimal;
  sameDay: Decimal;
  readonly recent: { day: string; amount: Decimal }[];
  readonly kg: Map<string, Decimal>;
}

const noPurchases = (): Buyer => ({ used: ZERO, sameDay: ZERO, recent: [], kg: new Map() });

export async function gatherFacts(
  ports: ConductorPorts,
  client: Client,
  dossiers: readonly LoadedDossier[],
  day: Day,
): Promise<GatheredFacts> {
  const { buyers, accounts } = await buyersOf(ports.rulebook, client, dossiers, day);
  const enterprises = await ports.enterprises(enterpriseCodes(dossiers));
  const numbers = [...new Set(dossiers.map(({ dossier }) => dossier.declaration.head.logisticsNo))];
  const filed = await ports.filedGoods(goodsOf(dossiers), day);
  const usedWaybills = await ordersByWaybill(client, numbers, ports.rulebook.waybillsSince(day));
  return {
    hasAccount: (buyerKey) => accounts.has(buyerKey),
    of: ({ buyerKey, dossier }) => {
      const { used, sameDay, recent, kg } = buyers.get(buyerKey) ?? noPurchases();
      const { logisticsCode, logisticsNo, orderNo, ebcCode } = dossier.declaration.head;
      const ofSeller = filed.get(ebcCode);
      const carried = usedWaybills.get(keyText([logisticsCode, logisticsNo]));
      const other = carried?.find((order) => order !== orderNo);
      return {
        annualUsed: used,
        yearlyKgUsed: kg,
        sameDayTotal: sameDay,
        recentAmounts: recent.map(({ amount }) => amount),
        enterprise: (code: string): Enterprise | undefined => enterprises.get(code),
        ...(other === undefined ? {} : { waybillUsedBy: other }),
        ...(ofSeller === undefined ? {} : { filedGoods: (itemNo: string) => ofSeller.get(itemNo) }),
      };
    },
    judged: ({ buyerKey }, { reserve, weights }) => {
      if (reserve <= ZERO) return;
      const buyer = known(buyers, buyerKey);
      buyer.used = add(buyer.used, reserve);
      buyer.sameDay = add(buyer.sameDay, reserve);
      buyer.recent.push({ day, amount: reserve });
      for (const { heading, kg } of weights) buyer.kg.set(heading, add(buyer.kg.get(heading) ?? ZERO, kg));
    },
  };
}

function known(buyers: Map<string, Buyer>, key: string): Buyer {
  const buyer = buyers.get(key) ?? noPurchases();
  buyers.set(key, buyer);
  return buyer;
}

/** What the buyers have bought before, their allowances locked. */
async function buyersOf(
  rulebook: Rulebook,
  client: Client,
  dossiers: readonly LoadedDossier[],
  day: Day,
): Promise<{ buyers: Map<string, Buyer>; accounts: ReadonlySet<string> }> {
  const keys = [...new Set(dossiers.map(({ buyerKey }) => buyerKey))];
  const buyers = new Map<string, Buyer>();
  const used = await lockAllowances(client, keys, yearOf(day));
  for (const [key, amount] of used) known(buyers, key).used = parseDecimal(amount);
  // Who has bought nothing this year has bought nothing this week, but for the first days of January.
  const since = addDays(day, -rulebook.recentDays(day));
  const candidates = yearOf(since) === yearOf(day) ? [...used.keys()] : keys;
  if (candidates.length > 0) await addRecent(client, buyers, candidates, since, day);
  const weighed = dossiers.filter(
    (loaded) => used.has(loaded.buyerKey) && limitedByWeight(rulebook, loaded, day),
  );
  if (weighed.length > 0) {
    const whose = [...new Set(weighed.map(({ buyerKey }) => buyerKey))];
    for (const { buyerKey, heading, kg } of await weightsUsed(client, whose, yearOf(day)))
      known(buyers, buyerKey).kg.set(heading, parseDecimal(kg));
  }
  return { buyers, accounts: new Set(used.keys()) };
}

function limitedByWeight(rulebook: Rulebook, { dossier }: LoadedDossier, day: Day): boolean {
  const { tariff } = rulebook.tables;
  return dossier.declaration.items.some(
    ({ gcode }) => tariffLineOn(tariff, gcode, day)?.yearlyKgLimit !== undefined,
  );
}

/** The purchases of the last days; one given back is no purchase. */
async function addRecent(
  client: Client,
  buyers: Map<string, Buyer>,
  keys: readonly string[],
  since: Day,
  day: Day,
): Promise<void> {
  const movements = (await recentMovements(client, keys, since)).map((movement) => ({
    ...movement,
    amount: parseDecimal(movement.amount),
  }));
  for (const movement of movements) {
    if (compare(movement.amount, ZERO) > 0) known(buyers, movement.buyerKey).recent.push(movement);
  }
  for (const { buyerKey, amount } of movements) {
    const { recent } = known(buyers, buyerKey);
    const given = recent.findIndex((purchase) => compare(purchase.amount, subtract(ZERO, amount)) === 0);
    if (compare(amount, ZERO) < 0 && given >= 0) recent.splice(given, 1);
  }
  for (const key of keys) {
    const buyer = buyers.get(key);
    for (const purchase of buyer?.recent ?? [])
      if (buyer && purchase.day === day) buyer.sameDay = add(buyer.sameDay, purchase.amount);
  }
}

/** Item numbers in the lists of a batch, by seller. */
function goodsOf(dossiers: readonly LoadedDossier[]): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  for (const { dossier } of dossiers) {
    const { head, items } = dossier.declaration;
    for (const { itemNo } of items) {
      if (itemNo === undefined) continue;
      const known = wanted.get(head.ebcCode);
      if (known) known.add(itemNo);
      else wanted.set(head.ebcCode, new Set([itemNo]));
    }
  }
  return wanted;
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
