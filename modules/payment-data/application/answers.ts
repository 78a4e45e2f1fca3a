import { draftPaymentData, type RawPayment, readKeptPayment } from '#ceb';
import { record } from '#journal';
import { chinaDay } from '#kernel';
import type { Database } from '#postgres';
import type { Signer } from '#signatures';
import { nextStep, pauseMs, type RequestState, type Step } from '../domain/next-step.ts';
import type { PaymentDataParameters } from '../domain/parameters.ts';
import { packed } from '../storage/evidence.ts';
import { paymentOfOrder, platformsWithOrder } from '../storage/payments.ts';
import {
  addAttempt,
  beginTry,
  claimRequests,
  moveRequest,
  postponeRequest,
  type RequestRow,
} from '../storage/requests.ts';
import type { CustomsAddress, Posted } from './customs-post.ts';

export interface AnswerPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: (day: string) => PaymentDataParameters;
  /** Undefined while the operator has not set one: then nothing is asked either. */
  readonly customs: CustomsAddress | undefined;
  /** Keys by platform. */
  readonly signers: ReadonlyMap<string, Signer>;
  readonly fault: (error: unknown) => void;
  /** How often open requests are looked for, milliseconds. */
  readonly sweepMs: number;
}

/** Sendings at once; customs asks for single orders. */
const mostLanes = 4;
/** Time besides the sending itself after which another server takes a request over. */
const leaseMarginMs = 10_000;

/**
 * Answers what customs has asked: finds the payment, signs, sends, and notes what came of it. A request is taken
 * for a time only, so that one in the hands of a server that dies is answered by the next.
 */
