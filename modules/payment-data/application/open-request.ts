import { type PaymentDataAnswer, readOpenRequest } from '#ceb';
import { record } from '#journal';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import type { PaymentDataParameters } from '../domain/parameters.ts';
import { platformsWithOrder } from '../storage/payments.ts';
import { addRequest, findRequest, type NewRequest, reopenRequest } from '../storage/requests.ts';

export interface OpenRequestPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: (day: string) => PaymentDataParameters;
  /** Platforms whose answers can be signed and sent; none where customs is not answered at all. */
  readonly answering: readonly string[];
  /** Told after the commit that there is something to answer. */
  readonly asked: () => void;
}

/**
 * `platDataOpen`: takes a request of customs and answers at once; the data follow. Whatever is wrong is answered
 * with 20000 and the reason, as the interface knows no other way to say so.
 * @param body the form
 * @param ebpCode the platform whose address was called, where each has its own
 */
export async function openRequest(
  ports: OpenRequestPorts,
  body: string,
  ebpCode: string | undefined,
): Promise<PaymentDataAnswer> {
  const at = ports.now();
  const answer = (code: string, message = ''): PaymentDataAnswer => ({
    code,
    message,
    serviceTime: String(at.getTime()),
  });
  const refusal = await refuse(ports, body, ebpCode, at);
  return refusal === undefined ? answer('10000') : answer(refusal.code ?? '20000', refusal.message);
}

interface Refusal {
  readonly code?: string;
  readonly message: string;
}

async function refuse(
  ports: OpenRequestPorts,
  body: string,
  ebpCode: string | undefined,
  at: Date,
): Promise<Refusal | undefined> {
  const { request, findings } = readOpenRequest(body);
  if (!request)
    return {
      message: findings
        .map(({ path, message }) => `${path}：${message.zh}`)
        .join('；')
        .slice(0, 500),
    };
  const { answering } = ports;
  if (answering.length === 0 || (ebpCode !== undefined && !answering.includes(ebpCode)))
    return { message: '本地址未启用支付原始数据接口，请核对服务地址' };
  const { database } = ports;
  const day = chinaDay(at.getTime());
  const parameters = ports.parameters(day);
  const dueAt = new Date(at.getTime() + parameters.answerMs);
  const known = await findRequest(database, request.sessionID);
  if (known) return askedAgain(ports, known, request.orderNo, at, dueAt);
  // A platform nobody answers for must not stand in the way of another one's order by handing in its number.
  const platforms = await platformsWithOrder(database, request.orderNo, answering);
  const owner = ebpCode ?? (platforms.length === 1 ? platforms[0] : undefined);
  if (ebpCode === undefined && platforms.length > 1)
    return { message: `订单 ${request.orderNo} 在多个电商平台存在，请使用带电商平台代码的服务地址` };
  const there = owner !== undefined && platforms.includes(owner);
  if (!there && parameters.unknownOrderAnswer !== '10000')
    return { code: parameters.unknownOrderAnswer, message: `没有订单 ${request.orderNo} 的支付记录` };
  const clockOffMs = Number(request.serviceTime) - at.getTime();
  const row = {
    ...request,
    ebpCode: owner,
    clockOffMs,
    askedAt: at,
    dueAt,
    keepMonths: parameters.keepMonths,
    day,
  };
  // Anybody may ask for a number that is made up: half of the places are kept for orders that are on file.
  const openRequests = there ? parameters.openRequests : Math.ceil(parameters.openRequests / 2);
  if (await remember(ports, row, { ...parameters, openRequests })) return undefined;
  // Another server may have taken the same request at the same moment.
  const taken = await findRequest(database, request.sessionID);
  return taken
    ? askedAgain(ports, taken, request.orderNo, at, dueAt)
    : { message: '待答复的请求过多，请稍后重试' };
}

async function remember(
  ports: OpenRequestPorts,
  row: NewRequest,
  { openRequests, clockToleranceMs }: PaymentDataParameters,
): Promise<boolean> {
  const clockInDoubt = Math.abs(row.clockOffMs) > clockToleranceMs;
  const added = await ports.database.transaction(async (client) => {
    if (!(await addRequest(client, row, openRequests))) return false;
    await record(client, [
      {
        at: row.askedAt,
        kind: 'payment-data-asked',
        subject: row.sessionID,
        body: {
          orderNo: row.orderNo,
          ebpCode: row.ebpCode ?? null,
          ...(clockInDoubt ? { clockOffMs: row.clockOffMs } : {}),
        },
      },
    ]);
    return true;
  });
  if (added) ports.asked();
  return added;
}

/** The same session for the same order is the same request; one that came to nothing is begun anew. */
async function askedAgain(
  ports: OpenRequestPorts,
  known: { readonly sessionID: string; readonly orderNo: string },
  orderNo: string,
  at: Date,
  dueAt: Date,
): Promise<Refusal | undefined> {
  if (known.orderNo !== orderNo) return { message: `会话 ${known.sessionID} 已用于另一订单` };
  const again = await ports.database.transaction(async (client) =>
    reopenRequest(client, known.sessionID, at, dueAt),
  );
  if (again) ports.asked();
  return undefined;
}
