import { randomBytes, randomUUID } from 'node:crypto';
import type { Bilingual } from '#kernel';
import type { Answer, AnswersPage, DeliveryBody } from './adapter.ts';

/** A request as the kit sends it. */
export interface ConformanceRequest {
  readonly method: 'GET' | 'POST';
  /** Below the address of the link: `deliveries`, `answers?after=`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ConformancePorts {
  readonly ask: (request: ConformanceRequest) => Promise<{ readonly status: number; readonly text: string }>;
  /** Headers that sign a message of this id and text at a moment, by a secret. */
  readonly sign: (secret: string, id: string, body: string, at: Date) => Readonly<Record<string, string>>;
  /** Reads a page of answers; undefined where it is none. */
  readonly readAnswers: (text: string) => AnswersPage | undefined;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<void>;
}

/** What one check came to. */
export interface ConformanceResult extends Bilingual {
  readonly name: string;
  readonly passed: boolean;
  /** What was seen instead, where it did not pass. */
  readonly seen?: string;
}

/** How long an answer to a list of the kit may take, milliseconds. */
const patienceMs = 20_000;
const lookAgainMs = 200;
/** Older than any clock may be off. */
const staleMs = 3_600_000;

interface Peer {
  readonly ports: ConformancePorts;
  readonly secret: string;
  readonly agency: string;
}

type Check = (peer: Peer) => Promise<string | undefined>;

/**
 * Holds the adapter of an agency at work to the contract. The lists are made up: their numbers begin with `CHECK-`, and the
 * adapter agrees to those with `-YES-`, refuses those with `-NO-` and says nothing on those with `-SILENT-`.
 * @returns every check with what was seen
 */
export async function checkConformance(
  ports: ConformancePorts,
  secret: string,
  agency: string,
): Promise<readonly ConformanceResult[]> {
  const results: ConformanceResult[] = [];
  for (const [name, text, check] of checks) {
    const seen = await check({ ports, secret, agency }).catch((fault: Error) => fault.message);
    results.push({ name, ...text, passed: seen === undefined, ...(seen === undefined ? {} : { seen }) });
  }
  return results;
}

function deliveryOf({ agency, ports }: Peer, word: 'YES' | 'NO' | 'SILENT'): DeliveryBody {
  const orderNo = `CHECK-${word}-${randomBytes(6).toString('hex').toUpperCase()}`;
  const list = { ebpCode: '0000000000', orderNo, attempt: 1 };
  return {
    ...{ id: randomUUID(), agency, madeAt: ports.now().toISOString(), list },
    asked: [{ id: 'CHECK', why: { zh: '对接检查', en: 'a check of the link' }, rule: 'R-1.50' }],
    papers: { declaration: { head: { orderNo }, items: [] } },
    fields: ['declaration.orderNo'],
  };
}

async function deliver(peer: Peer, delivery: object & { readonly id: string }): Promise<number> {
  const body = JSON.stringify(delivery);
  const { ports, secret } = peer;
  const headers = {
    ...ports.sign(secret, delivery.id, body, ports.now()),
    'content-type': 'application/json',
  };
  return (await ports.ask({ method: 'POST', path: 'deliveries', headers, body })).status;
}

async function pageAfter({ ports, secret }: Peer, after: string): Promise<AnswersPage> {
  const path = `answers?after=${encodeURIComponent(after)}`;
  const headers = ports.sign(secret, randomUUID(), `/${path}`, ports.now());
  const { status, text } = await ports.ask({ method: 'GET', path, headers });
  const page = status === 200 ? ports.readAnswers(text) : undefined;
  if (!page) throw new Error(`GET ${path}: ${status} ${text.slice(0, 200)}`);
  return page;
}

/** Everything that was answered so far, page by page. */
async function allAnswers(peer: Peer): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let after = ''; ; ) {
    const page = await pageAfter(peer, after);
    answers.push(...page.answers);
    if (page.answers.length === 0 || page.next === after) return answers;
    after = page.next;
  }
}

/** Looks until these deliveries are answered, or patience ends. */
async function answersTo(peer: Peer, ...ids: readonly string[]): Promise<readonly Answer[]> {
  for (let waited = 0; ; waited += lookAgainMs) {
    const found = (await allAnswers(peer)).filter(({ delivery }) => ids.includes(delivery));
    if (ids.every((id) => found.some(({ delivery }) => delivery === id)) || waited >= patienceMs)
      return found;
    await peer.ports.pause(lookAgainMs);
  }
}

const taken = (status: number): boolean => status >= 200 && status < 300;

