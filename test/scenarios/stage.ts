import { decode } from '#ceb';
import { issueKey } from '#exchange';
import type { Enterprise } from '#registry';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';
import { readSample, type SampleStep } from './folders.ts';

const PATIENCE_MS = 25_000;
const LOOK_AGAIN_MS = 20;

/** The answer to one message. */
export interface Answer {
  readonly http: number;
  readonly verdict?: string;
  readonly status?: string;
  readonly findings: readonly string[];
}

/** What the stage has come to know of one order: which papers were taken, and whether its list was. */
interface Order {
  readonly ebpCode: string;
  readonly papers: Set<string>;
}

interface ListView {
  readonly list: { readonly state: string };
  /** While waiting: papers that have not come. */
  readonly waitingFor?: { readonly papers: readonly string[] };
  readonly findings: readonly { readonly code: string; readonly mode: string }[];
  readonly tax?: Readonly<Record<string, unknown>>;
  readonly quota?: { readonly used: string };
}

interface Document {
  readonly head: { readonly orderNo: string; readonly ebpCode?: string; readonly appType: string };
}

const missingPaper = ({ waitingFor }: ListView): boolean => (waitingFor?.papers.length ?? 0) > 0;

/**
 * The real platform in this process, on a database of its own and a clock of its own, spoken to over HTTP only:
 * what a story is played on.
 */
export class Stage {
  readonly #rented: TestDatabase;
  readonly #server: RunningServer;
  readonly #keys: ReadonlyMap<string, string>;
  readonly #operator: string;
  readonly #clock: { now: Date };
  readonly #orders = new Map<string, Order>();

  private constructor(
    rented: TestDatabase,
    server: RunningServer,
    clock: { now: Date },
    keys: ReadonlyMap<string, string>,
    operator: string,
  ) {
    this.#rented = rented;
    this.#server = server;
    this.#clock = clock;
    this.#keys = keys;
    this.#operator = operator;
  }

  /** @param begin the clock at first, ISO 8601. */
  static async open(begin: string): Promise<Stage> {
    const rented = await testDatabase();
    const { database } = rented;
    const clock = { now: new Date(begin) };
    const enterprises: Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
    await enterFirms(database, enterprises);
    const keys = new Map<string, string>();
    for (const { customsCode } of enterprises) {
      const { token } = await issueKey(database, customsCode, 'story', 'enterprise', clock.now);
      keys.set(customsCode, token);
    }
    const { token } = await issueKey(database, 'operator', 'story', 'operator', clock.now);
    // The stories tell what is decided; bills come later, whenever their clock jumps past the time for them.
    const taxBills = { toldAfterMs: 10 * 366 * 24 * 3600 * 1000 };
    const server = await startServer({ database, port: 0, now: () => clock.now, sweepMs: 200, taxBills });
    return new Stage(rented, server, clock, keys, token);
  }

  async close(): Promise<void> {
    await this.#server.close();
    await this.#rented.close();
  }

  /** Sets the clock; whatever was complete before is decided under the old time. */
  async passTo(at: string): Promise<void> {
    await this.settle();
    this.#clock.now = new Date(at);
  }

  /** Hands one message in with the key of the enterprise the story names. */
  async send(step: SampleStep, bytes: Buffer): Promise<Answer> {
    const response = await fetch(`${this.#server.url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#keys.get(step.as)}`, 'content-type': 'application/xml' },
      body: new Uint8Array(bytes),
    });
    const body = (await response.json()) as {
      documents?: { verdict: string; status: string; findings: { code: string }[] }[];
      findings?: { code: string }[];
    };
    const [document] = body.documents ?? [];
    if (document?.verdict === 'accepted') this.#remember(bytes);
    const findings = (document?.findings ?? body.findings ?? []).map(({ code }) => code);
    const taken = document && { verdict: document.verdict, status: document.status };
    return { http: response.status, ...taken, findings };
  }

  #remember(bytes: Buffer): void {
    const { message } = decode(bytes);
    for (const { head } of (message?.documents ?? []) as readonly Document[]) {
      const known = this.#orders.get(head.orderNo);
      const order = known ?? { ebpCode: head.ebpCode ?? '', papers: new Set<string>() };
      if (head.appType === '3') order.papers.delete(message?.root ?? '');
      else order.papers.add(message?.root ?? '');
      this.#orders.set(head.orderNo, { ...order, ebpCode: order.ebpCode || (head.ebpCode ?? '') });
    }
  }

  /** Waits until every list is decided whose papers have all come, and come from the firms named in them. */
  async settle(): Promise<void> {
    for (const [orderNo, { ebpCode, papers }] of this.#orders) {
      if (papers.size === 4)
        await this.list(ebpCode, orderNo, (state, view) => state !== 'waiting' || missingPaper(view));
    }
  }

  /** The page of a list, as soon as its state is as wished. */
  async list(
    ebpCode: string,
    orderNo: string,
    wished: (state: string, view: ListView) => boolean,
  ): Promise<ListView> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const response = await this.#get(`/api/lists/${ebpCode}/${orderNo}`, this.#operator);
      const view = (await response.json()) as ListView;
      if (response.ok && wished(view.list.state, view)) return view;
      if (performance.now() > until)
        throw new Error(`list ${orderNo} is not there yet: ${JSON.stringify(view)}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }

  /** All receipts that wait for an enterprise, oldest first. */
  async receipts(
    customsCode: string,
  ): Promise<readonly { type: string; orderNo: string | null; returnStatus: string; returnInfo: string }[]> {
    await transactionsEnded(this.#rented.database);
    const response = await this.#get('/api/receipts?limit=500', this.#keys.get(customsCode) ?? '');
    return ((await response.json()) as { receipts: [] }).receipts;
  }

  /** The same receipts as messages of the standard, taken out of the element that holds them together. */
  async receiptMessages(customsCode: string): Promise<readonly string[]> {
    await transactionsEnded(this.#rented.database);
    const response = await this.#get('/api/receipts?limit=500', this.#keys.get(customsCode) ?? '', {
      accept: 'application/xml',
    });
    const text = await response.text();
    return text.match(/<CEB\d{3}Message [\s\S]*?<\/CEB\d{3}Message>/g) ?? [];
  }

  #get(path: string, key: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(`${this.#server.url}${path}`, { headers: { ...headers, authorization: `Bearer ${key}` } });
  }
}
