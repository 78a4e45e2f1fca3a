import { afterEach, describe, expect, test } from 'vitest';
import { discrepancies } from '../faults/books.ts';
import { CustomsDesk, type DeskSettings } from './customs-desk.ts';
import { allPasses, type Script } from './customs-peer.ts';

let desk: CustomsDesk;

async function open(script: Script, settings: DeskSettings = {}): Promise<CustomsDesk> {
  desk = await CustomsDesk.open(script, settings);
  return desk;
}

afterEach(async () => {
  expect(desk.stand.faults).toEqual([]);
  expect(await discrepancies(desk.stand.database)).toEqual([]);
  await desk.close();
});

/** Papers pass; of lists it is said what is given. */
const lists =
  (...said: readonly [status: string, info: string, time?: string][]): Script =>
  (document) =>
    document.root === 'CEB621Message'
      ? said.map(([status, info, time]) => ({ status, info, ...(time ? { time } : {}) }))
      : allPasses(document);

describe('receipts', () => {
  test('that come again, in another envelope and under another guid, count once', async () => {
    const time = '20261126120000000';
    const { stand } = await open(lists(['300', '转人工审核', time]));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'held');
    for (let i = 0; i < 3; i += 1) await desk.say(dossier, { status: '300', info: '转人工审核', time });
    await desk.say(dossier, { status: '800', info: '放行', time: '20261126120000001' });
    await desk.reaches(dossier, 'released');
    expect(await desk.statuses()).toEqual(['2', '300', '800']);
    expect(await stand.count("select count(*) from links.answer where type = 'CEB622'")).toBe(2);
    expect(await stand.count("select count(*) from links.arrival where kind = 'receipts'")).toBe(8);
  });

  test('that come out of order are relayed, and never move a list back', async () => {
    await open(lists(['800', '放行', '20261126120000500']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'released');
    await desk.say(dossier, { status: '120', info: '入库', time: '20261126120000100' });
    await desk.counts(1, "select count(*) from links.answer where standing = 'late'");
    await desk.say(dossier, { status: '100', info: '退单', time: '20261126120000200' });
    await desk.counts(2, "select count(*) from links.answer where standing = 'late'");
    await desk.say(dossier, { status: '899', info: '结关', time: '20261126120000900' });
    await desk.counts(4, "select count(*) from links.answer where type = 'CEB622'");
    const { list, receipts } = await desk.list(dossier);
    expect(list).toMatchObject({ state: 'released', statusCode: '800' });
    expect(receipts.map(({ status }) => status).sort()).toEqual(['100', '120', '800', '899']);
    expect(await desk.statuses()).toEqual(['2', '800', '120', '100', '899']);
    const late = await desk.ask<{ answers: object[] }>('/api/links/customs/answers?standing=late');
    expect(late.body.answers).toHaveLength(2);
    const pages: unknown[] = [];
    let cursor: string | undefined = '';
    while (cursor !== undefined) {
      const query: string = `standing=late&limit=1${cursor && `&cursor=${cursor}`}`;
      const page: { body: { answers: object[]; next?: string } } = await desk.ask(
        `/api/links/customs/answers?${query}`,
      );
      pages.push(...page.body.answers);
      cursor = page.body.next;
    }
    expect(pages).toEqual(late.body.answers);
  });

  test('that name their list by its order number in words alone find it', async () => {
    const { peer } = await open((document) =>
      document.root === 'CEB621Message'
        ? [
            {
              status: '-621001',
              info: `参数校验不通过[电商企业编码：${document.head.ebcCode}订单编号：${document.head.orderNo}]`,
              fields: { copNo: '', preNo: '', agentCode: '', customsCode: '' },
            },
          ]
        : allPasses(document),
    );
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'refused', '-621001');
    expect(peer.got).toHaveLength(4);
    const xml = await desk.stand.get(
      '/api/receipts?type=CEB622',
      desk.stand.key(desk.purchases.sender('declaration').customsCode),
      0,
      { accept: 'application/xml' },
    );
    expect(await xml.text()).toContain(`<copNo>${dossier.declaration.head.copNo}</copNo>`);
  });

  test('of documents nobody knows, or that contradict themselves, are kept and shown', async () => {
    const { peer } = await open(lists(['120', '入库']));
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'forwarded', '120');
    const { copNo = '' } = dossier.declaration.head as { copNo?: string };
    const said = { status: '800', info: '放行' };
    await peer.send('CEB622', { copNo: 'NOBODY', preNo: 'B20261126000000009' }, said, 'DXPENT0000000001');
    await peer.send('CEB622', { copNo, agentCode: '9999999999', preNo: '' }, said, 'DXPENT0000000001');
    await desk.counts(2, "select count(*) from links.answer where standing = 'unmatched'");
    expect((await desk.list(dossier)).list.state).toBe('forwarded');
    const { body } = await desk.ask<{ answers: { findings: { code: string }[] }[] }>(
      '/api/links/customs/answers?standing=unmatched',
    );
    expect(body.answers.map(({ findings }) => findings.at(-1)?.code).sort()).toEqual([
      'LINK-CONTRADICTION',
      'LINK-UNKNOWN-DOCUMENT',
    ]);
  });

  test('that are none are kept with their findings and stop nothing', async () => {
    const { peer } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await peer.hand('<html>502 Bad Gateway</html>');
    await peer.enclose(
      '<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb"/>',
      'DXPENT0000000001',
      'DXPENT0000000666',
    );
    await desk.declare([dossier]);
    await desk.reaches(dossier, 'released');
    const { body } = await desk.ask<{ arrivals: { findings: { code: string }[] }[] }>(
      '/api/links/customs/unreadable',
    );
    expect(body.arrivals).toHaveLength(2);
    expect(body.arrivals.flatMap(({ findings }) => findings.map(({ code }) => code))).toContain(
      'LINK-FOREIGN-SENDER',
    );
  });

  test('of tax bills go to the sender of the list, and move nothing', async () => {
    const { peer } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    const { list } = await desk.reaches(dossier, 'released');
    await peer.enclose(taxBill(list.invtNo ?? '', dossier.order.head.orderNo), 'DXPENT0000000001');
    await desk.counts(1, "select count(*) from exchange.receipt where type = 'CEB816'");
    expect((await desk.list(dossier)).list.state).toBe('released');
    const key = desk.stand.key(desk.purchases.sender('declaration').customsCode);
    const xml = await desk.stand.get('/api/receipts?type=CEB816', key, 0, { accept: 'application/xml' });
    const text = await xml.text();
    expect(text).toContain('<taxNo>T1</taxNo>');
    expect(text).toContain('<gcode>2208300000</gcode>');
  });
});

const taxBill = (
  invtNo: string,
  orderNo: string,
): string => `<CEB816Message xmlns="http://www.chinaport.gov.cn/ceb"
  guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><Tax><TaxHeadRd>
  <guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><returnTime>20261126120000000</returnTime>
  <invtNo>${invtNo}</invtNo><taxNo>T1</taxNo><customsTax>0</customsTax><valueAddedTax>31.2</valueAddedTax>
  <consumptionTax>0</consumptionTax><status>1</status><orderNo>${orderNo}</orderNo></TaxHeadRd><TaxListRd><gnum>1</gnum>
  <gcode>2208300000</gcode><taxPrice>343</taxPrice><customsTax>0</customsTax><valueAddedTax>31.2</valueAddedTax>
  <consumptionTax>0</consumptionTax></TaxListRd></Tax></CEB816Message>`;
