import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, AnswersPage, DeliveryBody } from '#agencies';
import { signaturesOf } from '#notices';

/** How far the clocks of both sides may be apart, seconds (D; five minutes, as Standard Webhooks advise). */
const mostSecondsApart = 300;
const mostBodyBytes = 1024 * 1024;
const mostAnswers = 100;

/** What the number of a list makes the simulated agency do, and what it does otherwise. */
const WORDS: readonly (readonly [tail: RegExp, decision: Answer['decision'] | 'silent', reason: string])[] = [
  [/(^|[-/])NO([-/]|$)|REFUSE/, 'negative', '模拟：不同意'],
  [/SILENT/, 'silent', ''],
];

export interface SimulatorSettings {
  readonly agency: string;
  /** `whsec_…`, as the platform told it when the link was set. */
  readonly secret: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly now?: () => Date;
  /** Decides in place of the words in numbers; undefined where the agency says nothing yet. */
  readonly decide?: (delivery: DeliveryBody) => Pick<Answer, 'decision' | 'reason'> | undefined;
}

/** A simulated agency: the other end of a link, with all it has to keep to, for testers and for demonstrations. */
export class AgencySimulator {
  readonly #settings: SimulatorSettings;
  readonly #server: Server;
  readonly #taken = new Map<string, DeliveryBody>();
  readonly #answers: Answer[] = [];

  constructor(settings: SimulatorSettings) {
    this.#settings = settings;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => reply(response, 500, { code: 'FAULT' }));
    });
  }

  /** @returns its address, to be set as that of the link */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(this.#settings.port ?? 0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /** What it was delivered, each once, in the order it came. */
  get deliveries(): readonly DeliveryBody[] {
    return [...this.#taken.values()];
  }

  /** Answers something now that it had not answered, or says another word on it. */
  answer(delivery: string, decision: Answer['decision'], reason: string): void {
    const at = (this.#settings.now?.() ?? new Date()).toISOString();
    this.#answers.push({ id: randomUUID(), delivery, decision, reason, at });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://agency');
    const body = await bodyOf(request);
    if (body === undefined) {
      reply(response, 413, { code: 'TOO-LONG' });
      return;
    }
    const signed = request.method === 'POST' ? body : `${url.pathname}${url.search}`;
    const asked = `${request.method} ${url.pathname}`;
    if (!this.#isSigned(request, signed)) reply(response, 401, { code: 'SIGNATURE' });
    else if (asked === 'POST /deliveries') this.#take(body, response);
    else if (asked === 'GET /answers') reply(response, 200, this.#page(url.searchParams.get('after') ?? ''));
    else reply(response, 404, { code: 'NOT-FOUND' });
  }

  #isSigned({ headers }: IncomingMessage, body: string): boolean {
    const [id, stamp, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      String(headers[name] ?? ''),
    );
    const timestamp = Number(stamp);
    const seconds = (this.#settings.now?.() ?? new Date()).getTime() / 1000;
    if (!id || !Number.isSafeInteger(timestamp) || Math.abs(seconds - timestamp) > mostSecondsApart)
      return false;
    const good = Buffer.from(signaturesOf([this.#settings.secret], { id, timestamp, body }));
    return (given ?? '')
      .split(' ')
      .some((one) => one.length === good.length && timingSafeEqual(Buffer.from(one), good));
  }

  #take(body: string, response: ServerResponse): void {
    const delivery = readDelivery(body);
    if (!delivery) {
      reply(response, 400, { code: 'DELIVERY' });
      return;
    }
    if (!this.#taken.has(delivery.id)) {
      this.#taken.set(delivery.id, delivery);
      const said = (this.#settings.decide ?? byNumber)(delivery);
      if (said) this.answer(delivery.id, said.decision, said.reason);
    }
    reply(response, 202, { taken: delivery.id });
  }

  #page(after: string): AnswersPage {
    const from = /^\d{1,15}$/.test(after) ? Number(after) : 0;
    const answers = this.#answers.slice(from, from + mostAnswers);
    return { answers, next: String(Math.min(from + answers.length, this.#answers.length)) };
  }
}

function byNumber({ list }: DeliveryBody): Pick<Answer, 'decision' | 'reason'> | undefined {
  const [, decision = 'positive', reason = '模拟：同意'] =
    WORDS.find(([tail]) => tail.test(list.orderNo)) ?? [];
  return decision === 'silent' ? undefined : { decision, reason };
}

function readDelivery(body: string): DeliveryBody | undefined {
  try {
    const read = JSON.parse(body) as Partial<DeliveryBody>;
    const whole =
      typeof read.id === 'string' && typeof read.list?.orderNo === 'string' && read.papers !== undefined;
    return whole ? (read as DeliveryBody) : undefined;
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBodyBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
