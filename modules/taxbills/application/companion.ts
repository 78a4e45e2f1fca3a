import type { Companion, DecisionRecord, JudgedFinding, ReleaseCandidate } from '#clearance';
import { guarantorsOf } from '#declarations';
import { keyText } from '#documents';
import { lockAccounts, openAccounts, postMovements } from '#guarantees';
import { type Day, type Decimal, formatDecimal, parseDecimal, subtract, ZERO } from '#kernel';
import type { Client } from '#postgres';
import { addReliefs, type CoverRow, coverOf } from '#reliefs';
import { type ParameterTable, type PaymentWindow, parameterOn, paymentWindowOf, rateOn } from '#tax';
import { billReference } from '../domain/reference.ts';
import { addBills, type Bill, lockBills, type NewBill } from '../storage/bills.ts';
import { addWaiting, removeWaiting } from '../storage/waiting.ts';
import { coverFinding, uncovered } from './cover.ts';
import type { TaxBillPorts } from './ports.ts';
import { giveBack } from './reductions.ts';

type Ports = Pick<TaxBillPorts, 'chinaDay' | 'taxSources' | 'now' | 'returnTime' | 'coverRows'>;

const keyOf = ({ orderNo, ebpCode }: { orderNo: string; ebpCode: string }) => keyText([orderNo, ebpCode]);

/**
 * Lists are released with tax once that is covered, and from then on it is reserved. Where customs decides, it
 * asks for cover itself, and what it releases is only reserved. Guarantors customs rates well give less, or none.
 */
export function coverCompanion(ports: Ports & { readonly decides: boolean }): Companion {
  return {
    name: 'guarantees',
    ...(ports.decides ? { consent: (client, candidates, at) => consent(ports, client, candidates, at) } : {}),
    recorded: (client, decisions) => recorded(ports, client, decisions),
  };
}

/** Whether cover is asked for of lists accepted on a day. */
function asked(parameters: ParameterTable, day: Day): boolean {
  const key = 'import.guarantee_cover';
  return parameterOn(parameters, key, day) !== undefined && rateOn(parameters, key, day).value > ZERO;
}

const guarantorsIn = (lists: readonly { readonly guarantor: string }[]): string[] => [
  ...new Set(lists.map(({ guarantor }) => guarantor)),
];

const taxOf = (tax: string | null): Decimal => (tax === null ? ZERO : parseDecimal(tax));

async function consent(
  { taxSources, chinaDay, coverRows }: Ports,
  client: Client,
  candidates: readonly ReleaseCandidate[],
  at: Date,
): Promise<ReadonlyMap<string, readonly JudgedFinding[]>> {
  const taxed = candidates.flatMap((candidate) => {
    const tax = taxOf(candidate.taxTotal);
    const { outcome, declaration, acceptedAt } = candidate;
    if (outcome !== 'released' || tax <= ZERO) return [];
    if (!asked(taxSources.parameters, chinaDay(acceptedAt))) return [];
    return [{ candidate, tax, guarantor: declaration.head.assureCode }];
  });
  if (taxed.length === 0) return new Map();
  const rows = await coverRows(client, guarantorsIn(taxed), chinaDay(at));
  const lists = taxed
    .map((list) => ({ ...list, needed: coverOf(list.tax, rows.get(list.guarantor)) }))
    .filter(({ needed }) => needed > ZERO);
  if (lists.length === 0) return new Map();
  const accounts = await lockAccounts(
    client,
    lists.map(({ guarantor }) => guarantor),
  );
  const lacking = uncovered(lists, accounts);
  if (lacking.length === 0) return new Map();
  // A list that had been released and was called back has its tax reserved still.
  const bills = await lockBills(
    client,
    lacking.map(({ list }) => list.candidate.orderNo),
  );
  const reserved = new Set(bills.filter(({ state }) => state !== 'void').map(billReference));
  const against = lacking.filter(({ list }) => !reserved.has(billReference(list.candidate)));
  await addWaiting(
    client,
    against.map(({ list: { candidate, tax, guarantor } }) => ({
      ...{ orderNo: candidate.orderNo, ebpCode: candidate.ebpCode, attempt: candidate.attempt },
      ...{ guarantor, tax: formatDecimal(tax) },
    })),
    at,
  );
  return new Map(against.map((one) => [one.list.candidate.key, [coverFinding(one)]]));
}

async function recorded(ports: Ports, client: Client, decisions: readonly DecisionRecord[]): Promise<void> {
  // Nearly all lists are decided once: only of the others may there be a bill, or a list that waits.
  const later = decisions.filter(({ step, attempt }) => step > 0 || attempt > 1);
  const bills =
    later.length === 0
      ? []
      : await lockBills(
          client,
          later.map(({ orderNo }) => orderNo),
        );
  if (later.length > 0) await whatIsOver(ports, client, later, bills);
  const standing = new Set(bills.filter(({ state }) => state !== 'void').map(billReference));
  const taxed = decisions.filter(
    (one) => one.outcome === 'released' && taxOf(one.taxTotal) > ZERO && !standing.has(billReference(one)),
  );
  if (taxed.length > 0) await reserve(ports, client, taxed);
}

