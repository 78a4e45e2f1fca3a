import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '#ceb';
import { House } from '../../clearance/testing/house.ts';
import { addReceipts } from '../storage/receipts.ts';
import { shownBytes } from './receipt-messages.ts';

const READER = '5301960002';
const OTHER = '5301960003';
const MEBI = 1024 * 1024;

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

test('many large messages that were refused are read as XML page by page, none skipped, none twice', async () => {
  const sent: string[] = [];
  for (let i = 0; i < 40; i += 1)
    sent.push((await house.post(READER, Buffer.from('<'.repeat(100_000 + i)))).body.messageId);
  const read: string[] = [];
  let pages = 0;
  for (let cursor = ''; ; pages += 1) {
    const query = `?limit=5000${cursor && `&cursor=${cursor}`}`;
    const { text } = await house.get(`/api/receipts${query}`, READER, { accept: 'application/xml' });
    expect(text.length).toBeLessThan(5 * MEBI);
    const ids = [...text.matchAll(/<oriCopMsgId>([^<]+)</g)].map(([, id = '']) => id);
    if (ids.length === 0) break;
    read.push(...ids);
    cursor = /<Receipts next="([^"]+)"/.exec(text)?.[1] ?? '';
  }
  expect(read).toEqual(sent);
  expect(pages).toBeGreaterThan(1);
});

test('a refused message is shown by its beginning, with its whole length told', async () => {
  const content = `<a>\u0001${'茶'.repeat(100_000)}`;
  await house.post(OTHER, Buffer.from(content));
  const { http, text } = await house.get('/api/receipts', OTHER, { accept: 'application/xml' });
  expect(http).toBe(200);
  const [only = ''] = text.match(/<CEB900Message [\s\S]*?<\/CEB900Message>/) ?? [];
  const { message, findings } = decode(Buffer.from(only));
  expect(findings).toEqual([]);
  const { oriBizMessage = '' } = (message?.documents[0]?.head ?? {}) as { oriBizMessage?: string };
  expect(oriBizMessage.slice(0, 5)).toBe('<a>\ufffd茶');
  expect(oriBizMessage.match(/\ufffd/g)).toHaveLength(1);
  expect(oriBizMessage).toContain(`${Buffer.byteLength(content)} 字节`);
  expect(Buffer.byteLength(oriBizMessage)).toBeLessThan(shownBytes + 200);
});

test('receipts of long texts come on several pages, however many are asked for', async () => {
  const recipient = '5301560006';
  const texts = Array.from({ length: 2_000 }, (_, i) => `${i} ${'长'.repeat(4_990)}`);
  await house.database.transaction((client) =>
    addReceipts(
      client,
      texts.map((returnInfo) => ({
        ...{ recipient, type: 'CEB622', orderNo: null, returnStatus: '800' },
        ...{ returnTime: '20261123130000000', returnInfo, body: {} },
      })),
    ),
  );
  const read: string[] = [];
  let pages = 0;
  for (let cursor = ''; ; pages += 1) {
    const query = `?limit=5000${cursor && `&cursor=${cursor}`}`;
    const { body, text } = await house.get<{ receipts: { returnInfo: string }[]; next: string }>(
      `/api/receipts${query}`,
      recipient,
    );
    expect(text.length).toBeLessThan(5 * MEBI);
    if (body.receipts.length === 0) break;
    read.push(...body.receipts.map(({ returnInfo }) => returnInfo));
    cursor = body.next;
  }
  expect(read).toEqual(texts);
  expect(pages).toBe(3);
});

test('a receipt with characters XML cannot carry keeps neither itself nor those behind it from being read', async () => {
  const recipient = '5301960004';
  const receipt = { recipient, orderNo: null, returnStatus: '800', returnTime: '20261123130000000' };
  await house.database.transaction((client) =>
    addReceipts(client, [
      { ...receipt, type: 'CEB622', returnInfo: '放\u0002行', body: { guid: 'a\u001bb', copNo: 'C-1' } },
      {
        ...{ ...receipt, type: 'CEB816', returnInfo: '' },
        body: { guid: 'g', TaxListRd: [{ gnum: '1', gcode: '0901\u0002' }] },
      },
      { ...receipt, type: 'CEB312', returnInfo: '入库', body: { guid: 'behind' } },
    ]),
  );
  const { http, text } = await house.get('/api/receipts', recipient, { accept: 'application/xml' });
  expect(http).toBe(200);
  expect(text).toContain('<returnInfo>放\ufffd行<');
  expect(text).toContain('<gcode>0901\ufffd<');
  expect(text).toContain('<guid>behind<');
});

test('a receipt that leaves out what the schema demands is told as it came, and filled up only where it is a message', async () => {
  const recipient = READER;
  const guid = '4CDE1CFD-EDED-46B1-946C-B8022E42FC94';
  await house.database.transaction((client) =>
    addReceipts(client, [
      {
        ...{ recipient, type: 'CEB622', orderNo: 'D1', returnStatus: '-621001' },
        ...{ returnTime: '20261123130000000', returnInfo: '', body: { guid } },
      },
    ]),
  );
  const { body } = await house.get<{ receipts: object[] }>('/api/receipts?type=CEB622', recipient);
  expect(body.receipts).toMatchObject([{ returnInfo: '', body: { guid } }]);
  expect(JSON.stringify(body)).not.toMatch(/preNo|copNo|"-"/);
  const { text } = await house.get('/api/receipts?type=CEB622', recipient, { accept: 'application/xml' });
  const [only = ''] = text.match(/<CEB622Message [\s\S]*?<\/CEB622Message>/) ?? [];
  const { message, findings } = decode(Buffer.from(only));
  expect(findings).toEqual([]);
  expect(message?.documents[0]?.head).toMatchObject({
    guid,
    copNo: '-',
    preNo: '0'.repeat(18),
    returnInfo: '-',
  });
});
