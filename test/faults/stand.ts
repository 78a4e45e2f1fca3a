import { issueKey } from '#exchange';
import { type Database, openDatabase } from '#postgres';
import { writeMessage } from '../../apps/demo/messages.ts';
import type { PaperKind, Papers } from '../../apps/demo/papers.ts';
import type { Random } from '../../apps/demo/random.ts';
import { demoKeys, seedZone } from '../../apps/demo/start.ts';
import { createZone, type DemoEnterprise, type Zone } from '../../apps/demo/zone.ts';
import type { CustomsSettings } from '../../apps/server/customs.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import type { BulkFileSettings } from '../../apps/server/settings.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

/** What a sender is told of one document. */
export interface DocumentAnswer {
  readonly index: number;
  readonly key: Readonly<Record<string, string>>;
  readonly verdict: 'accepted' | 'repeated' | 'refused';
  readonly status: string;
  readonly info: string;
  readonly findings: readonly { readonly code: string }[];
  readonly outcome?: { readonly state: string; readonly returnStatus: string; readonly returnInfo: string };
}

/** The answer to one message, or the problem it met. */
export interface Answer {
  readonly http: number;
  readonly code?: string;
  readonly en?: string;
  readonly messageId?: string;
  readonly documents: readonly DocumentAnswer[];
  readonly findings: readonly { readonly code: string; readonly path: string }[];
}

export interface Receipt {
  readonly cursor: string;
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly body: Readonly<Record<string, string>>;
}

export interface StandSettings {
  /** How long a list waits for its papers, milliseconds. */
  readonly paperWaitMs?: number;
  readonly sweepMs?: number;
  readonly bulk?: BulkFileSettings;
  /** Customs decides: called once for each server, as each has a channel of its own. */
  readonly customs?: () => Promise<CustomsSettings>;
}

const LOOK_AGAIN_MS = 25;

/**
 * One or more servers on one fresh database with the demo zone registered: what the fault tests play on. They are
 * spoken to over HTTP only; the database is looked at, never written.
 */
export class Stand {
  readonly zone: Zone;
  readonly database: Database;
  /** With the owner's rights, for what the application may not do. */
  readonly owner: Database;
  readonly #rented: TestDatabase;
  readonly #pools: readonly Database[];
  readonly #servers: readonly RunningServer[];
  readonly #keys: ReadonlyMap<string, string>;
  /** What went wrong inside the servers. */
  readonly faults: readonly string[];

  private constructor(parts: {
    zone: Zone;
    rented: TestDatabase;
    pools: readonly Database[];
    servers: readonly RunningServer[];
    keys: ReadonlyMap<string, string>;
    faults: readonly string[];
  }) {
    this.zone = parts.zone;
    this.database = parts.rented.database;
    this.owner = parts.rented.owner;
    this.#rented = parts.rented;
    this.#pools = parts.pools;
    this.#servers = parts.servers;
    this.#keys = parts.keys;
    this.faults = parts.faults;
  }

  static async open(servers: number, settings: StandSettings = {}): Promise<Stand> {
    const rented = await testDatabase();
    const zone = createZone();
    await seedZone(rented.database, zone);
    const store = { read: async () => new Map<string, string>(), add: async () => undefined };
    const keys = new Map(await demoKeys(rented.database, zone, store, async () => true));
    const operator = await issueKey(rented.database, 'operator', 'faults', 'operator', new Date());
    keys.set('operator', operator.token);
    const faults: string[] = [];
    const pools: Database[] = [];
    const running: RunningServer[] = [];
    for (let i = 0; i < servers; i += 1) {
      // Each server has connections of its own, as each process has.
      const database = await openDatabase({
        url: rented.url,
        dataFolder: '',
        keyFile: rented.keyFile,
        connections: 8,
      });
      pools.push(database);
      const fault = (error: unknown, what: string): void => {
        faults.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
      };
      const { customs, ...others } = settings;
      const link = customs ? { customs: await customs() } : {};
      running.push(await startServer({ database, port: 0, fault, ...others, ...link }));
    }
    return new Stand({ zone, rented, pools, servers: running, keys, faults });
  }

  async close(): Promise<void> {
    for (const server of this.#servers) await server.close();
    for (const pool of this.#pools) await pool.close();
    await this.#rented.close();
  }

  /** Address of one of the servers, counted from 0 and round again. */
  url(server = 0): string {
    return this.#servers[server % this.#servers.length]?.url ?? '';
  }

  key(customsCode: string): string {
    const key = this.#keys.get(customsCode);
    if (key === undefined) throw new RangeError(`no key of ${customsCode}`);
    return key;
  }

  /** Hands bytes in with the key of a firm. */
  async post(
    customsCode: string,
    bytes: Uint8Array,
    options: { readonly server?: number; readonly query?: string; readonly type?: string } = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url(options.server)}/api/messages${options.query ?? ''}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.key(customsCode)}`,
        'content-type': options.type ?? 'application/xml',
      },
      body: new Uint8Array(bytes),
    });
    const body = (await response.json()) as Partial<Answer>;
    return { documents: [], findings: [], ...body, http: response.status };
  }

  /** Hands one paper in as a message of its own; answers what became of it. */
  async send<K extends PaperKind>(
    paper: K,
    document: Papers[K],
    sender: DemoEnterprise,
    random: Random,
    server = 0,
  ): Promise<DocumentAnswer> {
    const bytes = writeMessage(paper, [document], sender, random);
    const answer = await this.post(sender.customsCode, bytes, { server });
    const [only] = answer.documents;
    if (only === undefined) throw new Error(`HTTP ${answer.http}: ${JSON.stringify(answer)}`);
    return only;
  }

  async get(
    path: string,
    key: string,
    server = 0,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    if (path.startsWith('/api/receipts')) await transactionsEnded(this.database);
    return fetch(`${this.url(server)}${path}`, { headers: { ...headers, authorization: `Bearer ${key}` } });
  }

  /** Every receipt of a firm, from the first, page by page. */
  async receipts(customsCode: string, type?: string): Promise<Receipt[]> {
    const all: Receipt[] = [];
    let cursor = '';
    for (;;) {
      const path = `/api/receipts?limit=200${type ? `&type=${type}` : ''}${cursor && `&cursor=${cursor}`}`;
      const response = await this.get(path, this.key(customsCode));
      const page = (await response.json()) as { receipts: Receipt[]; next?: string };
      if (page.receipts.length === 0) return all;
      all.push(...page.receipts);
      cursor = page.next ?? cursor;
    }
  }

  /** Waits until no list waits to be judged. */
  async settled(limitMs = 20_000): Promise<void> {
    await until(
      async () => (await this.count('select count(*) as count from clearance.waiting')) === 0,
      limitMs,
      'lists still wait to be judged',
    );
  }

  async count(text: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(text, values);
    return Number(row?.count);
  }
}

/** Looks again until it holds; throws with the complaint when it never does. */
export async function until(
  holds: () => Promise<boolean>,
  limitMs: number,
  complaint: string,
): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(complaint);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
