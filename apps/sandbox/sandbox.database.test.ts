import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CebMessage, decode, encode, exampleMessage, messageTables, type Root } from '#ceb';
import { issueKey } from '#exchange';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { sandboxAnnex } from './annex.ts';
import { DESKS } from './scheme/desks.ts';

const firm = { code: '5301W90001', name: '沙箱测试企业', dxpId: 'DXPENT9800000001' };
const firms = {
  ...{ platform: firm, seller: firm, paymentFirm: firm, carrier: firm, declarant: firm, siteOperator: firm },
};

interface Answer {
  readonly documents: readonly {
    readonly verdict: string;
    readonly status: string;
    readonly info: string;
    readonly findings: readonly object[];
    readonly outcome?: object;
  }[];
}

interface Page {
  readonly receipts: readonly Receipt[];
  readonly next?: string;
}

interface Receipt {
  readonly type: string;
  readonly orderNo: string | null;
  readonly returnStatus: string;
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly body: Readonly<Record<string, string | Record<string, string>[]>>;
}

describe('the sandbox', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let key: string;

  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    await enterpriseRegister(database).save([
      {
        ...{ customsCode: firm.code, uscc: '91530100XB00000161', name: firm.name, dxpId: firm.dxpId },
        ...{ roles: ['EBP', 'EBC', 'PAY', 'LGS', 'DCL', 'IAC'], customsOffice: '8601' },
        ...{ validFrom: '2020-01-01', state: 'active' },
      },
    ]);
    key = (await issueKey(database, firm.code, '', 'enterprise', new Date())).token;
    server = await startServer({ database, port: 0, sweepMs: 50, annex: sandboxAnnex });
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } });
  const send = async (xml: string, wait = 0) => {
    const response = await ask(`/api/messages?wait=${wait}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: xml,
    });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  const receipts = async (wanted: (all: readonly Receipt[]) => boolean): Promise<Receipt[]> => {
    const all: Receipt[] = [];
    let cursor = '';
    for (;;) {
      const path = `/api/receipts?wait=20${cursor ? `&cursor=${cursor}` : ''}`;
      const page = (await (await ask(path)).json()) as Page;
      all.push(...page.receipts);
      cursor = page.next ?? '';
      if (wanted(all) || page.receipts.length === 0) return all;
    }
  };
  const example = (root: Root, orderNo: string): CebMessage =>
    exampleMessage(root, { orderNo, firms }) as CebMessage;

  it('answers every type of declaration to its good end', async () => {
    for (const { root, good } of DESKS) {
      const xml = encode(example(root, `SBX-${good}-${root.slice(3, 6)}`));
      const { status, body } = await send(xml);
      expect([root, status, JSON.stringify(body.documents?.[0]?.findings ?? body)]).toEqual([
        root,
        200,
        '[]',
      ]);
      expect(body.documents[0]).toMatchObject({ verdict: 'accepted', status: '2' });
    }
    const types = DESKS.map(({ root }) => messageTables[root].answer?.slice(0, 6) ?? '');
    const ends = new Map(DESKS.map(({ root, good }) => [messageTables[root].answer?.slice(0, 6), good]));
    const all = await receipts((some) =>
      types.every((type) => some.some((one) => one.type === type && one.returnStatus === ends.get(type))),
    );
    for (const type of types) {
      const last = all.filter((one) => one.type === type).at(-1);
      expect([type, last?.returnStatus]).toEqual([type, ends.get(type)]);
    }
    const pushed = await receipts((some) =>
      ['CEB816', 'CEB818', 'CEB792'].every((type) => some.some((one) => one.type === type)),
    );
    expect(pushed.some(({ type }) => type === 'CEB816')).toBe(true);
    const asXml = await (
      await ask('/api/receipts?limit=5000', { headers: { accept: 'application/xml' } })
    ).text();
    for (const message of asXml.split('\n').slice(2, -2)) {
      const { message: read, findings } = decode(new TextEncoder().encode(message));
      expect([message.slice(0, 60), findings]).toEqual([message.slice(0, 60), []]);
      expect(read).toBeDefined();
    }
  });
});
