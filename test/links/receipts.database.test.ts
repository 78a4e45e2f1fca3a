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
    await desk.counts(8, "select count(*) from links.arrival where kind = 'receipts'");
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

  test('of tax bills go to the sender of the list and to its bill, once, and say where they differ from ours', async () => {
    const { peer, stand } = await open(allPasses);
    const [dossier] = desk.make(1);
    if (!dossier) return;
    await desk.declare([dossier]);
    const { list } = await desk.reaches(dossier, 'released');
    const { orderNo } = dossier.order.head;
    const bills = () =>
      stand.database.query<{
        tax: string;
        held: string;
        tax_no: string;
        state: string;
        certificate_no: string;
      }>('select trim_scale(tax)::text as tax, held, tax_no, state, certificate_no from taxbills.bill');
    const [before] = await bills();
    const enclose = (text: string) => peer.enclose(text, 'DXPENT0000000001');
    const tax = before?.tax ?? '';
    const other = taxBill(list.invtNo ?? '', orderNo, '31.2');
    for (let times = 0; times < 2; times += 1) await enclose(other);
    await desk.counts(1, "select count(*) from exchange.receipt where type = 'CEB816'");
    expect((await desk.list(dossier)).list.state).toBe('released');
    const key = desk.stand.key(desk.purchases.sender('declaration').customsCode);
    const xml = await desk.stand.get('/api/receipts?type=CEB816', key, 0, { accept: 'application/xml' });
    const text = await xml.text();
    expect(text).toContain('<taxNo>T1</taxNo>');
    expect(text).toContain('<gcode>2208300000</gcode>');
    const differences = async (taxNo: string) => {
      const { body } = await desk.ask<{
        answers: { body: { taxNo?: string; status?: string }; findings: { code: string }[] }[];
      }>('/api/links/customs/answers?standing=taken');
      const said = body.answers.filter((one) => one.body.taxNo === taxNo && one.body.status === '1');
      return said.flatMap(({ findings }) => findings.map(({ code }) => code));
    };
    const shown = async () => {
      const { body } = await desk.ask<{ differences: { type: string; code: string }[] }>(
        `/api/tax-bills/lists/${dossier.order.head.ebpCode}/${orderNo}`,
      );
      return body.differences.map(({ type, code }) => `${type} ${code}`);
    };
    expect(await shown()).toEqual(expect.arrayContaining(['CEB816 DUTY-SUM', 'CEB816 DUTY-LINE']));
    // What differs is shown and changes no sum: the tax that was assessed stays reserved.
    expect(await differences('T1')).toEqual(expect.arrayContaining(['DUTY-SUM', 'DUTY-LINE']));
    expect(await bills()).toMatchObject([{ tax, tax_no: 'T1', state: 'open' }]);

    await enclose(taxBill(list.invtNo ?? '', orderNo, tax, 'T2'));
    await desk.counts(2, "select count(*) from exchange.receipt where type = 'CEB816'");
    expect(await differences('T2')).not.toContain('DUTY-SUM');
    expect(await bills()).toMatchObject([{ tax_no: 'T2' }]);
    // A bill sent anew takes the place of the one before.
    expect(await shown()).not.toContain('CEB816 DUTY-SUM');

    const merged = taxStatus(list.invtNo ?? '', '2', 'JK8620202611000001');
    for (let times = 0; times < 2; times += 1) await enclose(merged);
    await desk.counts(1, "select count(*) from taxbills.certificate where bills = 1 and state = 'open'");
    expect(await bills()).toMatchObject([{ state: 'merged', certificate_no: 'JK8620202611000001' }]);
    await enclose(taxStatus(list.invtNo ?? '', '3'));
    await desk.counts(1, "select count(*) from taxbills.bill where state = 'void' and held = 0");
    await desk.counts(1, "select count(*) from taxbills.certificate where total = 0 and state = 'void'");
    // Customs has told the sender; we do not say it again.
    await desk.counts(2, "select count(*) from exchange.receipt where type = 'CEB818'");
    await enclose(taxBill(list.invtNo ?? '', 'NOBODY', '1', 'T9'));
    await desk.counts(1, "select count(*) from links.answer where standing = 'unmatched'");
  });
});

const taxBill = (
  invtNo: string,
  orderNo: string,
  vat: string,
  taxNo = 'T1',
): string => `<CEB816Message xmlns="http://www.chinaport.gov.cn/ceb"
  guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0"><Tax><TaxHeadRd>
  <guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC94</guid><returnTime>20261126120000000</returnTime>
  <invtNo>${invtNo}</invtNo><taxNo>${taxNo}</taxNo><customsTax>0</customsTax><valueAddedTax>${vat}</valueAddedTax>
  <consumptionTax>0</consumptionTax><status>1</status><orderNo>${orderNo}</orderNo></TaxHeadRd><TaxListRd><gnum>1</gnum>
  <gcode>2208300000</gcode><taxPrice>343</taxPrice><customsTax>0</customsTax><valueAddedTax>${vat}</valueAddedTax>
  <consumptionTax>0</consumptionTax></TaxListRd></Tax></CEB816Message>`;

const taxStatus = (
  invtNo: string,
  status: string,
  entDutyNo = '',
): string => `<CEB818Message xmlns="http://www.chinaport.gov.cn/ceb"
  guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC95" version="1.0"><Tax><TaxHeadStatus>
  <guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC95</guid><returnTime>20261226120000000</returnTime>
  <invtNo>${invtNo}</invtNo><taxNo>T2</taxNo><status>${status}</status><entDutyNo>${entDutyNo}</entDutyNo>
  </TaxHeadStatus></Tax></CEB818Message>`;
