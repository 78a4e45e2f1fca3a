import { randomUUID } from 'node:crypto';
import {
  type PaymentDataAnswer,
  type PaymentDataRequest,
  type ReadPaymentData,
  readPaymentAnswer,
  readPaymentData,
  readPaymentForm,
  writeOpenRequest,
} from '#ceb';
import type { Bilingual, Finding } from '#kernel';
import { type Diagnosis, diagnose } from './diagnose.ts';

/** The certificate a platform has registered with the simulated customs. */
export interface RegisteredCertificate {
  /** As the platform gives it in `certNo`. */
  readonly certificateNumber: string;
  /** Whether a signature over bytes is this certificate's key's. */
  verify(bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

export interface PaymentDataCustomsPorts {
  readonly now: () => Date;
  /** By the customs code of the platform. */
  readonly registered: (ebpCode: string) => Promise<RegisteredCertificate | undefined>;
}

/** What the simulated customs thinks of one `realTimeDataUp`. */
export interface PaymentDataVerdict {
  readonly receivedAt: string;
  readonly code: string;
  readonly explanation: Bilingual;
  readonly findings: readonly Finding[];
  /** The string it verified the signature over. */
  readonly verified?: string;
  /** The string that was signed instead, where it could be found. */
  readonly signed?: string;
}

/** A request it has opened, with what the platform said to it and sent for it. */
export interface OpenedRequest {
  readonly request: PaymentDataRequest;
  readonly ebpCode: string;
  readonly url: string;
  /** HTTP status of the platform; absent when it could not be reached. */
  readonly httpStatus?: number;
  readonly answer?: PaymentDataAnswer;
  /** Why there is no answer. */
  readonly fault?: string;
  readonly verdicts: readonly PaymentDataVerdict[];
}

/** Sessions and verdicts that are remembered; a sandbox on one machine needs no more. */
const mostSessions = 1_000;
const mostVerdicts = 20;
const platformPatienceMs = 5_000;
const mostAnswerBytes = 64 * 1024;

interface Session {
  readonly opened: Omit<OpenedRequest, 'verdicts'>;
  readonly verdicts: PaymentDataVerdict[];
}

/** The customs side of notice 2018 No. 179, simulated: asks platforms, judges what they send, and says why. */
export class PaymentDataCustoms {
  readonly #ports: PaymentDataCustomsPorts;
  readonly #sessions = new Map<string, Session>();

  constructor(ports: PaymentDataCustomsPorts) {
    this.#ports = ports;
  }

  /** Asks a platform for an order at its address. */
  async open(ebpCode: string, url: URL, orderNo: string): Promise<OpenedRequest> {
    const request = {
      orderNo,
      sessionID: randomUUID().toUpperCase(),
      serviceTime: String(this.#ports.now().getTime()),
    };
    // Remembered before it is asked: a quick platform sends while its answer is still on the way.
    const session: Session = { opened: { request, ebpCode, url: url.href }, verdicts: [] };
    this.#remember(request.sessionID, session);
    const asked = await ask(url, writeOpenRequest(request));
    this.#remember(request.sessionID, {
      opened: { ...session.opened, ...asked },
      verdicts: session.verdicts,
    });
    return { ...session.opened, ...asked, verdicts: session.verdicts };
  }

  /** A request with everything sent for it so far; for the platform it was opened for alone. */
  opened(ebpCode: string, sessionID: string): OpenedRequest | undefined {
    const session = this.#sessions.get(sessionID);
    return session?.opened.ebpCode === ebpCode
      ? { ...session.opened, verdicts: session.verdicts }
      : undefined;
  }

  /** Takes a `realTimeDataUp` (the form's body) and answers as customs does. */
  async receive(body: string): Promise<PaymentDataAnswer> {
    const { json, findings } = readPaymentForm(body);
    const read = json === undefined ? undefined : readPaymentData(json);
    const session = read?.message && this.#sessions.get(read.message.sessionID);
    const verdict = read ? await this.#judge(read, session) : this.#verdict('20000', broken, findings);
    if (session) {
      session.verdicts.push(verdict);
      if (session.verdicts.length > mostVerdicts) session.verdicts.shift();
    }
    const { code, explanation } = verdict;
    const named = verdict.findings
      .filter(({ level }) => level === 'structure')
      .map(({ path, message }) => `${path} : ${message.zh};`);
    const message = code === '10000' ? '上传成功' : [explanation.zh, ...named].join(' ').slice(0, 1000);
    return { code, message, serviceTime: String(this.#ports.now().getTime()) };
  }

  async #judge(read: ReadPaymentData, session: Session | undefined): Promise<PaymentDataVerdict> {
    const { message, toSign, pieces, findings } = read;
    if (!message || toSign === undefined || !pieces) return this.#verdict('20000', broken, findings);
    const say = (code: string, explanation: Diagnosis): PaymentDataVerdict =>
      this.#verdict(code, explanation, findings, toSign);
    if (!session) return say('20000', unknownSession);
    const { request, ebpCode } = session.opened;
    if (message.payExchangeInfoHead.ebpCode !== ebpCode) return say('20000', otherPlatform(ebpCode));
    if (!message.payExchangeInfoLists.some(({ orderNo }) => orderNo === request.orderNo))
      return say('20000', otherOrder(request.orderNo));
    const certificate = await this.#ports.registered(ebpCode);
    if (certificate?.certificateNumber.toLowerCase() !== message.certNo.toLowerCase())
      return say('20004', notRegistered(certificate?.certificateNumber));
    const signature = Buffer.from(message.signValue, 'base64');
    const fits = (text: string): Promise<boolean> => certificate.verify(Buffer.from(text, 'utf8'), signature);
    if (!(await fits(toSign))) return say('20000', await diagnose(toSign, pieces, signature, fits));
    return say('10000', taken);
  }

  #verdict(
    code: string,
    { zh, en, signed }: Diagnosis,
    findings: readonly Finding[],
    verified?: string,
  ): PaymentDataVerdict {
    return {
      receivedAt: this.#ports.now().toISOString(),
      code,
      explanation: { zh, en },
      findings,
      ...(verified === undefined ? {} : { verified }),
      ...(signed === undefined ? {} : { signed }),
    };
  }

  #remember(sessionID: string, session: Session): void {
    this.#sessions.set(sessionID, session);
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > mostSessions && oldest !== undefined) this.#sessions.delete(oldest);
  }
}

