import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeEnvelope } from '#ceb';
import { discrepancies } from '../faults/books.ts';
import { PAPER_KINDS } from '../faults/purchases.ts';
import { until } from '../faults/stand.ts';
import { CustomsDesk, type DeskSettings } from './customs-desk.ts';
import { allPasses, type Script } from './customs-peer.ts';

let desk: CustomsDesk;
/** Faults that belong to the trouble of a test. */
let allowed: RegExp | undefined;

async function open(script: Script, settings: DeskSettings = {}): Promise<CustomsDesk> {
  desk = await CustomsDesk.open(script, settings);
  return desk;
}

afterEach(async () => {
  expect(desk.stand.faults.filter((fault) => !allowed?.test(fault))).toEqual([]);
  allowed = undefined;
  expect(await discrepancies(desk.stand.database)).toEqual([]);
  await desk.close();
});

const silence: Script = () => [];

describe('customs that does not answer', () => {
  test('gets a message again under the same identity, and answering late ends it', async () => {
    const answersThird: Script = (document) => (document.times < 3 ? [] : allPasses(document));
    const { peer } = await open(answersThird, { patience: { answerMs: 100 } });
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'released');
    await desk.counts(4, "select count(*) from links.dispatch where state = 'answered'");
    for (const root of new Set(peer.got.map((one) => one.root))) {
      const ofRoot = peer.got.filter((one) => one.root === root);
      expect(new Set(ofRoot.map(({ copMsgId }) => copMsgId)).size).toBe(1);
      expect(new Set(ofRoot.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
    }
  });

  test('loses a message after so many tries, visibly; the operator has it sent again', async () => {
    const { peer } = await open(silence, { patience: { answerMs: 1_000, mostTries: 2 } });
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier], ['order']);
    await desk.counts(1, "select count(*) from links.dispatch where state = 'lost'");
    await expect.poll(() => peer.got.length).toBe(2);
    const { body } = await desk.ask<{ links: object[] }>('/api/links');
    expect(body.links).toMatchObject([
      { agency: 'customs', judge: 'live', channel: { state: 'up' }, dispatches: { lost: 1, sent: 0 } },
    ]);
    const lost = await desk.ask<{ dispatches: { messageId: string; tries: number }[] }>(
      '/api/links/customs/dispatches?state=lost',
    );
    expect(lost.body.dispatches).toMatchObject([{ root: 'CEB311Message', tries: 2, documents: 1 }]);
    const messageId = lost.body.dispatches[0]?.messageId ?? '';
    expect(peer.got[0]?.copMsgId).toBe(messageId.toUpperCase());
    peer.script = allPasses;
    const replayed = await desk.ask(`/api/links/customs/dispatches/${messageId}/replay`, 'POST');
    expect(replayed).toMatchObject({ http: 200, body: { state: 'waiting' } });
    await desk.counts(1, "select count(*) from links.dispatch where state = 'answered'");
    expect(peer.got[2]?.copMsgId).toBe(messageId.toUpperCase());
    const again = await desk.ask(`/api/links/customs/dispatches/${messageId}/replay`, 'POST');
    expect(again).toMatchObject({ http: 409, body: { code: 'DISPATCH-UNDER-WAY' } });
  });
});

describe('the exchange platform', () => {
  test('that refuses a message has it failed: its sender is told, and may declare anew', async () => {
    const { peer, stand, purchases } = await open(silence);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await until(async () => peer.got.length === 4, 10_000, 'not sent');
    const list = peer.got.find(({ root }) => root === 'CEB621Message');
    await peer.hand(networkResponse(list?.copMsgId ?? '', '1001', '数字签名无效'));
    await desk.reaches(dossier, 'refused', '4');
    await desk.counts(1, "select count(*) from links.dispatch where state = 'failed'");
    expect(await desk.statuses()).toEqual(['2', '4']);
    expect(await desk.movements()).toEqual(['reserve', 'give-back']);
    const { body } = await desk.ask<{ dispatches: { messageId: string; fault: string }[] }>(
      '/api/links/customs/dispatches?state=failed',
    );
    expect(body.dispatches[0]?.fault).toBe('[Code:1001;Desc:数字签名无效]');
    peer.script = allPasses;
    const anew = purchases.again('declaration', dossier.declaration, {});
    await stand.send('declaration', anew, purchases.sender('declaration'), purchases.random);
    await desk.reaches(dossier, 'released');
    const replay = await desk.ask(
      `/api/links/customs/dispatches/${body.dispatches[0]?.messageId}/replay`,
      'POST',
    );
    expect(replay).toMatchObject({ http: 409, body: { code: 'DISPATCH-OVERTAKEN' } });
  });

  test('that cannot deliver just now gets the message again', async () => {
    const { peer } = await open(silence, { patience: { faultMs: 20 } });
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier], ['order']);
    await until(async () => peer.got.length === 1, 10_000, 'not sent');
    peer.script = allPasses;
    await peer.hand(networkResponse(peer.got[0]?.copMsgId ?? '', '3003', '远程连接超时'));
    await desk.counts(1, "select count(*) from links.dispatch where state = 'answered'");
    expect(new Set(peer.got.map(({ copMsgId }) => copMsgId)).size).toBe(1);
  });

  test('whose folder is gone is said to be down, and gets everything when it is back', async () => {
    const { node, peer, stand } = await open(allPasses, { patience: { faultMs: 50, longestFaultMs: 100 } });
    const [dossier] = desk.make(1);
    if (!dossier) return;
    allowed = /the link to customs/;
    renameSync(join(node.folder, 'send'), join(node.folder, 'away'));
    writeFileSync(join(node.folder, 'send'), 'no folder any more');
    await desk.declare([dossier], ['order']);
    await desk.counts(1, 'select count(*) from links.dispatch where faults > 1');
    const { body } = await desk.ask<{ links: { channel: { state: string } }[] }>('/api/links');
    expect(body.links[0]?.channel.state).toBe('down');
    rmSync(join(node.folder, 'send'));
    renameSync(join(node.folder, 'away'), join(node.folder, 'send'));
    await desk.counts(1, "select count(*) from links.dispatch where state = 'answered'");
    expect(peer.got).toHaveLength(1);
    expect(stand.faults).toHaveLength(1);
  });
});

