import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CebMessage, checkFields, decode, encodeEnvelope, messageTables, type Root, wrap } from '#ceb';
import { codesFor } from './codes.ts';
import { newCommand } from './new.ts';
import { chama as called, type Ended } from './testing/chama.ts';

const LIST = fileURLToPath(
  new URL('../../contracts/samples/01-direct-purchase/04-declaration.xml', import.meta.url),
);

const chama = (...args: readonly string[]): Promise<Ended> => called(args);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-tools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const headOf = (message: CebMessage | undefined): Readonly<Record<string, unknown>> =>
  (message?.documents[0]?.head ?? {}) as Readonly<Record<string, unknown>>;

async function made(root: Root, ...args: readonly string[]): Promise<CebMessage> {
  const file = join(folder, `${root}.xml`);
  expect(await newCommand([root, ...args, '-o', file])).toBe(0);
  const { message, findings } = decode(await readFile(file));
  expect(findings).toEqual([]);
  return message as CebMessage;
}

describe('chama new', () => {
  test.each(Object.keys(messageTables) as Root[])(
    '%s is sound, and its time is not to come',
    async (root) => {
      const message = await made(root, '--order-no', 'T7');
      expect(message.root).toBe(root);
      expect(checkFields(message)).toEqual([]);
      const { appTime } = headOf(message);
      if (appTime === undefined) return;
      const clock = `${appTime}`.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6+08:00');
      expect(Date.parse(clock)).toBeLessThanOrEqual(Date.now());
    },
  );

  test('sets fields of the head, of items and of the transmission, and leaves out what is set to nothing', async () => {
    const message = await made(
      'CEB621Message',
      ...['--set', 'note=备注=1', '--set', 'InventoryList[2]/qty=3', '--set', 'copCode=5301960001'],
      ...['--set', 'packNo=1', '--set', 'trafNo='],
    );
    expect(headOf(message)).toMatchObject({ note: '备注=1', packNo: 1 });
    expect(headOf(message).trafNo).toBeUndefined();
    const items = (message.documents[0]?.items ?? []) as readonly { qty: string }[];
    expect(items.map(({ qty }) => qty)).toEqual(['2', '3']);
    expect(message.transfer?.copCode).toBe('5301960001');
  });

  test('goes under a supervision mode, and says which there are for another', async () => {
    const booking = await made('CEB303Message', '--mode', '9810');
    expect(headOf(booking)).toMatchObject({ orderType: 'W', ebpCode: '无' });
    expect(headOf(await made('CEB621Message', '--mode', '1210'))).toMatchObject({ country: '142' });
    const wrong = await chama('new', 'CEB621', '--mode', '9710');
    expect(wrong.code).toBe(2);
    expect(wrong.complaint).toContain('9610');
    const never = await chama('new', 'CEB701', '--mode', '9710');
    expect(never.complaint).toContain('9610');
  });

  test('names its field in full words when there is no such field or type', async () => {
    const wrong = await chama('new', 'CEB311', '--set', 'price2=1');
    expect(wrong.code).toBe(2);
    expect(wrong.complaint).toContain('price2=1');
    const none = await chama('new', 'CEB999');
    expect(none.code).toBe(2);
    expect(none.complaint).toContain('311');
  });

  test('without a signature leaves its place to the one who signs', async () => {
    const { output } = await chama('new', '621', '--signed', 'no');
    expect(output).toContain('<ceb:CEB621Message');
    expect(output).not.toContain('Signature');
  });
});