/** Asks a platform; every failure is an outcome, redirects are not followed. */
async function ask(url: URL, body: string): Promise<Pick<OpenedRequest, 'httpStatus' | 'answer' | 'fault'>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(platformPatienceMs),
    });
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of response.body ?? []) {
      size += piece.length;
      if (size > mostAnswerBytes) return { httpStatus: response.status, fault: 'ANSWER-TOO-LARGE' };
      pieces.push(piece);
    }
    const answer = readPaymentAnswer(Buffer.concat(pieces).toString('utf8'));
    return { httpStatus: response.status, ...(answer ? { answer } : { fault: 'ANSWER-UNREADABLE' }) };
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    return { fault: name === 'TimeoutError' ? 'TIMEOUT' : (cause?.code ?? 'NETWORK') };
  }
}

const taken: Bilingual = {
  zh: '表单、字段、格式和签名均正确',
  en: 'Form, fields, formats and signature are right',
};
const broken: Bilingual = {
  zh: '上传失败：',
  en: 'The form or the JSON in it is not as the notice has it; see findings',
};
const unknownSession: Bilingual = {
  zh: '没有打开这个会话；sessionID 须原样返回',
  en: 'No request was opened under this session; give back sessionID exactly as it came',
};
const otherPlatform = (ebpCode: string): Bilingual => ({
  zh: `本会话向电商平台 ${ebpCode} 发起，ebpCode 与之不同`,
  en: `This session was opened with the platform ${ebpCode}; ebpCode is another`,
});
const otherOrder = (orderNo: string): Bilingual => ({
  zh: `请求的是订单 ${orderNo}，表体中没有`,
  en: `The order asked for is ${orderNo}; it is not among the orders sent`,
});
const notRegistered = (registered: string | undefined): Bilingual => ({
  zh: `证书未登记：${registered === undefined ? '该企业没有登记证书' : `登记的证书编号为 ${registered}`}`,
  en: `The certificate is not registered: ${registered === undefined ? 'this enterprise has registered none' : `the number registered is ${registered}`}`,
});
