import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { evidenceOf, issueKey, revokeKey } from '#exchange';
import { discrepancies } from './books.ts';
import { type HostileMessage, hostileMessages } from './hostile-messages.ts';
import { Purchases } from './purchases.ts';
import { Stand } from './stand.ts';

const LIMIT_BYTES = 4 * 1024 * 1024;

let stand: Stand;
let purchases: Purchases;
/** Who sends: a platform. */
let sender: string;
let order: string;

beforeAll(async () => {
  stand = await Stand.open(1);
  purchases = new Purchases(stand.zone, 'H1');
  sender = purchases.sender('order').customsCode;
  order = purchases.message('order', [purchases.make().order]).toString('utf8');
});

afterAll(async () => {
  expect(await discrepancies(stand.database)).toEqual([]);
  expect(stand.faults).toEqual([]);
  await stand.close();
});

interface Evidence {
  readonly verdict: string;
  readonly findings: readonly { readonly code: string }[] | null;
  readonly sender: string;
}

/** What was kept of a message. */
async function evidence(messageId: string): Promise<Evidence | undefined> {
  const rows = await stand.database.query<Evidence>(
    'select verdict, findings, sender from exchange.message where message_id = $1',
    [messageId],
  );
  return rows[0];
}

/** The CEB900 receipts of a firm as messages of the standard, by the message they speak of. */
async function formatReceipts(customsCode: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let cursor = ''; ; ) {
    const path = `/api/receipts?type=CEB900&limit=20${cursor && `&cursor=${cursor}`}`;
    const response = await stand.get(path, stand.key(customsCode), 0, { accept: 'application/xml' });
    expect(response.status).toBe(200);
    const text = await response.text();
    const messages = text.match(/<CEB900Message [\s\S]*?<\/CEB900Message>/g) ?? [];
    if (messages.length === 0) return found;
    for (const message of messages) found.set(/<oriCopMsgId>(.*?)</.exec(message)?.[1] ?? '', message);
    cursor = /<Receipts next="([^"]*)"/.exec(text)?.[1] ?? '';
  }
}

async function post(bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(`${stand.url()}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${stand.key(sender)}`, 'content-type': 'application/xml', ...headers },
    body: new Uint8Array(bytes),
  });
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json()) as Problem;
  expect(body.status).toBe(response.status);
  expect(body.zh).not.toBe('');
  return body;
}

describe('a message no reader should take', () => {
  it('is refused with what is wrong, kept as it came, and answered by a CEB900 receipt the standard reads', async () => {
    const sent = new Map<string, HostileMessage>();
    const answers: object[] = [];
    for (const hostile of hostileMessages(order)) {
      const { name, code } = hostile;
      const { http, messageId = '', findings } = await stand.post(sender, hostile.bytes);
      answers.push({ name, http, code: findings.find((finding) => finding.code === code)?.code ?? findings });
      sent.set(messageId, hostile);
    }
    expect(answers).toEqual(hostileMessages(order).map(({ name, code }) => ({ name, http: 422, code })));
    const receipts = await formatReceipts(sender);
    expect([...receipts.keys()].sort()).toEqual([...sent.keys()].sort());
    for (const [messageId, { name, code, bytes }] of sent) {
      const kept = await evidence(messageId);
      expect({ name, verdict: kept?.verdict }).toEqual({ name, verdict: 'refused' });
      expect(kept?.findings?.map((finding) => finding.code)).toContain(code);
      expect((await evidenceOf(stand.database, kept?.sender ?? '', messageId))?.equals(bytes)).toBe(true);
      const { findings, message } = decode(Buffer.from(receipts.get(messageId) ?? '', 'utf8'));
      expect({ name, findings }).toEqual({ name, findings: [] });
      expect(message?.root).toBe('CEB900Message');
    }
    expect(await stand.count('select count(*) as count from orders.import_order')).toBe(0);
  }, 60_000);

  it('is kept too when it is a receipt, or comes in the name of another enterprise', async () => {
    const [receipt] = [...(await formatReceipts(sender)).values()];
    const ours = await stand.post(sender, Buffer.from(receipt ?? ''));
    expect(ours).toMatchObject({ http: 422, findings: [{ code: 'EXCHANGE-NOT-TAKEN' }] });
    const other = purchases.sender('waybill').customsCode;
    const theirs = await stand.post(other, Buffer.from(order));
    expect(theirs).toMatchObject({ http: 403, findings: [{ code: 'EXCHANGE-SENDER' }] });
    for (const { messageId } of [ours, theirs])
      expect(await evidence(messageId ?? '')).toMatchObject({ verdict: 'refused' });
    expect((await formatReceipts(other)).has(theirs.messageId ?? '')).toBe(true);
  });
});

