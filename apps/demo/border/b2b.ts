import { addDays } from '#kernel';
import type { Actor, BorderStage, Story } from './story.ts';

interface BatchLines {
  readonly lines: readonly { readonly sold: string; readonly warehouse: string }[];
}
interface RefundTotal {
  readonly total: { readonly claimed: string; readonly prerefund: string; readonly repay: string };
}

/** A firm of the zone by its place among the sellers, with its key. */
function seller({ zone, firm }: BorderStage, place: number): { customsCode: string; actor: Actor } {
  const found = zone.sellers[place];
  if (!found) throw new RangeError('the zone has too few sellers');
  return { customsCode: found.customsCode, actor: firm(found.customsCode) };
}

async function fileWarehouse(stage: BorderStage, actor: Actor): Promise<string> {
  const warehouseNo = stage.number('VTE');
  await actor.post('/api/b2b/warehouses', {
    ...{ warehouseNo, name: '万象示例海外仓', operator: 'Vientiane Example Logistics', tenure: 'leased' },
    ...{ country: '119', city: 'Vientiane', address: 'Km 12, Road 13 South', areaM2: '1200' },
    ...{ contractNo: 'LEASE-2026-3', contractFrom: '2026-01-01', contractTo: '2027-12-31' },
  });
  return warehouseNo;
}

/** A batch under 9810 from booking to the refund that follows its sales. */
const overseasBatch: Story = {
  name: '72-goods-into-an-overseas-warehouse',
  title: {
    zh: '一批货物出口海外仓（9810）：订仓、离境、到仓、销售与离境退税',
    en: 'A batch to an overseas warehouse (9810): booked, left, arrived, sold, and refunded on departure',
  },
  why: {
    zh: '申报退税时已售部分正常退税，未售部分预退税（HWC-YT），以后按实际销售核算；卖不出的退回预退税（R-1.30、R-3.5）。',
    en: 'What is sold by the claim is refunded as ever, the rest beforehand (HWC-YT) and reconciled with sales; what stays unsold is paid back (R-1.30, R-3.5).',
  },
  play: async (stage) => {
    const { customsCode, actor } = seller(stage, 0);
    const today = stage.today();
    const recognised = await actor.post<{ verdict?: string }>('/api/b2b/recognition', {
      ...{ shipsTo: 'overseas-warehouse', contract: 'platform', value: '86000.00', has: ['booking'] },
    });
    if (recognised.verdict !== '9810') throw new Error('it is not recognised as 9810');
    const warehouseNo = await fileWarehouse(stage, actor);
    const batchNo = stage.number('BK1');
    await actor.post('/api/b2b/batches', {
      ...{ batchNo, warehouseNo, consignee: 'Vientiane Example Trading', packages: 12, grossWeight: '340' },
      ...{ plannedOn: today, sellerKind: 'trader' },
      lines: [
        {
          ...{ line: 1, goodsNo: 'COFFEE-G', gcode: '0901110000', gname: '普洱小粒咖啡豆', unit: '035' },
          ...{ quantity: '300', netPurchase: '24000.00' },
        },
      ],
    });
    await actor.post(`/api/b2b/batches/${batchNo}/departure`, {
      exportNo: stage.number('EXPORT'),
      on: today,
    });
    const tell = (...movements: object[]) =>
      actor.post(`/api/b2b/batches/${batchNo}/movements`, {
        movements: movements.map((one) => ({ line: 1, day: today, ...one })),
      });
    const sold = (quantity: string, reference: string) => ({
      ...{ kind: 'sell', quantity, reference, proof: `https://shop.example/orders/${reference}` },
      ...{ amount: '2400.00', currency: '502' },
    });
    await tell({ kind: 'receive', quantity: '300', reference: 'GRN-7' }, sold('100', 'SO-881'));
    await actor.post(`/api/b2b/batches/${batchNo}/claim`);
    await actor.refused('POST', `/api/b2b/batches/${batchNo}/claim`);
    await tell(sold('150', 'SO-882'), sold('60', 'SO-883'));
    const batch = `/api/b2b/batches/${customsCode}/${batchNo}`;
    const { lines } = await actor.get<BatchLines>(batch);
    const { total } = await stage.person('tax').get<RefundTotal>(`${batch}/refund`);
    const right = lines[0]?.sold === '250' && lines[0].warehouse === '50';
    if (!right || total.claimed !== '720.00' || total.repay !== '360.00')
      throw new Error('stock and refund are not what they must be');
  },
};