describe('a format receipt', () => {
  test('sends back every document of its message, each to be declared anew', async () => {
    const { peer, stand, purchases } = await open(silence);
    const dossiers = desk.make(2);
    await desk.declare(dossiers);
    await until(async () => peer.got.length === 4, 10_000, 'not sent');
    const info = '[Code:CEB900;Desc:报文格式错误]';
    for (const { copMsgId, root } of peer.got)
      await peer.send(
        'CEB900',
        { oriCopMsgId: copMsgId, oriMessageType: root, oriBizMessage: 'x' },
        { status: '-621001', info },
        'DXPENT0000000001',
      );
    for (const dossier of dossiers) await desk.reaches(dossier, 'refused', '-621001');
    const firm = purchases.sender('order').customsCode;
    const [receipt] = await stand.receipts(firm, 'CEB900');
    expect(receipt).toMatchObject({ returnStatus: '-621001', returnInfo: info });
    const key = stand.key(firm);
    const xml = await stand.get('/api/receipts?type=CEB900', key, 0, { accept: 'application/xml' });
    expect(await xml.text()).toContain('CEB311Message');
    peer.script = allPasses;
    const [first] = dossiers;
    if (!first) return;
    // What is new to the house is declared as new, papers among it.
    for (const kind of ['order', 'declaration'] as const) {
      const anew = purchases.again(kind, first[kind], {});
      expect(await stand.send(kind, anew, purchases.sender(kind), purchases.random)).toMatchObject({
        verdict: 'accepted',
      });
    }
    await desk.reaches(first, 'released');
  });
});

describe('two servers on one database and one channel', () => {
  test('send every message once and record every answer once', async () => {
    const { peer, stand } = await open(allPasses, { servers: 2 });
    const dossiers = desk.make(40);
    const [, ...chunks] = [0, 10, 20, 30, 40];
    let from = 0;
    for (const [turn, to] of chunks.entries()) {
      await desk.declare(dossiers.slice(from, to), PAPER_KINDS, turn);
      from = to;
    }
    for (const dossier of dossiers) await desk.reaches(dossier, 'released');
    expect(peer.got).toHaveLength(16);
    expect(new Set(peer.got.map(({ copMsgId }) => copMsgId)).size).toBe(16);
    expect(await stand.count("select count(*) from clearance.decision where judge = 'customs'")).toBe(40);
  });
});

describe('a message under another firm’s address', () => {
  test('is not taken in: its envelope would name that firm as its sender', async () => {
    const { peer, stand, purchases } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    const own = purchases.sender('order');
    const other = purchases.sender('payment');
    const bytes = purchases.message('order', [dossier.order]).toString().replace(own.dxpId, other.dxpId);
    const answer = await stand.post(own.customsCode, Buffer.from(bytes));
    expect(answer).toMatchObject({ http: 422, findings: [{ code: 'LINK-SENDER-ID' }] });
    expect(await stand.count('select count(*) from links.dispatch')).toBe(0);
    expect(peer.got).toEqual([]);
  });
});

describe('the links', () => {
  test('are shown to operators alone', async () => {
    const { purchases, stand } = await open(silence);
    const id = '019ad1c2-7b3e-7c1f-8a55-3d0f7f0a1b2c';
    const routes = [
      ['GET', '/api/links'],
      ['GET', '/api/links/customs/dispatches?state=lost'],
      ['GET', '/api/links/customs/answers'],
      ['GET', '/api/links/customs/unreadable'],
      ['POST', `/api/links/customs/dispatches/${id}/replay`],
    ] as const;
    const key = stand.key(purchases.sender('order').customsCode);
    for (const [method, path] of routes) {
      expect([path, (await desk.ask(path, method, key)).http]).toEqual([path, 403]);
      expect([path, (await desk.ask(path, method, 'nobody')).http]).toEqual([path, 401]);
    }
    expect((await desk.ask(`/api/links/customs/dispatches/${id}/replay`, 'POST')).http).toBe(404);
    expect((await desk.ask('/api/links/forex/dispatches?state=lost')).http).toBe(400);
    expect((await desk.ask('/api/links/customs/dispatches?state=lost&cursor=x')).http).toBe(400);
  });

  test('page through their messages', async () => {
    await open(allPasses);
    for (const dossier of desk.make(5)) await desk.declare([dossier], ['order']);
    await desk.counts(5, "select count(*) from links.dispatch where state = 'answered'");
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const { body } = await desk.ask<{ dispatches: { messageId: string }[]; next?: string }>(
        `/api/links/customs/dispatches?state=answered&limit=2${cursor}`,
      );
      seen.push(...body.dispatches.map(({ messageId }) => messageId));
      if (!body.next) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });
});

const networkResponse = (copMsgId: string, code: string, info: string): string =>
  encodeEnvelope({
    root: 'DxpRep',
    RecevierId: 'DXPENT0000000001',
    Response: [
      {
        ResponseCode: code,
        ResponseInfo: info,
        NoticeTime: '2026-11-26',
        OriHead: {
          CopMsgId: copMsgId,
          SenderId: 'DXPENT0000000001',
          ReceiverIds: ['DXPEDCCEB0000002'],
          CreatTime: '2026-11-26T10:00:00',
          MsgType: 'CEB621Message',
        },
      },
    ],
  });