describe('a request that is none', () => {
  const beyond = Buffer.alloc(LIMIT_BYTES + 1, 0x20);

  it('is told the limit when it is too large, announced or not', async () => {
    const announced = await problemOf(await post(beyond));
    expect(announced).toMatchObject({ status: 413, code: 'HTTP-TOO-LARGE' });
    expect(announced.en).toContain(String(LIMIT_BYTES));
    const stream = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < beyond.length; at += 65_536)
          controller.enqueue(beyond.subarray(at, at + 65_536));
        controller.close();
      },
    });
    const request = new Request(`${stand.url()}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stand.key(sender)}`, 'content-type': 'application/xml' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(await problemOf(await fetch(request))).toMatchObject({ status: 413, code: 'HTTP-TOO-LARGE' });
  });

  it('of exactly the limit is read as any other', async () => {
    const padded = Buffer.concat([Buffer.from(order), Buffer.alloc(LIMIT_BYTES, 0x20)]).subarray(
      0,
      LIMIT_BYTES,
    );
    expect((await post(padded)).status).toBe(200);
  });

  it.each([
    ['has no body', Buffer.alloc(0), {}, 400],
    ['is called JSON', Buffer.from('{}'), { 'content-type': 'application/json' }, 415],
    ['is called plain text', Buffer.from('x'), { 'content-type': 'text/plain' }, 415],
    ['is called nothing that can be read', Buffer.from('x'), { 'content-type': ';;;' }, 415],
    ['has no key', Buffer.from('x'), { authorization: '' }, 401],
    ['has a key of another form', Buffer.from('x'), { authorization: 'Bearer secret' }, 401],
    [
      'has a key nobody was given',
      Buffer.from('x'),
      { authorization: `Bearer chk_${'0'.repeat(32)}_${'A'.repeat(43)}` },
      401,
    ],
    ['has a key of a megabyte', Buffer.from('x'), { authorization: `Bearer ${'k'.repeat(12_000)}` }, 401],
  ])('%s: refused', async (_, bytes, headers, status) => {
    expect(await problemOf(await post(bytes, headers))).toMatchObject({ status });
  });

  it('has a key that was revoked: refused', async () => {
    const { token, keyId } = await issueKey(stand.database, sender, 'revoked', 'enterprise', new Date());
    await revokeKey(stand.database, keyId, new Date());
    expect((await post(Buffer.from(order), { authorization: `Bearer ${token}` })).status).toBe(401);
  });

  it.each([
    'x',
    '1',
    '1.',
    '-1.0',
    '1.1;drop table',
    '9'.repeat(30),
    `${'9'.repeat(20)}.${'9'.repeat(18)}`,
    '%00',
    "' or 1=1",
  ])('asks for receipts after a cursor %j nobody was given: told so, or given none', async (cursor) => {
    const response = await stand.get(`/api/receipts?cursor=${encodeURIComponent(cursor)}`, stand.key(sender));
    if (response.status === 200) expect(((await response.json()) as { receipts: [] }).receipts).toEqual([]);
    else expect((await problemOf(response)).status).toBe(400);
  });
});

describe('an address nobody was given', () => {
  const garbage = [
    '%00',
    '%ff%fe',
    '%ed%a0%80',
    '%',
    '..%2f..%2fetc%2fpasswd',
    "'--",
    '%F0%9F%8D%B5',
    'x'.repeat(5_000),
  ];
  const addresses = garbage.flatMap((text) => [
    `/api/lists/5301960001/${text}`,
    `/api/lists/${text}/D1`,
    `/api/lists?search=${text}`,
    `/api/lists?cursor=${text}`,
    `/api/lists?state=${text}`,
    `/api/receipts?type=${text}`,
    `/api/summary?bucketSeconds=${text}`,
    `/api/${text}`,
    `/lists/${text}`,
  ]);

  it('is answered, and never by a fault', async () => {
    for (const address of addresses) {
      const response = await stand.get(address, stand.key('operator'));
      await response.arrayBuffer();
      expect({ address, status: response.status }).toEqual({
        address,
        status: expect.toSatisfy((it) => it < 500),
      });
    }
    for (const limit of ['0', '-1', '1e9', 'NaN', '5001', '99999999999999999999'])
      expect((await stand.get(`/api/receipts?limit=${limit}`, stand.key(sender))).status).toBe(400);
    for (const wait of ['-1', '61', 'x'])
      expect((await stand.get(`/api/receipts?wait=${wait}`, stand.key(sender))).status).toBe(400);
  });
});

describe('a list of somebody else', () => {
  it('is to its reader as if it were not there', async () => {
    const dossier = purchases.make();
    await stand.send('declaration', dossier.declaration, purchases.sender('declaration'), purchases.random);
    const { ebpCode, orderNo } = dossier.declaration.head;
    const parties = new Set(Object.values(dossier.declaration.head));
    const outsider = stand.zone.brokers.find(({ customsCode }) => !parties.has(customsCode));
    const read = async (key: string, number: string) => {
      const response = await stand.get(`/api/lists/${ebpCode}/${number}`, key);
      return { status: response.status, body: (await response.json()) as { code?: string } };
    };
    const own = await read(stand.key(purchases.sender('declaration').customsCode), orderNo);
    expect(own.status).toBe(200);
    const theirs = await read(stand.key(outsider?.customsCode ?? ''), orderNo);
    const none = await read(stand.key(outsider?.customsCode ?? ''), `${orderNo}X`);
    expect(theirs).toMatchObject({ status: 404, body: { code: 'LIST-NOT-FOUND' } });
    // But for the number that was asked for, and the one of the request itself.
    const plain = ({ body }: { body: object }) =>
      JSON.stringify(body)
        .replaceAll(`${orderNo}X`, orderNo)
        .replace(/urn:chama:request:[0-9a-f-]+/, '');
    expect(plain(none)).toBe(plain(theirs));
    const nobody = await stand.get(`/api/lists/${ebpCode}/${orderNo}`, randomBytes(20).toString('hex'));
    expect(nobody.status).toBe(401);
  });
});
