import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decode, encode, exampleMessage } from '#ceb';
import { House } from '../../clearance/testing/house.ts';
import { again, messageOf, purchase } from '../../clearance/testing/purchases.ts';
import { enterpriseRegister } from '../../registry/wiring.ts';

const PLATFORM = '5301960001';
const SELLER = '5301960002';
const CARRIER = '5301960004';
const BROKER = '5301980005';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(async () => {
  expect(house.faults).toEqual([]);
  await house.close();
});

let numbers = 0;
const next = () => {
  numbers += 1;
  return purchase(numbers);
};

interface Receipts {
  readonly receipts: readonly {
    readonly type: string;
    readonly orderNo: string | null;
    readonly returnStatus: string;
    readonly returnInfo: string;
    readonly body: Readonly<Record<string, string>>;
    readonly cursor: string;
  }[];
  readonly next?: string;
}

const receipts = async (reader: string, query = ''): Promise<Receipts> =>
  (await house.get<Receipts>(`/api/receipts${query}`, reader)).body;

/** Receipts written since this moment; each test reads only its own. */
async function since(reader: string): Promise<(type?: string) => Promise<Receipts['receipts']>> {
  const { next: cursor } = await receipts(reader, '?limit=5000');
  return async () => (await receipts(reader, cursor ? `?cursor=${cursor}` : '')).receipts;
}

