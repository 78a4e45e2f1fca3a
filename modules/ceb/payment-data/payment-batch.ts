import type { Finding } from '#kernel';
import { objectOf } from './check-object.ts';
import { readJson } from './json-read.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import type { RawPayment } from './message.ts';
import { PaymentFindings } from './payment-finding.ts';
import { readPayment } from './real-time-data.ts';

const PARTS = ['payExchangeInfoHead', 'payExchangeInfoLists'];

/** One payment a platform's own systems hand in. */
export interface GivenPayment {
  readonly findings: readonly Finding[];
  /** There when nothing is wrong with its structure, together with `given`. */
  readonly payment?: RawPayment;
  /** Head and orders exactly as they stand in the text, to be kept as evidence. */
  readonly given?: { readonly head: string; readonly orders: readonly string[] };
}

/**
 * Reads `{"payments":[{"payExchangeInfoHead":…,"payExchangeInfoLists":[…]},…]}`, each payment by itself: a bad one
 * spoils no other.
 * @param most payments at most
 * @returns findings alone where the text as a whole is not of this shape
 */
export function readPaymentBatch(
  json: string,
  most: number,
): { readonly payments?: readonly GivenPayment[]; readonly findings: readonly Finding[] } {
  const findings = new PaymentFindings();
  const root = readJson(json, findings);
  const object = root && objectOf(root, '', findings);
  const list = object?.members.get('payments');
  if (object && list?.kind !== 'array') notABatch(findings);
  if (list?.kind !== 'array') return { findings: findings.list };
  if (list.items.length > most) tooMany(list.items.length, most, findings);
  if (findings.list.some(({ code }) => code !== 'PAYDATA-DUPLICATE' && code !== 'PAYDATA-CHARACTER'))
    return { findings: findings.list };
  // Doubled names and broken characters were found under the path of the payment they are in.
  return {
    findings: [],
    payments: list.items.map((item, at) => givenPayment(json, item, `payments[${at + 1}]`, findings.list)),
  };
}

/** A payment read from texts kept earlier. */
export function readKeptPayment(head: string, orders: readonly string[]): RawPayment | undefined {
  const json = `{"payExchangeInfoHead":${head},"payExchangeInfoLists":[${orders.join(',')}]}`;
  const findings = new PaymentFindings();
  const root = readJson(json, findings);
  return root?.kind === 'object' ? readPayment(root, '', findings) : undefined;
}

function givenPayment(
  json: string,
  item: JsonValue,
  path: string,
  earlier: readonly Finding[],
): GivenPayment {
  const findings = new PaymentFindings();
  const own = earlier.filter((finding) => finding.path.startsWith(`${path}/`));
  const object = objectOf(item, path, findings);
  const payment = object && readPayment(object, path, findings);
  if (object) strangers(object, path, findings);
  const list = [...own, ...findings.list];
  const given = object && textsOf(json, object);
  if (!payment || !given || list.some(({ level }) => level === 'structure')) return { findings: list };
  return { findings: list, payment, given };
}

function textsOf(json: string, object: JsonObject): GivenPayment['given'] {
  const [head, orders] = PARTS.map((name) => object.members.get(name));
  if (!head || orders?.kind !== 'array') return undefined;
  const text = (value: JsonValue): string => json.slice(value.start, value.end);
  return { head: text(head), orders: orders.items.map(text) };
}

function strangers(object: JsonObject, path: string, findings: PaymentFindings): void {
  for (const name of object.members.keys())
    if (!PARTS.includes(name))
      findings.add(
        'PAYDATA-UNKNOWN',
        'structure',
        `${path}/${name}`,
        [
          '支付记录只含 payExchangeInfoHead 和 payExchangeInfoLists',
          'A payment has payExchangeInfoHead and payExchangeInfoLists only',
        ],
        ['删除该字段', 'Remove this field'],
      );
}

function notABatch(findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-MISSING',
    'structure',
    'payments',
    ['缺少列表 payments', 'The list payments is missing'],
    ['发送 {"payments":[…]}', 'Send {"payments":[…]}'],
  );
}

function tooMany(count: number, most: number, findings: PaymentFindings): void {
  findings.add(
    'PAYDATA-TOO-LARGE',
    'structure',
    'payments',
    [`一次 ${count} 笔支付，最多 ${most} 笔`, `${count} payments at once; at most ${most} are taken`],
    ['分批发送', 'Send them in several calls'],
  );
}
