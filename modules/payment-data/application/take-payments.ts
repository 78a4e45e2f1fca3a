import type { EnterpriseCaller } from '#access';
import { type GivenPayment, type RawPayment, writeHead, writeOrder } from '#ceb';
import type { Sender } from '#exchange';
import { chinaDay, dayOfStamp, type Finding } from '#kernel';
import { type Client, type Database, isConflict } from '#postgres';
import type { PaymentDataParameters } from '../domain/parameters.ts';
import { digestOf, packed } from '../storage/evidence.ts';
import {
  addOrders,
  addPayments,
  digestsOnFile,
  type HandIn,
  type OrderRow,
  orderName,
  type PaymentRow,
} from '../storage/payments.ts';
import { wakeRequests } from '../storage/requests.ts';

/** What became of one payment that was handed in. */
export interface PaymentVerdict {
  /** Place in the batch, from 0. */
  readonly index: number;
  readonly payTransactionId?: string;
  readonly orderNos: readonly string[];
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  readonly findings: readonly Finding[];
}

export interface TakePaymentsPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: (day: string) => PaymentDataParameters;
  /** Told after the commit: requests may be waiting for these payments. */
  readonly taken: () => void;
}

/** Times a batch is tried that met another one on the same payments. */
const conflictLimit = 5;

/**
 * Keeps payments as they were handed in, all good ones of a batch in one transaction. One that is on file already is
 * a repeat, or refused when it says something else: what was recorded once is never changed.
 */
export async function takePayments(
  ports: TakePaymentsPorts,
  given: readonly GivenPayment[],
  sender: Sender,
  caller: EnterpriseCaller,
): Promise<PaymentVerdict[]> {
  const judged = given.map((one, index) => judge(one, index, sender));
  const good = judged.filter((one) => one.verdict === undefined);
  const kept = good.length > 0 ? await keepAll(ports, good, caller) : new Map<number, PaymentVerdict>();
  if (kept.size > 0) ports.taken();
  return judged.map(({ index, payment, findings, verdict }) => {
    const own = kept.get(index);
    if (own) return own;
    return { index, ...namesOf(payment), verdict: verdict ?? 'refused', findings };
  });
}

interface Judged {
  readonly index: number;
  readonly payment: RawPayment | undefined;
  readonly given: GivenPayment['given'];
  readonly findings: readonly Finding[];
  /** Set where nothing is left to be asked of the database. */
  readonly verdict?: 'refused';
}

function judge({ payment, given, findings }: GivenPayment, index: number, sender: Sender): Judged {
  if (!payment) return { index, payment, given, findings, verdict: 'refused' };
  if (payment.payExchangeInfoHead.ebpCode !== sender.customsCode) {
    const stranger = notYours(index, payment.payExchangeInfoHead.ebpCode);
    return { index, payment, given, findings: [...findings, stranger], verdict: 'refused' };
  }
  return { index, payment, given, findings };
}

async function keepAll(
  ports: TakePaymentsPorts,
  good: readonly Judged[],
  caller: EnterpriseCaller,
): Promise<Map<number, PaymentVerdict>> {
  const at = ports.now();
  const today = chinaDay(at.getTime());
  const prepared: Prepared[] = [];
  for (const one of good) prepared.push(await prepare(one, today));
  // Two batches that name the same payments wait for each other in the same order, and not in a circle.
  const sorted = prepared.toSorted((one, other) =>
    one.row.payTransactionId < other.row.payTransactionId ? -1 : 1,
  );
  const handIn: HandIn = {
    ebpCode: caller.customsCode,
    recordedAt: at,
    handedInBy: caller.id,
    keepMonths: ports.parameters(today).keepMonths,
  };
  for (let tries = 1; ; tries++) {
    try {
      return await ports.database.transaction((client) => keepSorted(client, handIn, sorted));
    } catch (fault) {
      if (!isConflict(fault) || tries >= conflictLimit) throw fault;
    }
  }
}

/** A payment as it is to be kept. */
interface Prepared {
  readonly one: Judged;
  readonly row: PaymentRow;
  readonly orders: readonly OrderRow[];
}