/** A comprehensive-service enterprise exports for a principal, who is on record. */
const realPrincipal: Story = {
  name: '73-agent-exports-for-its-principal',
  title: {
    zh: '综合服务企业代理出口，如实申报委托方',
    en: 'An agent exports for a principal, who is on record with the amount',
  },
  why: {
    zh: '代理合同经委托方确认后生效；每一出口单的实际委托方和金额只申报一次，按季汇总给税务（R-3.6）。',
    en: 'The contract holds once its principal has confirmed it; principal and amount of each export are told once and summed up by quarter for the tax bureau (R-3.6).',
  },
  play: async (stage) => {
    const agent = seller(stage, 2);
    const principal = seller(stage, 3);
    const contractNo = stage.number('AG1');
    const today = stage.today();
    await agent.actor.post('/api/b2b/principals/contracts', {
      ...{ contractNo, principal: principal.customsCode, goods: '茶叶、咖啡' },
      ...{ validFrom: today, validTo: addDays(today, 365) },
    });
    const telling = { exportNo: stage.number('AGEXP'), contractNo, amount: '86000.00', exportedOn: today };
    await agent.actor.refused('POST', '/api/b2b/principals/exports', telling);
    await principal.actor.post(`/api/b2b/principals/contracts/${agent.customsCode}/${contractNo}/confirm`);
    await agent.actor.post('/api/b2b/principals/exports', telling);
    await agent.actor.refused('POST', '/api/b2b/principals/exports', { ...telling, amount: '8600.00' });
    const quarter = `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
    const { sums } = await stage
      .person('tax')
      .get<{ sums: readonly { agent: string }[] }>(`/api/b2b/principals/report?quarter=${quarter}`);
    if (!sums.some((one) => one.agent === agent.customsCode)) throw new Error('the report lacks it');
  },
};

/** Bulk goods are delivered in parts on one contract, as far as its tolerance allows. */
const bulkContract: Story = {
  name: '74-bulk-goods-delivered-in-parts',
  title: {
    zh: '大宗货物分批交货，溢短装内完成合同',
    en: 'Bulk goods delivered in parts, the contract fulfilled within its tolerance',
  },
  why: {
    zh: '合同500吨，溢短装5%：累计最多525吨；多交的被拒，交够475吨即可结案（设计，D）。',
    en: '500 tonnes with 5 % tolerance: 525 at most; more is refused, and from 475 on the contract is fulfilled (ours, D).',
  },
  play: async (stage) => {
    const { actor } = seller(stage, 1);
    const contractNo = stage.number('SUG');
    const today = stage.today();
    await actor.post('/api/b2b/contracts', {
      ...{
        contractNo,
        buyer: 'Mandalay Example Mills',
        country: '106',
        gcode: '1701999090',
        gname: '白砂糖',
      },
      ...{ unit: '070', quantity: '500', tolerancePercent: '5', unitPrice: '3900', currency: '142' },
      ...{ deliverFrom: today, deliverTo: addDays(today, 90) },
    });
    const deliver = (tail: string, quantity: string) => ({
      ...{ exportNo: stage.number(tail), quantity, deliveredOn: today },
    });
    const path = `/api/b2b/contracts/${contractNo}`;
    await actor.post(`${path}/deliveries`, deliver('SUG1', '300'));
    await actor.post(`${path}/deliveries`, deliver('SUG1', '300'));
    await actor.refused('POST', `${path}/deliveries`, deliver('SUG2', '230'));
    await actor.post(`${path}/deliveries`, deliver('SUG2', '220'));
    const { state } = await actor.post<{ state: string }>(`${path}/close`);
    if (state !== 'fulfilled') throw new Error('the contract is not fulfilled');
  },
};

/** The same goods, three trades: what each is taken for, and what is lacking. */
const recognition: Story = {
  name: '75-is-it-b2b-export',
  title: {
    zh: '同样的货物、三种交易：各按什么方式出口',
    en: 'The same goods, three trades: what each is taken for',
  },
  why: {
    zh: '经平台卖给境外企业为9710，卖给消费者为零售，不经平台为一般贸易；并列出尚缺的资料（R-1.6、R-1.28、R-1.30）。',
    en: 'To a firm through a platform 9710, to a consumer retail, without a platform general trade; and what is still lacking (R-1.6, R-1.28, R-1.30).',
  },
  play: async (stage) => {
    const { actor } = seller(stage, 0);
    const ask = async (trade: object): Promise<string | undefined> =>
      (await actor.post<{ verdict?: string }>('/api/b2b/recognition', { shipsTo: 'buyer', ...trade }))
        .verdict;
    const verdicts = [
      await ask({ buyer: 'firm', contract: 'platform', value: '4800.00', has: ['order', 'waybill'] }),
      await ask({ buyer: 'consumer', contract: 'platform' }),
      await ask({ buyer: 'firm', contract: 'offline' }),
    ];
    if (verdicts.join() !== '9710,retail,general-trade') throw new Error(`taken for ${verdicts.join()}`);
  },
};

/** The stories of B2B export. */
export const b2bStories: readonly Story[] = [overseasBatch, realPrincipal, bulkContract, recognition];
