import { accessTo } from '#access';
import { issueKey } from '#exchange';
import { createHttp, type Http } from '#http';
import { chinaDay, chinaStamp } from '#kernel';
import type { Database } from '#postgres';
import { mayActOn } from '#registry';
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import { tableGuard } from '../../access/wiring.ts';
import { type Exchange, wireExchange } from '../../exchange/wiring.ts';
import type { FullDossier } from '../../matching/testing/clean-dossier.ts';
import { enterpriseRegister, loadCodeLists } from '../../registry/wiring.ts';
import { loadRiskRules } from '../../risk/wiring.ts';
import { loadTaxBook } from '../../tax/wiring.ts';
import type { Companion } from '../application/companions.ts';
import type { HeldFollower } from '../application/ports.ts';
import { type Rulebook, rulebookOf } from '../domain/rulebook.ts';
import { type Clearance, registerList, wireClearance } from '../wiring.ts';
import { enterprises, messageOf, type PaperKind, paperKinds, senderOf } from './purchases.ts';

const PATIENCE_MS = 25_000;
const LOOK_AGAIN_MS = 10;

/** What a sender is told of one document. */
export interface DocumentAnswer {
  readonly verdict: string;
  readonly status: string;
  readonly info: string;
  readonly findings: readonly { readonly code: string; readonly path: string }[];
  readonly outcome?: { readonly state: string; readonly returnStatus: string; readonly returnInfo: string };
}

/** An answer over HTTP, its body read as JSON. */
export interface Answer<Body> {
  readonly http: number;
  readonly body: Body;
  readonly text: string;
}

export interface MessageAnswer {
  readonly messageId: string;
  readonly code?: string;
  readonly documents: readonly DocumentAnswer[];
  readonly findings: readonly { readonly code: string }[];
}

/** The tables decisions rest on, as the platform reads them. */
export function loadRulebook(): { rulebook: Rulebook; taxBook: ReturnType<typeof loadTaxBook> } {
  const taxBook = loadTaxBook();
  const codeLists = loadCodeLists();
  const rulebook = rulebookOf({
    edition: 'test',
    tables: taxBook,
    parameters: taxBook.parameters,
    risk: loadRiskRules(),
    resultText: (code) => codeLists.name('customs_result', code, 'zh') ?? code,
  });
  return { rulebook, taxBook };
}

/**
 * Access point and conductor put together on a database of their own, with a clock of their own; asked over HTTP,
 * without a port. Readers show a key of an enterprise, or the operator's.
 */
export class House {
  readonly app: Http;
  readonly database: Database;
  readonly exchange: Exchange;
  readonly clearance: Clearance;
  readonly clock: { now: Date };
  /** What went wrong inside. */
  readonly faults: unknown[];
  readonly #rented: TestDatabase;
  readonly #keys: ReadonlyMap<string, string>;

  private constructor(parts: {
    app: Http;
    rented: TestDatabase;
    exchange: Exchange;
    clearance: Clearance;
    clock: { now: Date };
    faults: unknown[];
    keys: ReadonlyMap<string, string>;
  }) {
    this.app = parts.app;
    this.database = parts.rented.database;
    this.exchange = parts.exchange;
    this.clearance = parts.clearance;
    this.clock = parts.clock;
    this.faults = parts.faults;
    this.#rented = parts.rented;
    this.#keys = parts.keys;
  }

