import type { EnterpriseCaller } from '#access';
import { type PayExchangeInfoHead, paymentAnswerMeaning, type RawPayment, readKeptPayment } from '#ceb';
import { cursorOf, Problem, readCursor } from '#http';
import { noteShowing } from '#persons';
import type { Database } from '#postgres';
import { maskIdNumber } from '#registry';
import type { PaymentRecord, PaymentRequest, RequestsPage, RequestsQuery } from '../http/schemas.ts';
import { digestOf } from '../storage/evidence.ts';
import { type KeptPayment, keptPayment, keptPayments, newestPayments } from '../storage/payments.ts';
import {
  type AttemptRow,
  attemptsOf,
  findRequest,
  type RequestRow,
  requestsOf,
} from '../storage/requests.ts';

export interface ViewPorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** The platform whose things are read; undefined for those of every one. */
type Party = string | undefined;

const maySee = (party: Party, ebpCode: string | null): boolean => party === undefined || party === ebpCode;

/** Payments on file, newest first, personal data masked, page by page. */
export async function listPayments(
  { database }: ViewPorts,
  party: Party,
  query: {
    readonly orderNo?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<{ payments: PaymentRecord[]; next?: string }> {
  const { readers } = database;
  const { orderNo, cursor, limit } = query;
  const [recordedAt = '', ebpCode = '', payTransactionId = ''] =
    cursor === undefined ? [] : readCursor(cursor, 3);
  const before = cursor === undefined ? undefined : { recordedAt, ebpCode, payTransactionId };
  const keys = await newestPayments(readers, { ebpCode: party, orderNo, before, limit });
  const kept = await keptPayments(readers, keys);
  const last = kept.length === limit ? kept.at(-1) : undefined;
  return {
    payments: kept.map(masked),
    ...(last ? { next: cursorOf(last.recordedAt.toISOString(), last.ebpCode, last.payTransactionId) } : {}),
  };
}

/** One payment, personal data masked. */
export async function onePayment(
  { database }: ViewPorts,
  party: Party,
  key: { readonly ebpCode: string; readonly payTransactionId: string },
): Promise<PaymentRecord> {
  const kept = maySee(party, key.ebpCode)
    ? await keptPayment(database.readers, key.ebpCode, key.payTransactionId)
    : undefined;
  if (!kept) throw paymentNotFound();
  return masked(kept);
}

/**
 * One payment exactly as it was handed in, for the platform it belongs to alone. Who reads it, and why, is on record
 * before the answer goes out.
 * @returns JSON text: the very characters that were handed in
 */
export async function paymentInFull(
  { database, now }: ViewPorts,
  { caller, address }: { readonly caller: EnterpriseCaller; readonly address: string },
  key: { readonly ebpCode: string; readonly payTransactionId: string },
  reason: string,
): Promise<string> {
  if (caller.customsCode !== key.ebpCode) throw paymentNotFound();
  const kept = await keptPayment(database, key.ebpCode, key.payTransactionId);
  if (!kept) throw paymentNotFound();
  await noteShowing(database, {
    ...{ kind: 'payment-record', ebpCode: key.ebpCode, number: key.payTransactionId, at: now() },
    ...{ persons: [], parties: [key.ebpCode], papers: ['payment-record'] },
    ...{ readerId: caller.id, role: caller.role, reader: caller.customsCode, address, reason },
  });
  return `{"payExchangeInfoHead":${kept.head},"payExchangeInfoLists":[${kept.orders.join(',')}]}`;
}

/** Requests of customs, newest first. */
export async function listRequests(
  { database }: ViewPorts,
  party: Party,
  query: RequestsQuery,
): Promise<RequestsPage> {
  const rows = await requestsOf(database.readers, {
    ebpCode: party,
    state: query.state,
    orderNo: query.orderNo,
    before: query.cursor === undefined ? undefined : requestsCursor(query.cursor),
    limit: query.limit,
  });
  const last = rows.length === query.limit ? rows.at(-1) : undefined;
  return {
    requests: rows.map((row) => shownRequest(row, [])),
    ...(last ? { next: `${last.askedAt.getTime()}.${last.sessionID}` } : {}),
  };
}

/** How often a request somebody waits for is looked at. */
const lookMs = 200;

/**
 * One request with every sending.
 * @param waitMs how long to wait while it is open
 */
export async function oneRequest(
  ports: ViewPorts,
  party: Party,
  sessionID: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<PaymentRequest> {
  const until = performance.now() + waitMs;
  for (;;) {
    const shown = await lookAtRequest(ports, party, sessionID);
    if (shown.state !== 'asked' || performance.now() >= until || signal.aborted) return shown;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

async function lookAtRequest(
  { database }: ViewPorts,
  party: Party,
  sessionID: string,
): Promise<PaymentRequest> {
  // One snapshot: the request and its sendings tell the same story.
  const found = await database.readers.transaction(async (client) => {
    await client.run('set transaction isolation level repeatable read, read only');
    const row = await findRequest(client, sessionID);
    return row && maySee(party, row.ebpCode)
      ? { row, attempts: await attemptsOf(client, sessionID) }
      : undefined;
  });
  if (!found)
    throw new Problem(404, 'PAYMENT-REQUEST-NOT-FOUND', {
      zh: '没有这个会话的请求，或不属于本企业',
      en: 'There is no request of this session, or it is not for this enterprise',
    });
  return shownRequest(found.row, found.attempts);
}

function requestsCursor(cursor: string): { askedAt: Date; sessionID: string } {
  const at = cursor.indexOf('.');
  return { askedAt: new Date(Number(cursor.slice(0, at))), sessionID: cursor.slice(at + 1) };
}

function shownRequest(row: RequestRow, attempts: readonly AttemptRow[]): PaymentRequest {
  return {
    sessionID: row.sessionID,
    orderNo: row.orderNo,
    ...present({ ebpCode: row.ebpCode, payTransactionId: row.payTransactionId }),
    state: row.state,
    askedAt: row.askedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    ...present({ settledAt: row.settledAt?.toISOString() }),
    clockOffMs: Number(row.clockOffMs),
    tries: row.tries,
    ...present({ code: row.lastCode, message: row.lastMessage, fault: row.lastFault }),
    ...explained(row.lastCode),
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      beganAt: attempt.beganAt.toISOString(),
      endedAt: attempt.endedAt.toISOString(),
      certificateNumber: attempt.certificateNumber,
      ...(attempt.httpStatus === null ? {} : { httpStatus: attempt.httpStatus }),
      ...present({ code: attempt.code, message: attempt.message, fault: attempt.fault }),
    })),
  };
}

function explained(code: string | null): Pick<PaymentRequest, 'meaning' | 'remedy'> {
  const found = code === null ? undefined : paymentAnswerMeaning(code);
  return found ? { meaning: found.meaning, remedy: found.remedy } : {};
}

/** Only what is there. */
function present<Name extends string>(
  fields: Readonly<Record<Name, string | null | undefined>>,
): Partial<Record<Name, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<Record<Name, string>>;
}

function masked(kept: KeptPayment): PaymentRecord {
  const payment = readKeptPayment(kept.head, kept.orders);
  if (!payment) throw new Error(`The payment ${kept.payTransactionId} on file cannot be read.`);
  const { payExchangeInfoHead: head, payExchangeInfoLists: orders } = payment;
  const { initalRequest, initalResponse, ...plain } = head;
  return {
    recordedAt: kept.recordedAt.toISOString(),
    payExchangeInfoHead: plainFields(plain),
    initalRequest: measured(initalRequest),
    initalResponse: measured(initalResponse),
    payExchangeInfoLists: orders.map(maskedOrder),
  };
}

function plainFields(
  head: Omit<PayExchangeInfoHead, 'initalRequest' | 'initalResponse'>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(head).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function maskedOrder(
  order: RawPayment['payExchangeInfoLists'][number],
): PaymentRecord['payExchangeInfoLists'][number] {
  const { recpCode, ...rest } = order;
  return {
    ...rest,
    ...(recpCode === undefined ? {} : { recpCode }),
    goodsInfo: order.goodsInfo.map((goods) => ({ ...goods })),
    recpAccount: maskIdNumber(order.recpAccount),
  };
}

/** A raw text as one sees it without reading it: names, accounts and tokens of buyers stand in it. */
function measured(text: string): { characters: number; sha256: string } {
  return { characters: [...text].length, sha256: digestOf(text).toString('hex') };
}

function paymentNotFound(): Problem {
  return new Problem(404, 'PAYMENT-NOT-FOUND', {
    zh: '没有这笔支付记录，或不属于本企业',
    en: 'There is no such payment record, or it is not of this enterprise',
  });
}