describe('a message handed in', () => {
  test('is answered document by document, in their order', async () => {
    const known = next();
    const other = next();
    await house.send('order', known);
    const wrong = again(next().order, { appType: '1', goodsValue: '-1' });
    const renamed = again(known.order, { appType: '1', note: '另一单' });
    const bytes = messageOf('order', [other.order, known.order, renamed, wrong], PLATFORM);
    const { http, body } = await house.post(PLATFORM, bytes);
    expect(http).toBe(200);
    expect(body).toMatchObject({ root: 'CEB311Message', accepted: 1, repeated: 1, refused: 2 });
    expect(body.documents.map(({ verdict, status }) => `${verdict} ${status}`)).toEqual([
      'accepted 120',
      'repeated 120',
      'refused -301010',
      'refused -301008',
    ]);
    expect(body.documents[3]?.findings.map(({ path }) => path)).toContain('Order[4]/OrderHead/goodsValue');
  });

  test('is answered with the outcome of its lists when the sender waits', async () => {
    const dossier = next();
    await house.file([dossier], ['order', 'payment', 'waybill']);
    const { body } = await house.post(
      BROKER,
      messageOf('declaration', [dossier.declaration], BROKER),
      '?wait=10',
    );
    expect(body.documents[0]?.outcome).toMatchObject({ state: 'released', returnStatus: '800' });
  });

  test('is answered as it stands when a paper does not come in the time waited', async () => {
    await house.settled();
    const { declaration } = next();
    const { body } = await house.post(BROKER, messageOf('declaration', [declaration], BROKER), '?wait=0.05');
    expect(body.documents[0]?.outcome).toMatchObject({ state: 'waiting', returnStatus: '2' });
  });

  test('with the key of another enterprise than it names is refused as a whole, and answered by CEB900', async () => {
    const written = await since(SELLER);
    const { http, body } = await house.post(SELLER, messageOf('order', [next().order], PLATFORM));
    expect(http).toBe(403);
    expect(body).toMatchObject({ code: 'MESSAGE-SENDER', findings: [{ code: 'EXCHANGE-SENDER' }] });
    expect((await written()).map(({ type, body: fields }) => [type, fields.oriMessageType])).toEqual([
      ['CEB900', 'CEB311Message'],
    ]);
  });

  test('that this platform does not handle is refused with true words', async () => {
    const order = encode(exampleMessage('CEB303Message')).replace(/(<ceb:copCode>)[^<]*/, `$1${BROKER}`);
    const { http, body } = await house.post(BROKER, Buffer.from(order));
    expect(http).toBe(422);
    expect(body.findings).toMatchObject([
      {
        ...{ code: 'EXCHANGE-NOT-TAKEN', path: 'CEB303Message' },
        message: { en: 'This platform does not take in CEB303Message' },
        remedy: { en: expect.stringContaining('CEB311') },
      },
    ]);
  });

  test('with a document its sender has no right to send is taken without that document', async () => {
    const { body } = await house.post(SELLER, messageOf('payment', [next().payment], SELLER));
    expect(body.documents[0]).toMatchObject({
      verdict: 'refused',
      findings: [{ code: 'EXCHANGE-RIGHT', path: 'payCode' }],
    });
  });

  test('that customs itself sends is refused', async () => {
    const receipt =
      '<?xml version="1.0" encoding="UTF-8"?><CEB622Message guid="7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3" version="1.0" ' +
      'xmlns="http://www.chinaport.gov.cn/ceb"><InventoryReturn><guid>7B4C913C-7D56-4B24-A4F8-9CCCB2490CE3</guid>' +
      '<copNo>C1</copNo><preNo>B20260310000000001</preNo><returnStatus>800</returnStatus>' +
      '<returnTime>20260310100300786</returnTime><returnInfo>x</returnInfo></InventoryReturn></CEB622Message>';
    const { http, body } = await house.post(BROKER, Buffer.from(receipt));
    expect({ http, codes: body.findings.map(({ code }) => code) }).toEqual({
      http: 422,
      codes: ['EXCHANGE-NOT-TAKEN'],
    });
  });

  test('without a body, without a key, with a wrong key or of another content is a problem', async () => {
    const post = (headers: Record<string, string>, payload?: Buffer) =>
      house.app.inject({ method: 'POST', url: '/api/messages', headers, ...(payload ? { payload } : {}) });
    const xml = { 'content-type': 'application/xml' };
    const key = { authorization: `Bearer ${house.key(PLATFORM)}` };
    const bytes = Buffer.from('<a/>');
    const answers = [
      await post({ ...xml, ...key }, Buffer.alloc(0)),
      await post(xml, bytes),
      await post({ ...xml, authorization: 'Bearer chk_wrong' }, bytes),
      await post({ 'content-type': 'text/csv', ...key }, bytes),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [400, 'MESSAGE-EMPTY'],
      [401, 'KEY-UNKNOWN'],
      [401, 'KEY-UNKNOWN'],
      [415, 'HTTP-MEDIA-TYPE'],
    ]);
  });

  test('of an enterprise that may not act today is refused', async () => {
    const register = enterpriseRegister(house.database);
    const [carrier] = (await register.find([CARRIER])).values();
    if (!carrier) throw new Error('no carrier');
    await register.save([{ ...carrier, state: 'suspended' }]);
    try {
      const { http, body } = await house.post(CARRIER, messageOf('waybill', [next().waybill], CARRIER));
      expect([http, body.code]).toEqual([403, 'ENTERPRISE-NOT-ACTIVE']);
    } finally {
      await register.save([carrier]);
    }
  });

  test.each(['Order', 'toString', 'constructor', '__proto__'])(
    'of no kind the standard knows (%s) is answered by CEB900 as unknown',
    async (root) => {
      const written = await since(PLATFORM);
      const { http } = await house.post(
        PLATFORM,
        Buffer.from(`<${root} xmlns="http://www.chinaport.gov.cn/ceb"/>`),
      );
      expect(http).toBe(422);
      expect((await written()).map(({ returnStatus, body }) => [returnStatus, body.oriMessageType])).toEqual([
        ['-999999', 'Unknown'],
      ]);
    },
  );

  test('is kept as it came, whatever becomes of it', async () => {
    const bytes = Buffer.from('<no message');
    const { http, body } = await house.post(PLATFORM, bytes);
    expect(http).toBe(422);
    const [kept] = await house.database.query<{ verdict: string; size: number }>(
      'select verdict, size_bytes as size from exchange.message where message_id = $1',
      [body.messageId],
    );
    expect(kept).toEqual({ verdict: 'refused', size: bytes.length });
  });
});