  static async open(
    options: {
      readonly paperWaitMs?: number;
      readonly follower?: HeldFollower;
      readonly companions?: readonly Companion[];
    } = {},
  ): Promise<House> {
    const rented = await testDatabase();
    const { database } = rented;
    const register = enterpriseRegister(database);
    await register.save(enterprises);
    const clock = { now: new Date('2026-11-23T13:00:00+08:00') };
    const now = (): Date => clock.now;
    const keys = new Map<string, string>();
    for (const { customsCode } of enterprises)
      keys.set(customsCode, (await issueKey(database, customsCode, '', 'enterprise', now())).token);
    keys.set('operator', (await issueKey(database, 'operator', '', 'operator', now())).token);
    const faults: unknown[] = [];
    const fault = (error: unknown): void => void faults.push(error);
    const app = await createHttp({
      ...{ title: 'test', version: '0', description: '', tags: [], security: {} },
      bodyLimit: 4 * 1024 * 1024,
      fault,
      guard: tableGuard({
        byKey: (token) => exchange.keys.caller(token, now()),
        bySession: async () => undefined,
        visitors: false,
      }),
      docsConfig: accessTo('interface', 'read'),
    });
    const { rulebook, taxBook } = loadRulebook();
    const codeLists = loadCodeLists();
    const returnTime = (at: Date): string => chinaStamp(at.getTime(), true);
    const clearance = wireClearance({
      ...{ database, now, returnTime, rulebook, codeLists, fault, ...options },
      ruleRows: [],
      taxSources: taxBook,
      enterprises: (codes) => register.find([...codes]),
      filedGoods: async () => new Map(),
      customsDistrict: '8600',
      receiptsWritten: (recipients) => exchange.notifier.notify(recipients),
      sweepMs: 20,
    });
    const exchange = wireExchange({
      ...{ database, now, returnTime, fault },
      keyParameters: () => ({
        lifetimeDays: 365,
        longestDays: 730,
        overlapDays: 7,
        warningDays: 14,
        most: 20,
      }),
      handlers: clearance.handlers,
      codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
      sender: async (customsCode) => {
        const found = (await register.find([customsCode])).get(customsCode);
        if (!found || !mayActOn(found, chinaDay(now().getTime()))) return undefined;
        return { customsCode, name: found.name, roles: found.roles };
      },
      outcomes: new Map([[clearance.listRoot, clearance.outcomes]]),
      papersArrived: clearance.papersArrived,
    });
    exchange.register(app);
    clearance.register(app);
    await clearance.conductor.start();
    return new House({ app, rented, exchange, clearance, clock, faults, keys });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.exchange.inbox.drain();
    await this.clearance.stop();
    await this.#rented.close();
  }

  key(customsCode: string): string {
    return this.#keys.get(customsCode) ?? '';
  }

  /** Hands bytes in with the key of a firm. */
  async post(sender: string, bytes: Buffer, query = ''): Promise<Answer<MessageAnswer>> {
    const response = await this.app.inject({
      method: 'POST',
      url: `/api/messages${query}`,
      headers: { authorization: `Bearer ${this.key(sender)}`, 'content-type': 'application/xml' },
      payload: bytes,
    });
    const body = response.json<MessageAnswer>();
    const { documents = [], findings = [] } = body as Partial<MessageAnswer>;
    return { http: response.statusCode, body: { ...body, documents, findings }, text: response.body };
  }

  /** Reads with the key of a firm; with the operator's where none is named. */
  async get<Body>(
    url: string,
    reader = 'operator',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    if (url.startsWith('/api/receipts')) await transactionsEnded(this.database);
    const response = await this.app.inject({
      url,
      headers: { authorization: `Bearer ${this.key(reader)}`, ...headers },
    });
    const json = /json/.test(String(response.headers['content-type']));
    return {
      http: response.statusCode,
      body: (json ? response.json() : undefined) as Body,
      text: response.body,
    };
  }

  /** Hands one paper in as a message of its own, with the key of the firm it is sent by. */
  async send(
    kind: PaperKind,
    dossier: FullDossier,
    document: object = dossier[kind],
  ): Promise<DocumentAnswer> {
    const sender = senderOf(kind, dossier);
    const answer = await this.post(sender, messageOf(kind, [document], sender));
    const [only] = answer.body.documents;
    if (only === undefined) throw new Error(`HTTP ${answer.http}: ${answer.text}`);
    return only;
  }

  /** Hands in these papers of several purchases, a message a kind. */
  async file(dossiers: readonly FullDossier[], kinds: readonly PaperKind[] = paperKinds): Promise<void> {
    const [first] = dossiers;
    if (first === undefined) return;
    for (const kind of kinds) {
      const sender = senderOf(kind, first);
      const documents = dossiers.map((dossier) => dossier[kind]);
      const answer = await this.post(sender, messageOf(kind, documents, sender));
      const refused = answer.body.documents.filter(({ verdict }) => verdict === 'refused');
      if (answer.http !== 200 || refused.length > 0) throw new Error(`${kind}: ${answer.text}`);
    }
  }

  /** Waits until no list waits to be judged but so many whose papers have not come. */
  async settled(incomplete = 0): Promise<void> {
    await until(async () => (await this.count('select count(*) from clearance.waiting')) === incomplete);
  }

  async count(text: string): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(text);
    return Number(row?.count);
  }
}

/** Looks again until it holds. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const limit = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error('it does not come true');
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}