async function refused(
  peer: Peer,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<string | undefined> {
  const { status } = await peer.ports.ask({ method: 'POST', path: 'deliveries', headers, body });
  return status === 401 ? undefined : `${status}`;
}

const takesAndAnswers =
  (word: 'YES' | 'NO', decision: Answer['decision']): Check =>
  async (peer) => {
    const delivery = deliveryOf(peer, word);
    const status = await deliver(peer, delivery);
    if (!taken(status)) return `POST deliveries: ${status}`;
    const [answer] = await answersTo(peer, delivery.id);
    return answer?.decision === decision ? undefined : `${answer?.decision ?? 'no answer'}`;
  };

const repeated: Check = async (peer) => {
  const delivery = deliveryOf(peer, 'YES');
  const statuses = [
    await deliver(peer, delivery),
    await deliver(peer, delivery),
    await deliver(peer, delivery),
  ];
  if (!statuses.every(taken)) return statuses.join(' ');
  const answers = await answersTo(peer, delivery.id);
  return answers.length === 1 ? undefined : `${answers.length} answers`;
};

const outOfOrder: Check = async (peer) => {
  const [first, second] = [deliveryOf(peer, 'YES'), deliveryOf(peer, 'NO')];
  await deliver(peer, second);
  await deliver(peer, first);
  const answers = await answersTo(peer, first.id, second.id);
  const of = (id: string) => answers.find(({ delivery }) => delivery === id)?.decision;
  return of(first.id) === 'positive' && of(second.id) === 'negative' ? undefined : JSON.stringify(answers);
};

const sameFromOnePlace: Check = async (peer) => {
  const [one, other] = [await pageAfter(peer, ''), await pageAfter(peer, '')];
  const same = one.answers.every(
    ({ id, decision }, at) => other.answers[at]?.id === id && other.answers[at]?.decision === decision,
  );
  if (!same) return 'two readings from the beginning differ';
  const last = await allAnswers(peer);
  return new Set(last.map(({ id }) => id)).size === last.length ? undefined : 'an answer comes twice';
};

const silent: Check = async (peer) => {
  const delivery = deliveryOf(peer, 'SILENT');
  if (!taken(await deliver(peer, delivery))) return 'not taken';
  const found = (await allAnswers(peer)).filter(({ delivery: id }) => id === delivery.id);
  return found.length === 0 ? undefined : 'answered';
};

const unsigned: Check = async (peer) =>
  refused(peer, { 'content-type': 'application/json' }, JSON.stringify(deliveryOf(peer, 'YES')));

const otherSecret: Check = async (peer) => {
  const delivery = deliveryOf(peer, 'YES');
  const body = JSON.stringify(delivery);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  return refused(peer, peer.ports.sign(secret, delivery.id, body, peer.ports.now()), body);
};

const otherBody: Check = async (peer) => {
  const delivery = deliveryOf(peer, 'YES');
  const headers = peer.ports.sign(peer.secret, delivery.id, JSON.stringify(delivery), peer.ports.now());
  return refused(peer, headers, JSON.stringify({ ...delivery, agency: 'other' }));
};

const stale: Check = async (peer) => {
  const delivery = deliveryOf(peer, 'YES');
  const body = JSON.stringify(delivery);
  const long = new Date(peer.ports.now().getTime() - staleMs);
  return refused(peer, peer.ports.sign(peer.secret, delivery.id, body, long), body);
};

const unreadable: Check = async (peer) => {
  const body = '{"id":';
  const headers = peer.ports.sign(peer.secret, randomUUID(), body, peer.ports.now());
  const { status } = await peer.ports.ask({ method: 'POST', path: 'deliveries', headers, body });
  return status >= 400 && status < 500 ? undefined : `${status}`;
};

const unknownFields: Check = async (peer) => {
  const status = await deliver(
    peer,
    Object.assign(deliveryOf(peer, 'YES'), { addedLater: { any: 'thing' } }),
  );
  return taken(status) ? undefined : `${status}`;
};

const checks: readonly (readonly [name: string, text: Bilingual, check: Check])[] = [
  ['agrees', { zh: '收下并答复同意', en: 'takes a list and agrees' }, takesAndAnswers('YES', 'positive')],
  ['refuses', { zh: '收下并答复不同意', en: 'takes a list and refuses' }, takesAndAnswers('NO', 'negative')],
  ['silent', { zh: '未决定的不作答复', en: 'says nothing while it has not decided' }, silent],
  ['repeat', { zh: '重复送达只答复一次', en: 'answers a repeated delivery once' }, repeated],
  [
    'order',
    { zh: '次序颠倒时各答其所问', en: 'answers each delivery whatever the order they come in' },
    outOfOrder,
  ],
  [
    'cursor',
    { zh: '同一位置读到同样的答复', en: 'gives the same answers from the same place, each once' },
    sameFromOnePlace,
  ],
  ['unsigned', { zh: '拒绝未签名的请求（401）', en: 'refuses what is not signed (401)' }, unsigned],
  ['secret', { zh: '拒绝他人签名（401）', en: 'refuses what another has signed (401)' }, otherSecret],
  [
    'altered',
    { zh: '拒绝签名后被改动的内容（401）', en: 'refuses what was changed after it was signed (401)' },
    otherBody,
  ],
  ['stale', { zh: '拒绝过期的签名（401）', en: 'refuses an old signature (401)' }, stale],
  ['unreadable', { zh: '读不懂的内容答复 4xx', en: 'answers what cannot be read by 4xx' }, unreadable],
  ['unknown', { zh: '容许不认识的字段', en: 'takes fields it does not know' }, unknownFields],
];