describe('receipts', () => {
  test('tell of each document what became of it, and of a repeat nothing twice', async () => {
    const written = await since(PLATFORM);
    const { order } = next();
    const bytes = messageOf('order', [order], PLATFORM);
    await house.post(PLATFORM, bytes);
    await house.post(PLATFORM, bytes);
    await house.post(PLATFORM, messageOf('order', [again(order, { appType: '1', note: '改' })], PLATFORM));
    expect((await written()).map(({ type, returnStatus }) => `${type} ${returnStatus}`)).toEqual([
      'CEB312 120',
      'CEB312 -301010',
    ]);
  });

  test.each(['1', '2'])('of a document with appStatus %s say so', async (appStatus) => {
    const written = await since(PLATFORM);
    const order = again(next().order, { appType: '1', appStatus });
    await house.post(PLATFORM, messageOf('order', [order], PLATFORM));
    expect((await written()).map(({ returnStatus }) => returnStatus)).toEqual([
      appStatus === '1' ? '1' : '120',
    ]);
  });

  test('come as messages the standard reads: of papers, lists, refusals and broken messages', async () => {
    const refused = next();
    refused.payment.head.amountPaid = '1';
    await house.file([next(), refused]);
    await house.settled(1);
    const { declaration } = next();
    Object.assign(declaration.head, { copNo: undefined, trafNo: undefined });
    await house.post(BROKER, messageOf('declaration', [declaration], BROKER));
    await house.post(BROKER, Buffer.from('<CEB621Message>'));
    for (const reader of [PLATFORM, '5301960003', CARRIER, BROKER]) {
      const { text } = await house.get('/api/receipts?limit=5000', reader, { accept: 'application/xml' });
      const messages = text.match(/<CEB\d{3}Message [\s\S]*?<\/CEB\d{3}Message>/g) ?? [];
      expect(messages.length).toBeGreaterThan(0);
      const findings = messages.flatMap((message) =>
        decode(Buffer.from(message)).findings.map(({ code, path }) => `${reader} ${path} ${code}`),
      );
      expect(findings).toEqual([]);
      expect(text).toContain(`<Receipts next="${(await receipts(reader, '?limit=5000')).next}">`);
    }
  });

  test('can be read as XML whatever bytes the broken message had', async () => {
    const sender = '5301560006';
    const bodies = [
      Buffer.from('<a>\u0000\u0001\u000b]]>&</a>'),
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x3c]),
      Buffer.from('<?xml version="1.0"?><!-- \ud83d\ude00 \uffff --><b/>'),
    ];
    for (const bytes of bodies) expect((await house.post(sender, bytes)).http).toBe(422);
    const { http, text } = await house.get('/api/receipts', sender, { accept: 'application/xml' });
    expect(http).toBe(200);
    const messages = text.match(/<CEB900Message [\s\S]*?<\/CEB900Message>/g) ?? [];
    expect(messages).toHaveLength(3);
    for (const message of messages) expect(decode(Buffer.from(message)).findings).toEqual([]);
  });

  test('are no one’s who shows no key, and a cursor that is none is a problem', async () => {
    expect((await house.app.inject({ url: '/api/receipts' })).statusCode).toBe(401);
    for (const cursor of ['x', '1', '1.2.3', '-1.1', '99999999999999999999.1']) {
      const { http } = await house.get(`/api/receipts?cursor=${cursor}`, PLATFORM);
      expect([cursor, http]).toEqual([cursor, 400]);
    }
  });

  test('without one yet answer an empty page that keeps the cursor given', async () => {
    const { next: cursor } = await receipts(PLATFORM, '?limit=5000');
    expect(await receipts(PLATFORM, `?cursor=${cursor}`)).toEqual({ receipts: [], next: cursor });
    expect(await receipts('5301560006', '?type=CEB622')).toEqual({ receipts: [] });
  });
});
