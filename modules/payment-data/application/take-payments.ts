import { type GivenPayment, type RawPayment, writeHead, writeOrder } from '#ceb';
import type { Caller, Sender } from '#exchange';
import { chinaDay, dayOfStamp, type Finding } from '#kernel';
import { type Client, type Database, isConflict } from '#postgres';
import type { PaymentDataParameters } from '../domain/parameters.ts';
import { digestOf, packed } from '../storage/evidence.ts';
import { addOrder, addPayment } from '../storage/payments.ts';
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
  caller: Caller,
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
  caller: Caller,
): Promise<Map<number, PaymentVerdict>> {
  // Two batches that name the same payments wait for each other in the same order, and not in a circle.
  const key = ({ payment }: Judged): string => payment?.payExchangeInfoHead.payTransactionId ?? '';
  const sorted = good.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  for (let tries = 1; ; tries++) {
    try {
      return await ports.database.transaction(async (client) => {
        const verdicts = new Map<number, PaymentVerdict>();
        for (const one of sorted) verdicts.set(one.index, await keepOne(ports, client, one, caller));
        return verdicts;
      });
    } catch (fault) {
      if (!isConflict(fault) || tries >= conflictLimit) throw fault;
    }
  }
}

async function keepOne(
  ports: TakePaymentsPorts,
  client: Client,
  { index, payment, given, findings }: Judged,
  caller: Caller,
): Promise<PaymentVerdict> {
  if (!payment || !given) throw new Error('Only a payment without findings is kept.');
  const head = payment.payExchangeInfoHead;
  const { ebpCode, payTransactionId, tradingTime } = head;
  const at = ports.now();
  const today = chinaDay(at.getTime());
  const dealt = dayOfStamp(tradingTime) ?? today;
  const keep = {
    from: [dealt, today].toSorted().at(-1) ?? today,
    months: ports.parameters(today).keepMonths,
  };
  const digest = digestOf(writeHead({ ...head, guid: '' }));
  const payRow = { ebpCode, payTransactionId, recordedAt: at, handedInBy: caller.keyId, tradingTime, digest };
  // A payment whose orders differ from those on file must leave nothing behind: the savepoint takes it back.
  await client.run('savepoint one_payment');
  const onFile = await addPayment(client, { ...payRow, head: await packed(given.head) }, keep);
  let differs = onFile !== undefined && !onFile.equals(digest);
  let added = 0;
  for (const [place, order] of differs ? [] : payment.payExchangeInfoLists.entries()) {
    const orderRow = { ebpCode, orderNo: order.orderNo, payTransactionId, recordedAt: at };
    const text = digestOf(writeOrder(order));
    const earlier = await addOrder(
      client,
      { ...orderRow, digest: text, content: await packed(given.orders[place] ?? '') },
      keep,
    );
    if (earlier === undefined) added += 1;
    else differs ||= !earlier.equals(text);
  }
  const names = namesOf(payment);
  if (differs) {
    await client.run('rollback to savepoint one_payment');
    return { index, ...names, verdict: 'refused', findings: [...findings, otherOnFile(index)] };
  }
  await client.run('release savepoint one_payment');
  await wakeRequests(client, ebpCode, names.orderNos, at);
  return { index, ...names, verdict: added > 0 ? 'accepted' : 'repeated', findings };
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
