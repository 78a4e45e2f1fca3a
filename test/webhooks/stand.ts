import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueKey } from '#exchange';
import type { WebhookDeliveriesPage, WebhookDeliveryStory, WebhookView } from '#notices';
import type { Enterprise } from '#registry';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import type { WebhookSettings } from '../../apps/server/settings.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';
import { readSample, sampleFolders } from '../scenarios/folders.ts';

/** What came to a receiver. */
export interface Arrived {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Record<string, unknown>;
  };
}

/** An enterprise's own receiver: a web server on this machine that writes down what comes. */
export class Receiver {
  readonly arrived: Arrived[] = [];
  /** The status it answers with; 0 does not answer. */
  answers: (event: Arrived) => number = () => 204;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        const { headers } = request;
        const event = { id: String(headers['webhook-id']), headers, text, body: JSON.parse(text) };
        receiver.arrived.push(event);
        const status = receiver.answers(event);
        if (status > 0) response.writeHead(status).end(`status ${status}`);
      });
    }).listen(0, '127.0.0.1');
    const receiver = new Receiver(server);
    await once(server, 'listening');
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  get types(): string[] {
    return this.arrived.map(({ body }) => body.type);
  }

  get ids(): string[] {
    return this.arrived.map(({ id }) => id);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

export type Made = WebhookView & { readonly secret: string };

const folders = sampleFolders();

/**
 * Quick enough to watch: the pauses are short. The clock of a story jumps by minutes while something is being sent, so
 * that a sending is given more time than that before another takes it over.
 */
export const quick = { firstPauseMs: 20, longestPauseMs: 40, mostTries: 3, tryMs: 300_000 } as const;

/** The platform with the enterprises of the samples, their keys, and a clock of its own. */
export class Stand {
  readonly clock = { now: new Date('2026-03-10T10:00:00+08:00') };
  readonly faults: string[] = [];
  readonly keys = new Map<string, string>();
  readonly rented: TestDatabase;
  server!: RunningServer;
  readonly #receivers: Receiver[] = [];

  private constructor(rented: TestDatabase) {
    this.rented = rented;
  }

  static async open(
    webhooks: WebhookSettings = { networks: ['loopback'], parameters: quick },
  ): Promise<Stand> {
    const stand = new Stand(await testDatabase());
    const { database } = stand.rented;
    const enterprises: Enterprise[] = JSON.parse(readSample('enterprises.json').toString('utf8'));
    await enterFirms(database, enterprises);
    for (const { customsCode } of enterprises) {
      const { token } = await issueKey(database, customsCode, '', 'enterprise', stand.clock.now);
      stand.keys.set(customsCode, token);
    }
    stand.server = await stand.start(webhooks);
    return stand;
  }

  start(webhooks: WebhookSettings = { networks: ['loopback'], parameters: quick }): Promise<RunningServer> {
    return startServer({
      database: this.rented.database,
      ...{ port: 0, sweepMs: 100, webhooks },
      now: () => this.clock.now,
      fault: (error) => this.faults.push(String(error)),
    });
  }

  async close(): Promise<void> {
    await this.server?.close();
    for (const receiver of this.#receivers) receiver.close();
    await this.rented.close();
  }

  async receiver(): Promise<Receiver> {
    const receiver = await Receiver.open();
    this.#receivers.push(receiver);
    return receiver;
  }

  ask(path: string, as: string | undefined, method = 'GET', body?: object): Promise<Response> {
    return fetch(`${this.server.url}${path}`, {
      method,
      headers: {
        ...(as ? { authorization: `Bearer ${this.keys.get(as)}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  async json<Body>(path: string, as: string, method = 'GET', body?: object): Promise<Body> {
    const response = await this.ask(path, as, method, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Body;
  }

  subscribe(as: string, address: string, events: readonly string[]): Promise<Made> {
    return this.json<Made>('/api/webhooks', as, 'POST', { address, events });
  }

  webhook = (as: string, { webhookId }: Made): Promise<WebhookView> =>
    this.json(`/api/webhooks/${webhookId}`, as);

  log = (as: string, { webhookId }: Made, query = ''): Promise<WebhookDeliveriesPage> =>
    this.json(`/api/webhooks/${webhookId}/deliveries${query}`, as);

  delivery = (as: string, { webhookId }: Made, number: string): Promise<WebhookDeliveryStory> =>
    this.json(`/api/webhooks/${webhookId}/deliveries/${number}`, as);

  /** Hands in the messages of a sample, each at its time, and waits for what becomes of its lists. */
  async tell(name: string): Promise<void> {
    const folder = folders.find((each) => each.name === name);
    if (!folder) throw new Error(`no sample ${name}`);
    for (const { at, file, as } of folder.steps) {
      const time = new Date(at);
      if (time > this.clock.now) this.clock.now = time;
      await fetch(`${this.server.url}/api/messages?wait=10`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.keys.get(as)}`, 'content-type': 'application/xml' },
        body: new Uint8Array(folder.read(file)),
      });
    }
    // What is subscribed to next begins behind this.
    await transactionsEnded(this.rented.database);
  }

  /** Moves the clock on. */
  pass(ms: number): void {
    this.clock.now = new Date(this.clock.now.getTime() + ms);
  }

  /** Looks again, the clock going on by a little, until it holds. */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    const limit = performance.now() + 50_000;
    while (!(await holds())) {
      if (performance.now() > limit) throw new Error('it does not come true');
      this.pass(10);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}
