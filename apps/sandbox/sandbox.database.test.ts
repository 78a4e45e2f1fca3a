import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode, encode, messageTables } from '#ceb';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { DESKS } from './scheme/desks.ts';
import { startSandbox } from './start.ts';
import { Tester } from './testing/tester.ts';

const LIST = 'CEB621Message';

describe('the sandbox', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let tester: Tester;

  beforeAll(async () => {
    rented = await testDatabase();
    server = await startSandbox({ database: rented.database, port: 0 });
    tester = await Tester.register(server.url);
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  it('answers every type of declaration to its good end, in messages the standard allows', async () => {
    const firm = await Tester.register(server.url);
    for (const { root, good } of DESKS) {
      const { status, documents } = await firm.try(root, `SBX-${good}-${root.slice(3, 6)}`);
      expect([root, status, documents[0]?.findings]).toEqual([root, 200, []]);
      expect(documents[0]).toMatchObject({ verdict: 'accepted', status: '2' });
    }
    const ends = DESKS.map(({ root, good }) => `${messageTables[root].answer?.slice(0, 6)} ${good}`);
    const pushes = ['CEB792 A', 'CEB816 1', 'CEB818 2'];
    const wanted = [...ends, ...pushes];
    const all = await firm.receipts((some) => {
      const come = new Set(some.map(({ type, returnStatus }) => `${type} ${returnStatus}`));
      return wanted.every((one) => come.has(one));
    });
    expect(all.map(({ type, returnStatus }) => `${type} ${returnStatus}`)).toEqual(
      expect.arrayContaining(wanted),
    );
    const accept = { accept: 'application/xml' };
    const text = await (await firm.ask('/api/receipts?limit=5000', { headers: accept })).text();
    const messages = text.split('\n').slice(2, -2);
    expect(messages.length).toBeGreaterThan(DESKS.length);
    for (const message of messages) {
      const { findings } = decode(new TextEncoder().encode(message));
      expect([message.slice(0, 80), findings]).toEqual([message.slice(0, 80), []]);
    }
  });

  describe('judges in customs’ order', () => {
    it('broken structure first, by CEB900', async () => {
      const xml = (await tester.signed(tester.xml(LIST, 'SBX-800-order1'))).replace(
        /<ceb:customsCode>.*?<\/ceb:customsCode>/,
        '',
      );
      expect(await tester.send(xml)).toMatchObject({ status: 422, findings: [{ code: 'CEB-MISSING' }] });
      const all = await tester.receipts((some) => some.some(({ type }) => type === 'CEB900'));
      expect(all.map(({ type }) => type)).toContain('CEB900');
    });

    it('then the fields, whatever the script says', async () => {
      const example = tester.example(LIST, 'SBX-800-order2');
      const xml = encode(example).replace('<ceb:ieFlag>I<', '<ceb:ieFlag>X<');
      const { documents } = await tester.send(await tester.signed(xml));
      expect(documents[0]).toMatchObject({ verdict: 'refused', status: '-621001' });
      expect(documents[0]?.findings[0]?.path).toContain('ieFlag');
    });

    it('then the signature: one that was altered, another firm’s, and none where there must be one', async () => {
      const other = await Tester.register(server.url, { algorithm: 'rsa' });
      const xml = tester.xml(LIST, 'SBX-800-order3');
      const cases: readonly [string, string][] = [
        [(await tester.signed(xml)).replace('<ceb:packNo>1<', '<ceb:packNo>01<'), 'SIG-DIGEST'],
        [await other.signed(xml), 'SIG-'],
      ];
      for (const [sent, code] of cases) {
        const { documents } = await tester.send(sent);
        expect(documents[0]).toMatchObject({ verdict: 'refused', status: '-621029' });
        expect(documents[0]?.findings.map((finding) => finding.code).join(' ')).toContain(code);
      }
      expect(await tester.send(xml)).toMatchObject({ status: 422 });
      const arrival = tester.xml('CEB507Message', 'SBX-399-order3');
      const { documents } = await tester.send(arrival);
      expect(documents[0]).toMatchObject({ verdict: 'refused', status: '-301020' });
      expect(documents[0]?.findings[0]).toMatchObject({ code: 'SIG-MISSING' });
    });

    it('and the script last', async () => {
      const { documents } = await tester.try(LIST, 'SBX-R-621008-order4');
      expect(documents[0]).toMatchObject({ verdict: 'refused', status: '-621008', findings: [] });
      expect(await tester.statuses('SBX-R-621008-order4', 1)).toEqual(['-621008']);
    });

    it('what is not to be read as a script is said in the answer and in the receipt', async () => {
      const { documents } = await tester.try(LIST, 'SBX-RELEASED-1');
      expect(documents[0]).toMatchObject({ verdict: 'refused', status: '100' });
      expect(documents[0]?.findings[0]).toMatchObject({ code: 'SANDBOX-SCRIPT' });
    });
  });

  it('RSA signatures are judged as SM2 signatures are', async () => {
    const older = await Tester.register(server.url, { algorithm: 'rsa' });
    const { documents } = await older.try(LIST, 'SBX-800-rsa', 20);
    expect(documents[0]?.outcome?.state).toBe('released');
  });

  describe('sends receipts as the number says', () => {
    it('tells who waits for a list what became of it, with its number', async () => {
      const { documents } = await tester.try(LIST, 'SBX-800-wait', 20);
      expect(documents[0]?.outcome).toMatchObject({ state: 'released', returnStatus: '800' });
      expect(documents[0]?.outcome?.invtNo).toMatch(/^\d{4}2026I\d{9}$|^\d{4}\d{4}I\d{9}$/);
      expect((await tester.try(LIST, 'SBX-500-wait', 20)).documents[0]?.outcome?.state).toBe('held');
      expect((await tester.try(LIST, 'SBX-R-1313-wait', 20)).documents[0]?.outcome?.state).toBe('refused');
    });

    it('late, twice, and out of order', async () => {
      await tester.try(LIST, 'SBX-W1.800-late');
      await tester.try(LIST, 'SBX-TWICE.300-twice');
      await tester.try(LIST, 'SBX-MIXED.800-mixed');
      expect(await tester.statuses('SBX-TWICE.300-twice', 6)).toEqual(['2', '2', '120', '120', '300', '300']);
      expect(await tester.statuses('SBX-MIXED.800-mixed', 3, 'CEB622')).toEqual(['800', '120', '2']);
      const late = await tester.receipts(
        (all) => all.filter(({ orderNo }) => orderNo === 'SBX-W1.800-late').length >= 3,
      );
      const times = late
        .filter(({ orderNo, type }) => orderNo === 'SBX-W1.800-late' && type === 'CEB622')
        .map(({ returnTime }) => Number(returnTime.slice(-7)));
      expect(times).toHaveLength(3);
    });

    it('the tax bill of a released list bears the figures of its items', async () => {
      await tester.try(LIST, 'SBX-800-tax');
      const all = await tester.receipts((some) =>
        some.some(({ type, orderNo }) => type === 'CEB818' && orderNo === 'SBX-800-tax'),
      );
      const bill = all.find(({ type, orderNo }) => type === 'CEB816' && orderNo === 'SBX-800-tax');
      const lines = bill?.body.TaxListRd as Record<string, string>[];
      expect(Number(bill?.body.valueAddedTax)).toBeGreaterThan(0);
      const cents = lines.reduce((sum, line) => sum + Math.round(Number(line.valueAddedTax) * 100), 0);
      expect(cents).toBe(Math.round(Number(bill?.body.valueAddedTax) * 100));
    });

    it('only once a message that was lost has come again, and then not a third time', async () => {
      const xml = await tester.signed(tester.xml(LIST, 'SBX-LOST.800-1'));
      expect((await tester.send(xml)).documents[0]).toMatchObject({ verdict: 'accepted', status: '2' });
      expect((await tester.send(xml, 20)).documents[0]?.outcome).toMatchObject({ state: 'released' });
      expect((await tester.send(xml)).documents[0]).toMatchObject({ verdict: 'repeated', status: '800' });
      expect(await tester.statuses('SBX-LOST.800-1', 3, 'CEB622')).toEqual(['2', '120', '800']);
    });

    it('nothing at all, if that is asked for', async () => {
      const { documents } = await tester.try(LIST, 'SBX-NONE-1');
      expect(documents[0]).toMatchObject({ verdict: 'accepted', status: '2' });
      await tester.try(LIST, 'SBX-800-after-none', 20);
      expect(await tester.statuses('SBX-800-after-none', 3, 'CEB622')).toHaveLength(3);
      expect(await tester.statuses('SBX-NONE-1', 0)).toEqual([]);
    });
  });

  describe('remembers papers as customs does', () => {
    it('the same again is a repeat without a receipt, other content under the number is refused', async () => {
      const xml = tester.xml(LIST, 'SBX-300-again');
      await tester.send(await tester.signed(xml), 20);
      const again = await tester.send(await tester.signed(xml));
      expect(again.documents[0]).toMatchObject({ verdict: 'repeated', status: '300' });
      const other = xml.replace(/<ceb:note>.*?<\/ceb:note>|<ceb:grossWeight>[^<]*/, '<ceb:grossWeight>9.9');
      expect((await tester.send(await tester.signed(other))).documents[0]).toMatchObject({
        verdict: 'refused',
      });
      expect(await tester.statuses('SBX-300-again', 4)).toEqual([
        '2',
        '120',
        '300',
        expect.stringMatching(/^-/),
      ]);
    });

    it('a list sent back may be sent anew under the same number, and is then another story', async () => {
      const xml = tester.xml(LIST, 'SBX-R-1322-anew');
      await tester.send(await tester.signed(xml), 20);
      const later = xml
        .replace(/<ceb:appTime>\d{14}</, '<ceb:appTime>20991231235959<')
        .replace(/<ceb:guid>.*?</, '<ceb:guid>0A1B2C3D-0000-4000-8000-000000000001<');
      const { documents } = await tester.send(await tester.signed(later), 20);
      expect(documents[0]).toMatchObject({ verdict: 'accepted', outcome: { returnStatus: '100' } });
    });
  });

  it('leaves what nobody has scripted to the platform’s own judge, and takes what that does not judge', async () => {
    for (const root of ['CEB311Message', 'CEB411Message', 'CEB511Message'] as const)
      expect((await tester.try(root, 'REAL-1')).documents[0]).toMatchObject({
        verdict: 'accepted',
        status: '120',
      });
    const { documents } = await tester.try(LIST, 'REAL-1', 30);
    expect(documents[0]?.outcome).toBeDefined();
    expect(
      await rented.database.query(`select 1 from sandbox.document where document_key like '%REAL-1'`),
    ).toEqual([]);
    expect((await tester.try('CEB603Message', 'REAL-2')).documents[0]).toMatchObject({ status: '2' });
    expect(await tester.statuses('REAL-2', 3)).toEqual(['2', '120', '800']);
  });

  it('receipts that are due after a stop come after the next start', async () => {
    const other = await testDatabase();
    const first = await startSandbox({ database: other.database, port: 0 });
    const firm = await Tester.register(first.url);
    await firm.try(LIST, 'SBX-W1.800-restart');
    await first.close();
    const second = await startSandbox({ database: other.database, port: 0 });
    const moved = Object.assign(Object.create(Tester.prototype), {
      url: second.url,
      firm: firm.firm,
    }) as Tester;
    expect(await moved.statuses('SBX-W1.800-restart', 3, 'CEB622')).toEqual(['2', '120', '800']);
    await second.close();
    await other.close();
  });

  it('does not exist in production: a scripted number is a number like any other, and there is no such page', async () => {
    const real = await startServer({ database: rented.database, port: 0 });
    for (const path of ['/sandbox', '/sandbox/scheme', '/sandbox/samples/CEB621'])
      expect([path, (await fetch(`${real.url}${path}`)).status]).toEqual([path, 404]);
    await expect(Tester.register(real.url)).rejects.toThrow('NOT-FOUND');
    const onReal = Object.assign(Object.create(Tester.prototype), {
      url: real.url,
      firm: tester.firm,
    }) as Tester;
    const { documents } = await onReal.try('CEB311Message', 'SBX-R-301014-real');
    expect(documents[0]).toMatchObject({ verdict: 'accepted', status: '120' });
    expect((await onReal.try('CEB711Message', 'SBX-800-real')).status).toBe(422);
    await real.close();
  });
});