export class PaymentDataAnswers {
  readonly #ports: AnswerPorts;
  readonly #lanes = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(ports: AnswerPorts) {
    this.#ports = ports;
  }

  /** There may be something to do: when told so, at the start, and every now and then. */
  wake(): void {
    if (this.#stopped || !this.#ports.customs) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), this.#ports.sweepMs).unref();
    if (this.#lanes.size >= mostLanes) return;
    const lane = this.#work().finally(() => this.#lanes.delete(lane));
    this.#lanes.add(lane);
  }

  /** Finishes what is being sent and takes up nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await Promise.all(this.#lanes);
  }

  /** Answers one request after the other while there are any; who finds one calls for help with the next. */
  async #work(): Promise<void> {
    try {
      while (!this.#stopped) {
        const lease = this.#parameters().tryMs + leaseMarginMs;
        const [request] = await claimRequests(this.#ports.database, this.#ports.now(), lease, 1);
        if (!request) return;
        this.wake();
        await this.#answer(request);
      }
    } catch (error) {
      this.#ports.fault(error);
    }
  }

  #parameters(): PaymentDataParameters {
    return this.#ports.parameters(chinaDay(this.#ports.now().getTime()));
  }

  /** One request; what goes wrong with it keeps no other waiting. */
  async #answer(request: RequestRow): Promise<void> {
    try {
      await this.#tryOnce(request);
    } catch (error) {
      this.#ports.fault(error);
      const until = new Date(this.#ports.now().getTime() + this.#parameters().longestPauseMs);
      await postponeRequest(this.#ports.database, request.sessionID, until, 'FAULT').catch(this.#ports.fault);
    }
  }

  async #tryOnce(request: RequestRow): Promise<void> {
    const { database, now } = this.#ports;
    const at = now().getTime();
    const late = request.dueAt.getTime() <= at;
    const found = await this.#payment(request);
    // After an outage a request is late before it was ever tried; what is there is sent all the same, once.
    if (late && (!found || request.tries > 0))
      return this.#settle(request, { state: 'overdue' }, found ? {} : { fault: 'NO-PAYMENT' });
    if (!found) {
      const pause = this.#parameters().firstPauseMs * 2;
      return postponeRequest(database, request.sessionID, new Date(at + pause), 'NO-PAYMENT');
    }
    await this.#send(request, found.ebpCode, found.payment, found.signer);
  }

  /** The payment of the order asked for and the key to sign it with; undefined while one of them is not there. */
  async #payment(
    request: RequestRow,
  ): Promise<{ ebpCode: string; payment: RawPayment; signer: Signer } | undefined> {
    const { database, signers } = this.#ports;
    const platforms =
      request.ebpCode === null
        ? await platformsWithOrder(database, request.orderNo, [...signers.keys()])
        : [request.ebpCode];
    const [ebpCode] = platforms;
    if (ebpCode === undefined || platforms.length > 1) return undefined;
    const kept = await paymentOfOrder(database, ebpCode, request.orderNo);
    const payment = kept && readKeptPayment(kept.head, kept.orders);
    const key = signers.get(ebpCode);
    return payment && key ? { ebpCode, payment, signer: key } : undefined;
  }

  async #send(request: RequestRow, ebpCode: string, payment: RawPayment, signer: Signer): Promise<void> {
    const { database, now, customs } = this.#ports;
    const { payTransactionId } = payment.payExchangeInfoHead;
    const number = await beginTry(database, request.sessionID, ebpCode, payTransactionId);
    if (number === undefined || !customs) return;
    const beganAt = now();
    const draft = draftPaymentData({
      sessionID: request.sessionID,
      ...payment,
      serviceTime: String(beganAt.getTime()),
    });
    const signature = await signer.sign(Buffer.from(draft.toSign, 'utf8')).catch((error: unknown) => {
      this.#ports.fault(error);
      return undefined;
    });
    if (!signature) {
      const until = new Date(beganAt.getTime() + pauseMs(number, this.#parameters()));
      return postponeRequest(database, request.sessionID, until, 'SIGNER');
    }
    const json = draft.signed(signer.certificateNumber, Buffer.from(signature).toString('base64'));
    const posted = await customs.send(json, this.#parameters().tryMs);
    const endedAt = now();
    const step = nextStep(posted, number, endedAt.getTime(), request.dueAt.getTime(), this.#parameters());
    const attempt = {
      ...{ sessionID: request.sessionID, number, beganAt, endedAt, payTransactionId },
      certificateNumber: signer.certificateNumber,
      httpStatus: posted.httpStatus ?? null,
      ...wordsOf(posted),
      sent: await packed(json),
    };
    await database.transaction(async (client) => {
      await addAttempt(client, attempt);
      await this.#move(client, request, step, posted);
    });
  }

  async #settle(request: RequestRow, step: Step, posted: Posted): Promise<void> {
    await this.#ports.database.transaction((client) => this.#move(client, request, step, posted));
  }

  async #move(
    client: Parameters<Parameters<Database['transaction']>[0]>[0],
    request: RequestRow,
    { state, nextTryAt }: Step,
    posted: Posted,
  ): Promise<void> {
    const at = this.#ports.now();
    const next = nextTryAt === undefined ? null : new Date(nextTryAt);
    const words = wordsOf(posted);
    const moved = await moveRequest(client, request.sessionID, { state, nextTryAt: next, at, ...words });
    if (!moved || state === 'asked') return;
    await record(client, [
      {
        at,
        kind: entryKinds[state],
        subject: request.sessionID,
        body: { orderNo: request.orderNo, code: words.code, fault: words.fault },
      },
    ]);
  }
}

const entryKinds: Readonly<Record<Exclude<RequestState, 'asked'>, string>> = {
  answered: 'payment-data-answered',
  refused: 'payment-data-refused',
  overdue: 'payment-data-overdue',
};

/** Code, message and fault as they are kept. A message of customs is short; another's may be anything. */
function wordsOf({ answer, fault }: Posted): {
  code: string | null;
  message: string | null;
  fault: string | null;
} {
  const message = answer?.message.replaceAll('\u0000', '').toWellFormed().slice(0, 1000);
  return { code: answer?.code ?? null, message: message ?? null, fault: fault ?? null };
}
