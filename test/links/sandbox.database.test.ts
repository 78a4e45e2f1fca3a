import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Root } from '#ceb';
import { openChannel } from '#channels';
import { issueKey } from '#exchange';
import { startSandbox } from '../../apps/sandbox/start.ts';
import { Tester } from '../../apps/sandbox/testing/tester.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { dxpMail } from '../../modules/links/wiring.ts';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { startBroker } from '../../platform/channels/testing/rabbitmq.ts';
import { type TestDatabase, testDatabase, transactionsEnded } from '../../platform/postgres/testing/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-links-'));
mkdirSync(join(folder, 'node'));
const broker = await startBroker(join(folder, 'broker')).catch((fault: Error) => {
  console.warn(`No RabbitMQ, so the link is tried over folders alone: ${fault.message.split('\n')[0]}`);
  return undefined;
});

/** Addresses of the two ends of each medium. */
const media: readonly (readonly [string, here: string, there: string])[] = [
  [
    'the folders of a terminal node',
    `folder:${folder}/node?out=send&in=recv&settle=0&poll=50&at-once=32`,
    `folder:${folder}/node?out=recv&in=send&settle=0&poll=50`,
  ],
  ...(broker
    ? [
        [
          'a message queue',
          `${broker.url}?out=to-customs&in=from-customs&at-once=32`,
          `${broker.url}?out=from-customs&in=to-customs`,
        ] as const,
      ]
    : []),
];

const rented: TestDatabase[] = [];
const servers: RunningServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const database of rented.splice(0)) await database.close();
});
afterAll(async () => {
  await broker?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Receipt {
  readonly type: string;
  readonly returnStatus: string;
}

/** An enterprise of the platform that the sandbox knows too, under the same codes and with its certificate. */
class Firm {
  readonly #tester: Tester;
  readonly #url: string;
  readonly #key: string;
  readonly #database: TestDatabase;

  private constructor(tester: Tester, url: string, key: string, database: TestDatabase) {
    this.#tester = tester;
    this.#url = url;
    this.#key = key;
    this.#database = database;
  }

  static async open(sandbox: string, platform: string, rentedDatabase: TestDatabase): Promise<Firm> {
    const tester = await Tester.register(sandbox);
    const { customsCode, uscc, name, roles, customsOffice, dxpId } = tester.firm;
    const firm = { customsCode, uscc, name, roles, customsOffice, dxpId, validFrom: '2026-01-01' };
    const { database } = rentedDatabase;
    await enterpriseRegister(database).save([{ ...firm, state: 'active' } as never]);
    const { token } = await issueKey(database, customsCode, 'link', 'enterprise', new Date());
    return new Firm(tester, platform, token, rentedDatabase);
  }

  async send(root: Root, orderNo: string): Promise<void> {
    const response = await fetch(`${this.#url}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#key}`, 'content-type': 'application/xml' },
      body: await this.#tester.signed(this.#tester.xml(root, orderNo)),
    });
    const body = (await response.json()) as { documents?: { verdict: string }[] };
    if (body.documents?.[0]?.verdict !== 'accepted') throw new Error(JSON.stringify(body));
  }

  /** How the tax bill of a list stands, and what was found of what customs said of it. */
  async billReadBack(orderNo: string): Promise<unknown> {
    const [row] = await this.#database.owner.query(
      `select state, exists (select from taxbills.certificate c where c.certificate_no = b.certificate_no
           and c.total = b.tax and c.bills = 1) as certified,
         (select count(*)::int from links.answer where type in ('CEB816', 'CEB818')) as said,
         (select count(*)::int from links.answer where type in ('CEB816', 'CEB818') and findings is not null) as findings
       from taxbills.bill b where order_no = $1`,
      [orderNo],
    );
    return row;
  }

  /** Statuses of the receipts of a type, once there are so many; in any order, as a medium may bring them. */
  async statuses(type: string, count: number): Promise<string[]> {
    for (const until = Date.now() + 20_000; ; ) {
      await transactionsEnded(this.#database.database);
      const response = await fetch(`${this.#url}/api/receipts?limit=500&type=${type}`, {
        headers: { authorization: `Bearer ${this.#key}` },
      });
      const { receipts } = (await response.json()) as { receipts: Receipt[] };
      const statuses = receipts.map(({ returnStatus }) => returnStatus);
      if (statuses.length >= count) return statuses.sort();
      if (Date.now() > until) throw new Error(`${type}: ${statuses.join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe.each(media)('a platform and the sandbox in customs’ place, over %s', (_medium, here, there) => {
  const open = async (): Promise<Firm> => {
    const [own, others] = [await testDatabase(), await testDatabase()];
    rented.push(own, others);
    const faults: unknown[] = [];
    const fault = (error: unknown): void => void faults.push(error);
    const sandbox = await startSandbox({
      ...{ database: others.database, port: 0, fault },
      channel: await openChannel(there),
    });
    const platform = await startServer({
      ...{ database: own.database, port: 0, fault, sweepMs: 200 },
      customs: { channel: await openChannel(here), mail: dxpMail(), lookMs: 50 },
    });
    servers.push(platform, sandbox);
    return Firm.open(sandbox.url, platform.url, own);
  };

  it('bring an order to its release, and the tax bill back', { timeout: 60_000 }, async () => {
    const firm = await open();
    const orderNo = 'SBX-800-L1';
    for (const root of ['CEB311Message', 'CEB411Message', 'CEB511Message'] as const)
      await firm.send(root, orderNo);
    await firm.send('CEB621Message', orderNo);
    expect(await firm.statuses('CEB312', 3)).toEqual(['120', '2', '2']);
    expect(await firm.statuses('CEB622', 4)).toEqual(['120', '2', '2', '800']);
    expect(await firm.statuses('CEB818', 1)).toEqual(['2']);
    // What the two say of the tax agrees with what is computed here, and the bill lies under its certificate.
    await expect
      .poll(() => firm.billReadBack(orderNo))
      .toEqual({ state: 'merged', certified: true, said: 2, findings: 0 });
  });
});