async function prepare(one: Judged, today: string): Promise<Prepared> {
  const { payment, given } = one;
  if (!payment || !given) throw new Error('Only a payment without findings is kept.');
  const head = payment.payExchangeInfoHead;
  const { payTransactionId, tradingTime } = head;
  const keepFrom = [dayOfStamp(tradingTime) ?? today, today].toSorted().at(-1) ?? today;
  const digest = digestOf(writeHead({ ...head, guid: '' }));
  const orders: OrderRow[] = [];
  // One after the other: each compression takes a megabyte while it lasts, and there may be thousands.
  for (const [place, order] of payment.payExchangeInfoLists.entries()) {
    const content = await packed(given.orders[place] ?? '');
    const text = digestOf(writeOrder(order));
    orders.push({ orderNo: order.orderNo, payTransactionId, keepFrom, digest: text, content });
  }
  const row = { payTransactionId, tradingTime, digest, head: await packed(given.head), keepFrom };
  return { one, row, orders };
}

/** A handful of statements, however many payments and orders there are. */
async function keepSorted(
  client: Client,
  handIn: HandIn,
  sorted: readonly Prepared[],
): Promise<Map<number, PaymentVerdict>> {
  const orderNos = sorted.flatMap(({ orders }) => orders.map(({ orderNo }) => orderNo));
  const ids = sorted.map(({ row }) => row.payTransactionId);
  const { heads, orders: known } = await digestsOnFile(client, handIn.ebpCode, ids, orderNos);
  const verdicts = new Map<number, PaymentVerdict>();
  const payments: PaymentRow[] = [];
  const orders: OrderRow[] = [];
  const kept: string[] = [];
  for (const { one, row, orders: own } of sorted) {
    const { index, payment, findings } = one;
    const fresh = new Map<string, OrderRow>();
    const onFile = heads.get(row.payTransactionId);
    let differs = onFile !== undefined && !onFile.equals(row.digest);
    for (const order of own) {
      const name = orderName(row.payTransactionId, order.orderNo);
      const earlier = known.get(name) ?? fresh.get(name)?.digest;
      if (earlier === undefined) fresh.set(name, order);
      else differs ||= !earlier.equals(order.digest);
    }
    const names = namesOf(payment);
    // A payment whose orders differ from those on file leaves nothing behind.
    if (differs) {
      verdicts.set(index, {
        index,
        ...names,
        verdict: 'refused',
        findings: [...findings, otherOnFile(index)],
      });
      continue;
    }
    if (onFile === undefined) payments.push(row);
    heads.set(row.payTransactionId, row.digest);
    for (const [name, order] of fresh) known.set(name, order.digest);
    orders.push(...fresh.values());
    kept.push(...names.orderNos);
    verdicts.set(index, { index, ...names, verdict: fresh.size > 0 ? 'accepted' : 'repeated', findings });
  }
  await addPayments(client, handIn, payments);
  await addOrders(client, handIn, orders);
  if (kept.length > 0) await wakeRequests(client, handIn.ebpCode, kept, handIn.recordedAt);
  return verdicts;
}

function namesOf(payment: RawPayment | undefined): Pick<PaymentVerdict, 'payTransactionId' | 'orderNos'> {
  if (!payment) return { orderNos: [] };
  return {
    payTransactionId: payment.payExchangeInfoHead.payTransactionId,
    orderNos: payment.payExchangeInfoLists.map(({ orderNo }) => orderNo),
  };
}

function notYours(index: number, ebpCode: string): Finding {
  return {
    code: 'PAYDATA-RIGHT',
    level: 'business',
    path: `payments[${index + 1}]/payExchangeInfoHead/ebpCode`,
    message: {
      zh: `电商平台代码 ${ebpCode} 不是本密钥的企业`,
      en: `The platform ${ebpCode} is not the enterprise of this key`,
    },
    remedy: {
      zh: '由该电商平台用自己的密钥报送；或更正 ebpCode',
      en: 'Let that platform hand it in with its own key, or correct ebpCode',
    },
    rule: 'R-1.20',
  };
}

function otherOnFile(index: number): Finding {
  return {
    code: 'PAYDATA-CONFLICT',
    level: 'business',
    path: `payments[${index + 1}]`,
    message: {
      zh: '同一交易流水号已有不同内容的记录，原始记录不得更改',
      en: 'This payment is on file with other content; a raw record is never changed',
    },
    remedy: {
      zh: '核对交易流水号和内容；另一笔支付用它自己的流水号',
      en: 'Check number and content; another payment has a number of its own',
    },
    rule: 'R-1.20',
  };
}