describe('chama show', () => {
  test('shows labels, what codes mean, items as rows, and personal data masked', async () => {
    const { code, output } = await chama('show', LIST);
    expect(code).toBe(0);
    expect(output).toMatch(/customsCode +申报海关代码 +8620 昆明机场/);
    expect(output).toMatch(/appType +报送类型 +1 新增/);
    expect(output).toMatch(/gnum +itemNo +itemName/);
    expect(output).toContain('5301**********9383');
    expect(output).not.toContain('530101197502019383');
  });

  test('speaks English, and shows personal data where it is asked for', async () => {
    const { output } = await chama('show', '--lang', 'en', '--full', LIST);
    expect(output).toMatch(/ieFlag +.*I Import/);
    expect(output).toContain('530101197502019383');
  });

  test('tells what is wrong with a file that is no message, and exits 1', async () => {
    const file = join(folder, 'broken.xml');
    await writeFile(file, '<a>');
    const { code, output } = await chama('show', file);
    expect(code).toBe(1);
    expect(output).toContain('✗');
    expect((await chama('show', '--lang', 'fr', LIST)).code).toBe(2);
  });

  test('shows a receipt as it came in practice, and how it deviates', async () => {
    const file = join(folder, 'receipt.xml');
    await writeFile(
      file,
      '<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" guid="g" version="1.0"><InventoryReturn>' +
        '<returnStatus>800</returnStatus><guid>7</guid><portNote>口岸备注</portNote><buyerName>何云安</buyerName>' +
        '<returnInfo>[Code:2600;Desc:放行]</returnInfo></InventoryReturn></CEB622Message>',
    );
    const { code, output } = await chama('show', file);
    expect(code).toBe(0);
    expect(output).toMatch(/returnStatus +回执状态 +800 放行/);
    expect(output).toContain('口岸备注');
    expect(output).toContain('何*');
    expect(output).toContain('与标准不符');
  });

  test('shows an envelope, then the message in it, masked like any other', async () => {
    const { envelope } = wrap(await readFile(LIST), { CopMsgId: 'M-1', CreatTime: '2026-07-01T12:00:00' });
    const file = join(folder, 'envelope.xml');
    await writeFile(file, envelope ? encodeEnvelope(envelope) : '');
    const { code, output } = await chama('show', file);
    expect(code).toBe(0);
    expect(output).toMatch(/^DxpMsg {2}终端节点报文/);
    expect(output).toMatch(/CopMsgId +发送方报文编号 +M-1\n/);
    expect(output).toMatch(/ReceiverIds +接收方 +DXPEDCCEB0000002\n/);
    expect(output).toMatch(/CEB621Message[\s\S]*5301\*{10}9383/);
  });

  test('shows an answer of the exchange platform with what its code means', async () => {
    const sent = { CopMsgId: 'M-1', SenderId: 'DXPENT0000000001', ReceiverIds: ['DXPEDCCEB0000002'] };
    const answer = encodeEnvelope({
      ...{ root: 'DxpRep', RecevierId: 'DXPENT0000000001' },
      Response: [
        {
          ...{ ResponseCode: '1001', NoticeTime: '2026-07-01' },
          OriHead: { ...sent, CreatTime: '2026-07-01T12:00:00', MsgType: 'CEB311Message' },
        },
      ],
    });
    await writeFile(join(folder, 'answer.xml'), answer);
    const { code, output } = await chama('show', '--lang', 'en', join(folder, 'answer.xml'));
    expect(code).toBe(0);
    expect(output).toMatch(/ResponseCode +Response code +1001 \w/);
    expect(output).toMatch(/CopMsgId +Message number of the sender +M-1/);
  });

  test('lets no control character of a message reach the terminal', async () => {
    const file = join(folder, 'escape.xml');
    await newCommand(['CEB311', '--set', 'note=a\u0085\u009b31mb', '-o', file]);
    const { output } = await chama('show', file);
    expect(output).toContain('a··31mb');
  });
});

describe('chama codes', () => {
  test.each([
    [['-621018'], ['-621018']],
    [['621018'], ['-621018']],
    [['800'], ['800']],
    [['-621027'], ['-621027', '-621027']],
    [['6230'], ['-623000', '-623029']],
    [
      ['yearly', 'ALLOWANCE'],
      ['1313', '-621018'],
    ],
    [
      ['超过', '年度'],
      ['1313', '-621018'],
    ],
    [['20004'], ['20004']],
    [['20777'], ['20001-21000']],
    [['4711'], ['4000-9999']],
    [['SIG-DIGEST'], ['SIG-DIGEST']],
    [['ceb-length'], ['CEB-LENGTH']],
    [['exchange', 'appTime'], ['EXCHANGE-STALE']],
    [['没有这种代码'], []],
  ])('%s finds %s', (words, found) => {
    expect(codesFor(words).map(({ code }) => code)).toEqual(expect.arrayContaining(found));
    if (found.length < 2) expect(codesFor(words)).toHaveLength(found.length);
  });

  test('a code is no option though it begins with a minus; what is not found ends with 1', async () => {
    const { code, output } = await chama('codes', '--json', '-301020');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ code: '-301020', text: { zh: '验签失败' } });
    const nothing = await chama('codes', '没有这种代码');
    expect(nothing.code).toBe(1);
    expect(nothing.complaint).toContain('没有找到');
  });
});
