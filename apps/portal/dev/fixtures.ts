import type { ListDetail, Paper, PaperKind } from '../src/api/types.ts';
import labels from './fields.json' with { type: 'json' };
import { findingsOf } from './findings.ts';
import { buyers, ends, goods, mix, offices, platforms, type ScenarioName } from './scenarios.ts';
import { taxOf } from './tax.ts';

/** A small chance machine with a seed, so a picture taken twice is the same. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length) % list.length] as T;
const documentTime = (ms: number) =>
  new Date(ms + 8 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14);
const masked = new Set([
  'buyerName',
  'buyerIdNumber',
  'buyerTelephone',
  'payerName',
  'payerIdNumber',
  'telephone',
  'consignee',
  'consigneeTelephone',
  'consigneeAddress',
]);

const currency = { '142': { zh: '人民币', en: 'Chinese yuan' } };
const codes = {
  currency,
  country: {
    '133': { zh: '韩国', en: 'Korea' },
    '136': { zh: '泰国', en: 'Thailand' },
    '141': { zh: '越南', en: 'Viet Nam' },
    '305': { zh: '法国', en: 'France' },
    '609': { zh: '新西兰', en: 'New Zealand' },
    '601': { zh: '澳大利亚', en: 'Australia' },
    '116': { zh: '日本', en: 'Japan' },
    '142': { zh: '中国', en: 'China' },
  },
  unit: {
    '142': { zh: '瓶', en: 'bottle' },
    '119': { zh: '罐', en: 'tin' },
    '140': { zh: '盒', en: 'box' },
    '125': { zh: '袋', en: 'bag' },
    '012': { zh: '支', en: 'piece' },
    '001': { zh: '台', en: 'set' },
  },
  appType: { '1': { zh: '新增', en: 'new' } },
  buyerIdType: { '1': { zh: '身份证', en: 'ID card' } },
  payerIdType: { '1': { zh: '身份证', en: 'ID card' } },
  tradeMode: { '9610': { zh: '直购进口', en: 'direct purchase' }, '1210': { zh: '保税电商', en: 'bonded' } },
};

function paper(
  kind: PaperKind,
  at: number,
  head: Record<string, string>,
  items: Record<string, string>[] = [],
): Paper {
  const { root, head: headLabels, items: itemLabels } = labels[kind];
  const field = ([name = '', zh = '', en = '']: string[]) => ({
    name,
    zh,
    en,
    ...(masked.has(name) && { masked: true }),
  });
  const appTime = documentTime(at - 800);
  return {
    root,
    receivedAt: new Date(at).toISOString(),
    version: { appType: '1', appTime },
    head: {
      guid: `${at.toString(16).toUpperCase().padStart(8, '0')}-53A0-4C1D-9E77-0242AC120002`,
      appType: '1',
      appTime,
      appStatus: '2',
      ...head,
    },
    items,
    headFields: headLabels.map(field),
    itemFields: (itemLabels as string[][]).map(field),
    codes,
  };
}

/** One invented list, the `number`th of the day, received at `at` (ms). */
export function listOf(number: number, at: number, asked?: ScenarioName): ListDetail {
  const random = chance(number * 7919);
  random();
  const scenario = asked ?? pick(mix, random());
  const end = ends[scenario];
  const mode = random() < 0.62 ? '9610' : '1210';
  const platform = pick(platforms, random());
  const office = pick(offices, random());
  const buyer = scenario === 'buyer-name' ? '张*' : pick(buyers, random());
  const lineCount = scenario === 'two-over-limit' ? 2 : random() < 0.3 ? 2 : 1;
  const lines = Array.from({ length: lineCount }, (_, place) => {
    const one = {
      ...pick(goods, random()),
      qty: scenario === 'quantity' && place === 0 ? 2 : 1 + Math.floor(random() * 3),
    };
    return scenario === 'two-over-limit' ? { ...one, price: one.price + 2_600, qty: 1 } : one;
  });
  if (scenario === 'positive-list' && lines[0])
    lines[0] = { ...lines[0], gcode: '0901110000', gname: '未焙炒咖啡豆 1kg' };
  const freight = mode === '9610' ? 20 : 0;
  const goodsValue = lines.reduce((sum, line) => sum + line.price * line.qty, 0);
  const tax = taxOf(lines, freight, scenario);
  const taxTotal = Number(tax.taxTotal ?? '0');
  const paid = (goodsValue + freight + taxTotal).toFixed(2);
  const paidOtherwise = scenario === 'paid-amount' ? (goodsValue + freight).toFixed(2) : paid;
  const serial = String(number).padStart(6, '0');
  const orderNo = `CM${documentTime(at).slice(2, 8)}${serial}`;
  const logisticsNo = `YN${documentTime(at).slice(4, 8)}${serial}CN`;
  const invtNo = `${office.code}2026I${String(530_000 + number).padStart(9, '0')}`;
  const decidedAt = at + 40 + Math.floor(random() * 60);

  const firms = { ebpCode: platform.code, ebpName: platform.name };
  const seller = { ebcCode: platform.seller, ebcName: platform.sellerName };
  const pay = {
    payCode: '53019P0001',
    payName: '滇付通支付有限公司',
    payTransactionId: `PAY2026${serial}77`,
  };
  const carrier = { logisticsCode: '53019L0001', logisticsName: '云达国际速递有限公司', logisticsNo };
  const person = {
    buyerName: buyer,
    buyerIdType: '1',
    buyerIdNumber: '530102********0021',
    buyerTelephone: '138****5678',
  };
  const address = { consigneeAddress: '云南省昆明市盘龙区****' };
  const line = (place: number) => {
    const one = lines[place] as (typeof lines)[number];
    return {
      gnum: String(place + 1),
      itemNo: `SKU-${one.gcode.slice(0, 6)}`,
      gmodel: one.gmodel,
      barCode: `69400000${one.gcode.slice(0, 4)}1`,
      unit: one.unit,
      qty: String(one.qty),
      price: String(one.price),
      totalPrice: (one.price * one.qty).toFixed(2),
      currency: '142',
      country: one.country,
    };
  };

  const papers: ListDetail['papers'] = {
    order: paper(
      'order',
      at - 3_200,
      {
        orderType: 'I',
        orderNo,
        ...firms,
        ...seller,
        goodsValue: goodsValue.toFixed(2),
        freight: freight.toFixed(2),
        discount: '0',
        taxTotal: taxTotal.toFixed(2),
        acturalPaid: paid,
        currency: '142',
        buyerRegNo: 'u_****83',
        ...person,
        ...pay,
        consignee: buyer,
        consigneeTelephone: '138****5678',
        ...address,
      },
      lines.map((one, place) => ({ ...line(place), itemName: one.gname })),
    ),
    ...(scenario !== 'missing-payment' && {
      payment: paper('payment', at - 2_100, {
        ...pay,
        orderNo,
        ...firms,
        payerIdType: '1',
        payerIdNumber: scenario === 'buyer-name' ? '530103********1148' : '530102********0021',
        payerName: scenario === 'buyer-name' ? '孙*' : buyer,
        telephone: '138****5678',
        amountPaid: paidOtherwise,
        currency: '142',
        payTime: documentTime(at - 120_000),
      }),
    }),
    waybill: paper('waybill', at - 1_400, {
      ...carrier,
      orderNo,
      freight: String(freight),
      insuredFee: '0',
      currency: '142',
      weight: '1.5',
      packNo: '1',
      goodsInfo: lines.map((one) => one.gname).join('；'),
      consignee: buyer,
      ...address,
      consigneeTelephone: '138****5678',
    }),
    declaration: paper(
      'declaration',
      at,
      {
        orderNo,
        ...firms,
        ...seller,
        ...carrier,
        copNo: `COP${serial}`,
        preNo: `B20261123${String(number).padStart(9, '0')}`,
        assureCode: '53019G0001',
        ...(mode === '1210' && { emsNo: 'H860126A0001' }),
        invtNo,
        ieFlag: 'I',
        declTime: documentTime(at).slice(0, 8),
        customsCode: office.code,
        portCode: office.code,
        ...person,
        ...address,
        agentCode: '53019A0021',
        agentName: '昆明茶马报关有限公司',
        tradeMode: mode,
        trafMode: mode === '1210' ? 'Y' : '4',
        country: mode === '1210' ? '142' : (lines[0]?.country ?? ''),
        freight: String(freight),
        insuredFee: '0',
        currency: '142',
        packNo: '1',
        grossWeight: scenario === 'weight' ? '1.8' : '1.5',
        netWeight: '1.2',
      },
      lines.map((one, place) => ({
        ...line(place),
        ...(scenario === 'quantity' && place === 0 && { qty: '3' }),
        gcode: one.gcode,
        gname: one.gname,
        itemName: one.gname,
        qty1: '1.2',
        unit1: '035',
      })),
    ),
  };

  const decided = end.state !== 'waiting';
  const list: ListDetail['list'] = {
    orderNo,
    ...firms,
    ebcName: seller.ebcName,
    agentName: '昆明茶马报关有限公司',
    copNo: `COP${serial}`,
    preNo: `B20261123${String(number).padStart(9, '0')}`,
    ...(decided && { invtNo }),
    logisticsNo,
    tradeMode: mode,
    customsCode: office.code,
    customsName: { zh: office.zh, en: office.en },
    state: end.state,
    statusCode: end.statusCode,
    ...(decided && {
      outcome: { code: end.customsCode, zh: end.zh, en: end.en },
      decidedAt: new Date(decidedAt).toISOString(),
    }),
    goodsValue: goodsValue.toFixed(2),
    ...(decided && tax.taxTotal && { taxTotal: tax.taxTotal }),
    buyerName: buyer,
    itemCount: lines.length,
    firstGoodsName: lines[0]?.gname ?? '',
    receivedAt: new Date(at).toISOString(),
  };
  const arrived = (Object.entries(papers) as [PaperKind, Paper][]).map(([kind, { receivedAt, root }]) => ({
    at: receivedAt,
    kind: 'received',
    zh: `收到${{ order: '订单', payment: '支付单', waybill: '运单', declaration: '清单' }[kind]}`,
    en: `${kind === 'declaration' ? 'List' : kind[0]?.toUpperCase() + kind.slice(1)} received`,
    paper: kind,
    messageId: `${root.slice(0, 6)}-${serial}`,
  }));
  const returnInfo = `[Code:${end.customsCode};Desc:${end.zh}]`;
  const yearlyUsed = scenario === 'yearly-limit' ? 25_310 : 4_200 + (goodsValue + freight);
  return {
    list,
    ...(!decided && { waitingFor: { papers: ['payment'], until: new Date(at + 1_800_000).toISOString() } }),
    timeline: [
      ...arrived,
      {
        at: new Date(at + 12).toISOString(),
        kind: 'receipt',
        zh: '回执：申报中',
        en: 'Receipt: declaring',
        status: '2',
      },
      ...(decided
        ? [
            {
              at: new Date(decidedAt).toISOString(),
              kind: 'decided',
              zh: `判定：${end.zh}`,
              en: `Decided: ${end.en}`,
              status: end.statusCode,
            },
            {
              at: new Date(decidedAt + 3).toISOString(),
              kind: 'receipt',
              zh: `回执：${end.zh}`,
              en: `Receipt: ${end.en}`,
              status: end.statusCode,
            },
          ]
        : []),
    ],
    papers,
    findings: findingsOf(scenario, paid, paidOtherwise, goodsValue.toFixed(2)),
    ...(decided && { tax, decision: decisionOf(scenario, returnInfo, decidedAt) }),
    receipts: [
      { status: '2', at: new Date(at + 12).toISOString(), info: '[Code:2;Desc:电子口岸申报中]' },
      ...(decided
        ? [{ status: end.statusCode, at: new Date(decidedAt + 3).toISOString(), info: returnInfo }]
        : []),
    ],
    ...(decided && {
      quota: {
        year: 2026,
        limit: '26000',
        used: yearlyUsed.toFixed(2),
        thisList: end.state === 'refused' ? '0' : (goodsValue + freight).toFixed(2),
      },
    }),
    now: new Date().toISOString(),
  };
}

