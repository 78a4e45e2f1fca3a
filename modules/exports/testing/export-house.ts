import { setTimeout as pause } from 'node:timers/promises';
import {
  type CebMessage,
  type DocumentOf,
  type ExampleChoice,
  encode,
  exampleMessage,
  type Root,
} from '#ceb';
import { type FetchedReceipt, keyParameters, type MessageAnswer, receiptsAfter } from '#exchange';
import { chinaDay, chinaStamp } from '#kernel';
import type { Database } from '#postgres';
import type { Enterprise } from '#registry';
import { parameterOn } from '#tax';
import demoFirms from '../../../contracts/samples/enterprises.json' with { type: 'json' };
import {
  type TestDatabase,
  testDatabase,
  transactionsEnded,
} from '../../../platform/postgres/testing/index.ts';
import { loadRulebook } from '../../clearance/testing/house.ts';
import { registerList } from '../../clearance/wiring.ts';
import { type Exchange, wireExchange } from '../../exchange/wiring.ts';
import { loadCodeLists } from '../../registry/wiring.ts';
import type { ExportCompanion, ExportFollower, ExportMove, ExportStanding } from '../index.ts';
import { standingsOfOrders } from '../storage/standings.ts';
import { type Exports, wireExports } from '../wiring.ts';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 10;
const SETTLED_MS = 100;

/** Firms of the examples, as the demo zone has them registered. */
const firms = demoFirms as readonly unknown[] as readonly Enterprise[];

/** Access point and exports put together on a database of their own, with a clock of their own. */
export class ExportHouse {
  readonly database: Database;
  readonly exchange: Exchange;
  readonly clock: { now: Date };
  /** What followers have been told, in its order. */
  readonly moves: ExportMove[];
  readonly faults: unknown[];
  exports: Exports;
  readonly #rented: TestDatabase;
  readonly #wire: () => Exports;

  private constructor(parts: {
    readonly rented: TestDatabase;
    readonly exchange: Exchange;
    readonly clock: { now: Date };
    readonly moves: ExportMove[];
    readonly faults: unknown[];
    readonly exports: Exports;
    readonly wire: () => Exports;
  }) {
    this.database = parts.rented.database;
    this.exchange = parts.exchange;
    this.exports = parts.exports;
    this.clock = parts.clock;
    this.moves = parts.moves;
    this.faults = parts.faults;
    this.#rented = parts.rented;
    this.#wire = parts.wire;
  }

  /** @param besides who has a say in releases, and who acts on what becomes of lists */
  static async open(
    besides: {
      readonly companions?: readonly ExportCompanion[];
      readonly followers?: readonly ExportFollower[];
    } = {},
  ): Promise<ExportHouse> {
    const rented = await testDatabase();
    const { database } = rented;
    const clock = { now: new Date('2026-07-01T12:00:00+08:00') };
    const now = (): Date => clock.now;
    const moves: ExportMove[] = [];
    const faults: unknown[] = [];
    const fault = (error: unknown): void => void faults.push(error);
    const { rulebook, taxBook } = loadRulebook();
    const codeLists = loadCodeLists();
    const returnTime = (at: Date): string => chinaStamp(at.getTime(), true);
    const follower: ExportFollower = {
      name: 'test',
      moved: async (_, told) => void moves.push(...told),
    };
    const wire = (): Exports =>
      wireExports({
        summaryOf: async () => undefined,
        ...{ database, now, returnTime, rulebook, tables: taxBook, fault },
        followers: [follower, ...(besides.followers ?? [])],
        companions: besides.companions ?? [],
        enterprises: async (codes) =>
          new Map(
            firms.filter(({ customsCode }) => codes.has(customsCode)).map((firm) => [firm.customsCode, firm]),
          ),
        customsDistrict: '8600',
        receiptsWritten: () => undefined,
        ...{ paperWaitMs: HOUR_MS, sweepMs: 20 },
      });
    const exports = wire();
    const exchange = wireExchange({
      ...{ database, now, returnTime, fault },
      keyParameters: () =>
        keyParameters((key) => parameterOn(taxBook.parameters, key, chinaDay(now().getTime()))?.value),
      handlers: exports.handlers,
      codeLists: { has: (list, code) => codeLists.has(registerList(list), code) },
      sender: async () => undefined,
      outcomes: new Map([[exports.listRoot, exports.outcomes]]),
      papersArrived: exports.papersArrived,
    });
    await exports.start();
    return new ExportHouse({ rented, exchange, exports, wire, clock, moves, faults });
  }

  async close(): Promise<void> {
    await this.exchange.inbox.drain();
    await this.exports.stop();
    await this.#rented.close();
  }

  /** Hands in a message as the firm that transmits it. */
  async hand(message: CebMessage): Promise<MessageAnswer> {
    const { copCode = '', copName = '' } = message.transfer ?? {};
    return this.exchange.takeWritten(Buffer.from(encode(message)), {
      customsCode: copCode,
      name: copName,
      roles: [],
    });
  }

  /** Hands in the example of a message, its head changed as wished. */
  async send<R extends Root>(
    root: R,
    choice: ExampleChoice = {},
    head: Partial<DocumentOf<R>['head']> = {},
    lines: (items: DocumentOf<R>['items']) => readonly object[] = (items) => items,
  ): Promise<MessageAnswer['documents'][number]> {
    const message = exampleMessage(root, choice);
    const documents = message.documents.map((one) => ({
      head: { ...one.head, ...head },
      items: lines(one.items as DocumentOf<R>['items']),
    }));
    const answer = await this.hand({ ...message, documents } as unknown as CebMessage);
    const [only] = answer.documents;
    if (!only) throw new Error(JSON.stringify(answer.findings));
    return only;
  }

  /** Another process begins where the one before has stopped. */
  async restart(): Promise<void> {
    this.exports = this.#wire();
    await this.exports.start();
  }

  /** How the list of an order stands, once it stands as wished. */
  async standing(orderNo: string, wish: (list: ExportStanding) => boolean): Promise<ExportStanding> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const [list] = await standingsOfOrders(this.database, [orderNo]);
      if (list && wish(list)) return list;
      if (performance.now() > until)
        throw new Error(
          `${orderNo}: ${JSON.stringify(list)} ${await this.findings(orderNo)} ${this.faults.map(String)}`,
        );
      await pause(LOOK_AGAIN_MS);
    }
  }

  /** Gives what could move the time to do so: for what is to stay as it is. */
  async settled(): Promise<void> {
    await pause(SETTLED_MS);
  }

  /** How many lists of an order wait for their judge. */
  async waiting(orderNo: string): Promise<number> {
    const rows = await this.database.query('select 1 from exports.waiting where order_no = $1', [orderNo]);
    return rows.length;
  }

  /** Codes of what the latest decision on the list of an order found. */
  async findings(orderNo: string): Promise<string[]> {
    const [row] = await this.database.query<{ findings: { code: string }[] | null }>(
      `select assessment -> 'findings' as findings from exports.decision where order_no = $1
       order by attempt desc, step desc limit 1`,
      [orderNo],
    );
    return (row?.findings ?? []).map(({ code }) => code);
  }

  /** Receipts of a kind the example's firms have got, each firm's in their order. */
  async receipts(type: string): Promise<FetchedReceipt[]> {
    await transactionsEnded(this.database);
    const all = await Promise.all(
      firms.map(({ customsCode }) => receiptsAfter(this.database, customsCode, undefined, 1_000, type)),
    );
    return all.flat();
  }
}
