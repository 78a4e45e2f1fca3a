import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CebMessage, CUSTOMS_NODES, decode, encode, encodeEnvelope, unwrap, wrap } from '#ceb';
import { type Channel, openChannel, type Receiving } from '#channels';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { RunningServer } from '../../server/server.ts';
import { startSandbox } from '../start.ts';
import { Tester } from '../testing/tester.ts';

const LIST = 'CEB621Message';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What came back over the channel, read. */
interface Letter {
  readonly name: string;
  /** Root of the message inside, or `DxpRep`. */
  readonly root: string;
  readonly from: string;
  readonly to: string;
  /** Fields of the first receipt, or of the answer. */
  readonly fields: Readonly<Record<string, string>>;
}

describe('the sandbox as customs’ end of the exchange platform', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let folder: string;
  let ours: Channel;
  let receiving: Receiving;
  let letters: Letter[];
  let tester: Tester;

  const address = (out: string, into: string): string =>
    `folder:${folder}?out=${out}&in=${into}&poll=50&settle=0`;

  beforeAll(async () => {
    rented = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'chama-dxp-'));
    const channel = await openChannel(address('to-firms', 'to-customs'));
    server = await startSandbox({ database: rented.database, port: 0, channel });
    ours = await openChannel(address('to-customs', 'to-firms'));
    receiving = ours.receive(async (piece) => void letters.push(read(piece.name, piece.bytes)));
  });
  afterAll(async () => {
    await receiving?.stop();
    await ours?.close();
    await server?.close();
    await rented?.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    letters = [];
    tester = await Tester.register(server.url);
  });
  afterEach(() => {
    for (const { to } of letters) expect(to).toMatch(/^DXPENT/);
  });

  function read(name: string, bytes: Uint8Array): Letter {
    const { dxpMsg, dxpRep, message, findings } = unwrap(bytes);
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    if (dxpRep) {
      const [response] = dxpRep.Response;
      const { ResponseCode = '', OriHead } = response ?? {};
      const fields = { ResponseCode, CopMsgId: OriHead?.CopMsgId ?? '' };
      return { name, root: 'DxpRep', from: '', to: dxpRep.RecevierId, fields };
    }
    const inside = decode(message ?? new Uint8Array());
    if (inside.findings.length > 0) throw new Error(JSON.stringify(inside.findings));
    const [document] = inside.message?.documents ?? [];
    return {
      ...{ name, root: inside.root ?? '', from: dxpMsg?.TransInfo.SenderId ?? '' },
      to: dxpMsg?.TransInfo.ReceiverIds[0] ?? '',
      fields: document?.head as unknown as Record<string, string>,
    };
  }

  const post = async (xml: string, CopMsgId: string, more: { SenderId?: string } = {}): Promise<void> => {
    const wrapped = wrap(bytesOf(xml), { CopMsgId, CreatTime: '2026-07-01T08:30:00' });
    if (!wrapped.envelope) throw new Error(JSON.stringify(wrapped.findings));
    const { TransInfo } = wrapped.envelope;
    const envelope = { ...wrapped.envelope, TransInfo: { ...TransInfo, ...more } };
    await ours.send({ name: `${CopMsgId}.xml`, bytes: bytesOf(encodeEnvelope(envelope)) });
  };
  const until = async (enough: () => boolean): Promise<void> => {
    const end = Date.now() + 20_000;
    while (!enough() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    if (!enough())
      throw new Error(
        `only ${JSON.stringify(letters.map(({ root, fields }) => [root, fields.returnStatus]))}`,
      );
  };
  const statuses = (): string[] =>
    letters.filter(({ root }) => root === 'CEB622Message').map(({ fields }) => fields.returnStatus ?? '');

  it('takes a list in its envelope and sends its receipts to its sender, from the node for imports', async () => {
    await post(await tester.signed(tester.xml(LIST, 'SBX-800-dxp')), 'M-1');
    await until(() => letters.some(({ root }) => root === 'CEB818Message'));
    expect(statuses()).toEqual(['2', '120', '800']);
    for (const { from, to } of letters)
      expect([from, to]).toEqual([CUSTOMS_NODES.import.id, tester.firm.dxpId]);
  });

  it('answers exports from the node for exports', async () => {
    await post(await tester.signed(tester.xml('CEB603Message', 'SBX-800-dxpe')), 'M-2');
    await until(() => letters.some(({ fields }) => fields.returnStatus === '800'));
    expect(new Set(letters.map(({ from }) => from))).toEqual(new Set([CUSTOMS_NODES.export.id]));
  });

  it('sends the receipts again when a message comes again, under their old names', async () => {
    const xml = await tester.signed(tester.xml(LIST, 'SBX-120-dxpr'));
    await post(xml, 'M-3');
    await until(() => statuses().length === 2);
    const names = letters.map(({ name }) => name);
    await post(xml, 'M-3-again');
    await until(() => statuses().length === 4);
    expect(letters.slice(2).map(({ name }) => name)).toEqual(names);
  });

  it('sends what the platform’s own judge says of papers nobody has scripted', async () => {
    await post(await tester.signed(tester.xml('CEB311Message', 'REAL-dxp')), 'M-4');
    await until(() => letters.some(({ root }) => root === 'CEB312Message'));
    expect(letters[0]?.fields).toMatchObject({ orderNo: 'REAL-dxp', returnStatus: '120' });
  });

  it('refuses a sender who is not the one in the message by -301008, naming the envelope', async () => {
    await post(await tester.signed(tester.xml(LIST, 'SBX-800-dxps')), 'M-5', {
      SenderId: 'DXPENT0000000077',
    });
    await until(() => letters.length === 1);
    expect(letters[0]).toMatchObject({
      ...{ root: 'CEB900Message', to: 'DXPENT0000000077' },
      fields: { returnStatus: '-301008', oriCopMsgId: 'M-5', oriMessageType: LIST },
    });
  });

  it('answers broken structure by CEB900 that names the envelope, once the sender is known', async () => {
    const broken = (await tester.signed(tester.xml(LIST, 'SBX-800-dxpb'))).replace(
      /<ceb:customsCode>.*?<\/ceb:customsCode>/,
      '',
    );
    await post(broken, 'M-6');
    await until(() => letters.length === 1);
    expect(letters[0]?.root).toBe('CEB900Message');
    expect(letters[0]?.fields).toMatchObject({ oriCopMsgId: 'M-6', oriMessageType: LIST });
  });

  it('answers in the exchange platform’s own words what it does not deliver, and what a script asks it to', async () => {
    const message = tester.example(LIST, 'SBX-R-3003-dxp');
    await post(await tester.signed(encode(message)), 'M-7');
    const { envelope } = wrap(bytesOf(tester.xml('CEB311Message', 'SBX-120-dxpx')), {
      ...{ CopMsgId: 'M-8', CreatTime: '2026-07-01T08:30:00', ReceiverIds: ['DXPENT0000000099'] },
    });
    if (envelope) await ours.send({ name: 'M-8.xml', bytes: bytesOf(encodeEnvelope(envelope)) });
    const senseless = bytesOf(
      `<DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"><TransInfo><CopMsgId>M-9</CopMsgId><SenderId>${tester.firm.dxpId}</SenderId></TransInfo></DxpMsg>`,
    );
    await ours.send({ name: 'M-9.xml', bytes: senseless });
    await until(() => letters.length === 3);
    const answers = letters.map(({ root, to, fields }) => [root, to, fields.CopMsgId, fields.ResponseCode]);
    const { dxpId } = tester.firm;
    expect(answers).toEqual(
      expect.arrayContaining([
        ['DxpRep', dxpId, 'M-7', '3003'],
        ['DxpRep', dxpId, 'M-8', '2001'],
        ['DxpRep', dxpId, 'M-9', '0002'],
      ]),
    );
  });

  it('takes a firm at its word that has never registered, and answers it', async () => {
    const firm = { code: '5301W9ZZ01', name: '未登记示例企业', dxpId: 'DXPENT9700000001' };
    const example = tester.example('CEB603Message', 'SBX-120-new') as CebMessage & { transfer: object };
    const transfer = { ...example.transfer, copCode: firm.code, copName: firm.name, dxpId: firm.dxpId };
    await post(encode({ ...example, transfer } as CebMessage), 'M-10');
    await until(() => letters.length === 2);
    expect(letters.map(({ to, fields }) => [to, fields.returnStatus])).toEqual([
      [firm.dxpId, '2'],
      [firm.dxpId, '120'],
    ]);
  });
});