function decisionOf(
  scenario: ScenarioName,
  returnInfo: string,
  decidedAt: number,
): NonNullable<ListDetail['decision']> {
  const end = ends[scenario];
  const rule = (
    code: string,
    zh: string,
    en: string,
    source: string,
    from: string,
    confidence: 'V' | 'H' | 'D',
  ) => ({ code, sentence: { zh, en }, source, from, confidence, version: '1' });
  return {
    outcome: end.state,
    statusCode: end.statusCode,
    returnInfo,
    zh: end.whyZh,
    en: end.whyEn,
    rulebookVersion: '2026-11-23.1',
    judge: 'engine',
    decidedAt: new Date(decidedAt).toISOString(),
    rules: [
      rule(
        'R-1.13',
        '四单的单号、企业、订购人、金额、商品逐项一致。',
        'Numbers, firms, buyer, money and goods agree across the four papers.',
        '总署公告 2018-194；接口字段说明',
        '2019-01-01',
        'H',
      ),
      rule(
        'R-1.14',
        '实付 = 货值 + 运费 + 税款 − 抵扣，且等于支付金额。',
        'Paid = goods + freight + tax − discount, and equals the payment.',
        '统一版报文字段说明',
        '2018-09-30',
        'V',
      ),
      rule(
        'R-2.1',
        '单次 5,000 元，个人每年 26,000 元。',
        '5,000 CNY a transaction, 26,000 CNY a person a year.',
        '财关税〔2018〕49 号',
        '2019-01-01',
        'V',
      ),
      rule(
        'R-2.2',
        '限额以内关税为零，增值税、消费税按 70% 征收。',
        'Within the limits no duty; VAT and consumption tax at 70 %.',
        '财关税〔2016〕18 号',
        '2016-04-08',
        'V',
      ),
      rule(
        'R-2.11',
        '运保费按货值分摊，各项各税四舍五入到分。',
        'Freight and insurance are shared by value; each tax of each line is rounded half up to the cent.',
        '平台设计取值',
        '2026-01-01',
        'D',
      ),
    ],
  };
}
