import { setTimeout as pause } from 'node:timers/promises';
import { type CebMessage, type DocumentOf, encode, exampleMessage, type Root } from '#ceb';
import { issueKey } from '#exchange';
import { type ExportStanding, standingsOfOrders } from '#exports';
import type { Enterprise } from '#registry';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import demoFirms from '../../contracts/samples/enterprises.json' with { type: 'json' };
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

const PATIENCE_MS = 20_000;
const firms = demoFirms as readonly unknown[] as readonly Enterprise[];

/** Firms of the examples: who files the lists, and whose site it is. */
export const DECLARANT = '5301983613';
export const SELLER = '5301963604';
export const SITE = '5301663615';

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs from test to test
  readonly body: any;
}

/** Changes of an example's document. */
interface Change<R extends Root> {
  /** Supervision mode of the example; 9610 where none is given. */
  readonly mode?: '9610' | '1210';
  readonly head?: Partial<DocumentOf<R>['head']>;
  readonly lines?: (items: DocumentOf<R>['items']) => readonly object[];
}

/** Silver in the place of tea, which is food: what comes back free of tax is not. */
export const silver = <Line extends { readonly gnum: number }>(items: readonly Line[]): Line[] =>
  items.map((item) => (item.gnum === 1 ? { ...item, gcode: '7113111000' } : item));

/** The real server on a database and a clock of its own, with the firms of the examples. */
export class ExportReturnsStand {
  readonly rented: TestDatabase;
  readonly clock: { now: Date };
  readonly faults: unknown[] = [];
  #server!: RunningServer;
  #cookie = '';
  #guids = 0;
  readonly #keys = new Map<string, string>();

  private constructor(rented: TestDatabase) {
    this.rented = rented;
    this.clock = { now: new Date('2026-07-01T20:00:00+08:00') };
  }

  static async open(): Promise<ExportReturnsStand> {
    const stand = new ExportReturnsStand(await testDatabase());
    const { database } = stand.rented;
    await enterFirms(database, firms);
    for (const { customsCode } of firms)
      stand.#keys.set(
        customsCode,
        (await issueKey(database, customsCode, '', 'enterprise', stand.clock.now)).token,
      );
    await stand.start();
    await stand.pass(0);
    return stand;
  }

  /** Begins, or begins anew where another process has stopped. */
  async start(): Promise<void> {
    const fault = (error: unknown): void => void this.faults.push(error);
    this.#server = await startServer({
      ...{ database: this.rented.database, port: 0, now: () => this.clock.now, sweepMs: 100, fault },
    });
  }

  stop(): Promise<void> {
    return this.#server.close();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.rented.close();
  }

  /** Moves the clock on; sessions go on with it. */
  async pass(days: number): Promise<void> {
    this.clock.now = new Date(this.clock.now.getTime() + days * 86_400_000);
    const who = { role: 'officer', agency: 'customs' } as const;
    this.#cookie = (await signedInAs(this.rented.database, who, this.clock.now)).token;
  }

  /** Asks the interface, as an officer of customs or an enterprise. */
  async call(method: string, path: string, as: string, body?: object): Promise<Answer> {
    const who: Record<string, string> =
      as === 'officer'
        ? { cookie: `chama_session=${this.#cookie}`, 'sec-fetch-site': 'same-origin' }
        : { authorization: `Bearer ${this.#keys.get(as) ?? ''}` };
    const response = await fetch(`${this.#server.url}${path}`, {
      method,
      headers: { ...who, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  }

  /** Hands in the example of a message, changed as wished, as the firm that sends it. */
  async send<R extends Root>(root: R, orderNo: string, change: Change<R> = {}): Promise<Answer['body']> {
    const { head = {}, lines = (items) => items, mode } = change;
    const message = exampleMessage(root, { orderNo, ...(mode === undefined ? {} : { mode }) });
    this.#guids += 1;
    const guid = `${String(this.#guids).padStart(8, '0')}-0000-4000-8000-BBBBBBBBBBBB`;
    const documents = message.documents.map((one) => ({
      head: { ...one.head, guid, ...head },
      items: lines(one.items as DocumentOf<R>['items']),
    }));
    const sender = message.transfer?.copCode ?? '';
    const bytes = encode({ ...message, documents } as unknown as CebMessage);
    const response = await fetch(`${this.#server.url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#keys.get(sender)}`, 'content-type': 'application/xml' },
      body: bytes,
    });
    const body = (await response.json()) as Answer['body'];
    return body.documents?.[0] ?? body;
  }

  /** An export whose list is released. @returns the number customs gave it */
  async released(orderNo: string, change: Change<'CEB603Message'> = {}): Promise<string> {
    const { mode = '9610' } = change;
    await this.send('CEB303Message', orderNo, { mode });
    await this.send('CEB505Message', orderNo, { mode });
    await this.send('CEB603Message', orderNo, change);
    const { invtNo } = await this.standing(orderNo, ({ outcome }) => outcome === 'released');
    return invtNo ?? '';
  }

  /** One whose goods have left the country. */
  async departed(orderNo: string, change: Change<'CEB603Message'> = {}): Promise<string> {
    const invtNo = await this.released(orderNo, change);
    const { mode = '9610' } = change;
    await this.send('CEB507Message', orderNo, { mode });
    await this.send('CEB509Message', orderNo, { mode });
    await this.standing(orderNo, ({ outcome }) => outcome === 'closed');
    return invtNo;
  }

  /** How the list of an order stands, once it stands as wished. */
  standing(orderNo: string, wish: (list: ExportStanding) => boolean): Promise<ExportStanding> {
    return this.until(async () =>
      (await standingsOfOrders(this.rented.database, [orderNo])).find((list) => wish(list)),
    );
  }

  /** The case of a list, once it stands so. */
  async caseOf(invtNo: string, state: string, copNo?: string): Promise<Answer['body']> {
    return this.until(async () => {
      const { body } = await this.call('GET', '/api/returns?direction=export&limit=200', 'officer');
      return body.returns.find(
        (one: { state: string; copNo: string; invtNo: string }) =>
          one.invtNo === invtNo && one.state === state && (copNo === undefined || one.copNo === copNo),
      );
    });
  }

  /** An officer looks at goods that have arrived. */
  async inspect(invtNo: string, exported: object, original = true): Promise<Answer> {
    return this.inspectCase(await this.caseOf(invtNo, 'arrived'), exported, original);
  }

  /** The same, of a case as it was seen. */
  async inspectCase(seen: Answer['body'], exported: object, original = true): Promise<Answer> {
    const { returnNo, revision } = seen;
    const { body } = await this.call('GET', `/api/returns/${returnNo}`, 'officer');
    const lines = body.lines.map(({ gnum }: { gnum: number }) => ({ gnum, original, saleable: true }));
    return this.call('POST', `/api/returns/${returnNo}/inspection`, 'officer', { revision, lines, exported });
  }

  /** Statuses of the receipts of one type that a firm has got about a list or a waybill. */
  async receipts(firm: string, type: string, number: string): Promise<string[]> {
    await transactionsEnded(this.rented.database);
    const rows = await this.rented.owner.query<{ status: string }>(
      `select return_status as status from exchange.receipt where recipient = $1 and type = $2
         and coalesce(body ->> 'invtNo', body ->> 'logisticsNo') = $3
       order by tx, seq`,
      [firm, type, number],
    );
    return rows.map(({ status }) => status);
  }

  async until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
    const limit = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > limit)
        throw new Error(`it does not come true; faults: ${this.faults.map(String).join('; ')}`);
      await pause(20);
    }
  }
}