/** Lists that are refused, withdrawn or declared anew owe nothing of what was assessed before. */
async function whatIsOver(
  ports: Ports,
  client: Client,
  decisions: readonly DecisionRecord[],
  bills: readonly Bill[],
): Promise<void> {
  const left = decisions.filter(({ outcome }) => outcome !== 'held' && outcome !== 'forwarded');
  if (left.length > 0) await removeWaiting(client, left);
  const by = new Map(decisions.map((one) => [keyOf(one), one]));
  const over = bills.filter((bill) => {
    const decision = by.get(keyOf(bill));
    if (!decision || bill.state === 'void' || bill.state === 'paid') return false;
    const gone = decision.outcome === 'refused' || decision.outcome === 'withdrawn';
    return gone || bill.attempt < decision.attempt;
  });
  const at = ports.now();
  await giveBack(
    ports,
    client,
    over.map((bill) => ({
      bill,
      amount: subtract(parseDecimal(bill.tax), parseDecimal(bill.returned)),
      reference: `decision ${by.get(keyOf(bill))?.attempt}.${by.get(keyOf(bill))?.step}`,
      reason: by.get(keyOf(bill))?.outcome ?? '',
    })),
    at,
  );
}

async function reserve(
  { chinaDay, taxSources, coverRows }: Ports,
  client: Client,
  released: readonly DecisionRecord[],
): Promise<void> {
  const guarantors = await guarantorsOf(
    client,
    released.map(({ orderNo }) => orderNo),
  );
  const windows = new Map<Day, PaymentWindow>();
  const windowOf = (day: Day): PaymentWindow => {
    const known = windows.get(day) ?? paymentWindowOf(day, taxSources.parameters);
    windows.set(day, known);
    return known;
  };
  const [first] = released;
  if (!first) return;
  const rows = await coverRows(client, [...new Set(guarantors.values())], chinaDay(first.decidedAt));
  const bills = released.flatMap((one): NewBill[] => {
    const guarantor = guarantors.get(keyOf(one));
    const releasedOn = chinaDay(one.decidedAt);
    if (guarantor === undefined || parameterOn(taxSources.parameters, WINDOW, releasedOn) === undefined)
      return [];
    const { orderNo, ebpCode, attempt, customsCode, invtNo, recipient, decidedAt } = one;
    const { from, to } = windowOf(releasedOn);
    const [tax, row] = [taxOf(one.taxTotal), rows.get(guarantor)];
    const held = coverOf(tax, row);
    return [
      {
        ...{ orderNo, ebpCode, attempt, guarantor, customsCode, invtNo, agent: recipient },
        ...{ tax, held, releasedAt: decidedAt, releasedOn, dueFrom: from, dueTo: to },
      },
    ];
  });
  if (bills.length === 0) return;
  await addBills(client, await withHeld(client, bills, first.decidedAt));
  await putOnRecord(client, bills, rows, first.decidedAt);
}

/** What no cover was asked for; whoever had no account has one from then on, for its statement. */
async function putOnRecord(
  client: Client,
  bills: readonly NewBill[],
  rows: ReadonlyMap<string, CoverRow>,
  at: Date,
): Promise<void> {
  const reliefs = bills.flatMap(({ guarantor, tax, held, releasedOn, ...bill }) => {
    const code = rows.get(guarantor)?.code;
    const relieved = subtract(tax, held);
    if (code === undefined || relieved <= ZERO) return [];
    return [{ guarantor, reference: billReference(bill), day: releasedOn, code, tax, relieved }];
  });
  if (reliefs.length === 0) return;
  await openAccounts(client, guarantorsIn(reliefs), '0', at);
  await addReliefs(client, reliefs, at);
}

/** Bills with what is really reserved for them: where no cover is asked for, a guarantor may have no account. */
async function withHeld(client: Client, bills: readonly NewBill[], at: Date): Promise<readonly NewBill[]> {
  const posted = await postMovements(
    client,
    bills
      .filter(({ held }) => held > ZERO)
      .map((bill) => ({
        ...{ guarantor: bill.guarantor, cause: 'release', amount: bill.held, day: bill.releasedOn },
        ...{ by: 'engine', reference: billReference(bill), whateverCover: true },
      })),
    at,
  );
  const refused = new Set(
    posted.flatMap(({ outcome, wish }) => (outcome === 'refused' ? [wish.reference] : [])),
  );
  return bills.map((bill) => (refused.has(billReference(bill)) ? { ...bill, held: ZERO } : bill));
}

const WINDOW = 'import.tax_pay_day_from';
