import { createHash } from 'node:crypto';
import { makeDossier } from '../dossiers.ts';
import { writeMessage } from '../messages.ts';
import { createRandom } from '../random.ts';
import { goodsOn } from '../zone.ts';
import type { Actor, BorderStage, Story } from './story.ts';

export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}

interface ListSeen {
  readonly list: { readonly state: string };
  readonly receipts: readonly { readonly status: string }[];
}

export interface Inspected {
  readonly inspectionId: string;
  readonly state: string;
}

const siteCode = 'KMGPOST1';

/** The site of the demonstration, filed by the park unless it is there already. */
export async function site({ person, today }: BorderStage): Promise<void> {
  const operator = person('operator');
  const { sites } = await operator.get<{ sites: readonly { readonly siteCode: string }[] }>(
    '/api/inspection-sites',
  );
  if (sites.some((one) => one.siteCode === siteCode)) return;
  const weekdays = [1, 2, 3, 4, 5, 6, 7];
  await operator.put(`/api/inspection-sites/${siteCode}`, {
    ...{ name: { zh: '昆明跨境电商查验场（示例）', en: 'Kunming e-commerce inspection site (made up)' } },
    ...{ customsCode: '8601', address: '昆明市官渡区示例路1号', slotMinutes: 30, seen: 0, closedDays: [] },
    openings: weekdays.map((weekday) => ({
      ...{ weekday, opens: 8 * 60, closes: 20 * 60, from: today(), capacity: 2 },
    })),
  });
}

/** Sends the papers of a parcel from Laos whose name makes the rules look twice: it comes to stand at inspection. */
export async function parcel(
  stage: BorderStage,
  tail: string,
  gname: string,
): Promise<{ readonly key: ListKey; readonly broker: Actor }> {
  const { zone, now } = stage;
  const number = stage.number(tail);
  const random = createRandom(number);
  const goods = goodsOn(zone, '9610').find(({ country }) => country === '119');
  if (!goods) throw new RangeError('the zone has no goods from Laos');
  const dossier = makeDossier(random, zone, {
    ...{ number, mode: '9610', orderedAt: now().getTime() - 3_600_000, buyerIndex: buyerOf(number) },
    lines: [{ goods, quantity: 1, priceFen: goods.pricesFen[0] ?? 10_000 }],
  });
  for (const item of dossier.order.items) Object.assign(item, { itemName: gname });
  for (const item of dossier.declaration.items) Object.assign(item, { gname, itemName: gname });
  for (const { paper, document, sender } of dossier.steps)
    await stage.firm(sender.customsCode).send(paper, writeMessage(paper, [document], sender, random));
  const { orderNo, ebpCode, agentCode } = dossier.declaration.head;
  const broker = stage.firm(agentCode);
  await stage.until(
    (quiet) => quiet.as(broker).get<ListSeen>(`/api/lists/${ebpCode}/${orderNo}`),
    ({ list }) => list.state === 'held',
  );
  return { key: { orderNo, ebpCode }, broker };
}

/** A buyer nobody else of the demonstration is. */
const buyerOf = (number: string): number => 15_000_000 + (Number.parseInt(number.slice(-8), 36) % 900_000);

/** Books the first slot that is free. */
export async function bookFirst(stage: BorderStage, broker: Actor, inspectionId: string): Promise<void> {
  const { slots } = await broker.get<{
    slots: readonly { readonly startsAt: string; readonly free: number; readonly open: boolean }[];
  }>(`/api/inspection-sites/${siteCode}/slots?from=${stage.today()}&days=2`);
  const slot = slots.find(({ free, open }) => open && free > 0);
  if (!slot) throw new Error('no slot is free');
  await broker.put(`/api/inspections/${inspectionId}/booking`, { siteCode, startsAt: slot.startsAt });
}

/** An id as a phone makes one, the same in each playing of the same number. */
export function entryId(stage: BorderStage, tail: string): string {
  const hex = createHash('sha256').update(stage.number(tail)).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join('-');
}

/** Sees that a list has come to stand so. */
export const standsAt = (
  { until }: BorderStage,
  actor: Actor,
  { orderNo, ebpCode }: ListKey,
  status: string,
): Promise<ListSeen> =>
  until(
    (quiet) => quiet.as(actor).get<ListSeen>(`/api/lists/${ebpCode}/${orderNo}`),
    ({ receipts }) => receipts.at(-1)?.status === status,
  );

/** One parcel, wanted by customs and by market regulation: one visit, one result, released. */
const oneInspection: Story = {
  name: '65-one-inspection-for-two-agencies',
  title: {
    zh: '海关与市场监管合并为一次查验，合格放行',
    en: 'Customs and market regulation share one inspection; the parcel conforms and is released',
  },
  why: {
    zh: '布控查验的清单自动生成查验单，其他部门的事项并入同一单；一次预约、一次到场、结果共享；两名关员实施并签署后放行（R-1.51、R-6.2）。',
    en: 'A list at 500 has its order without another step and what other agencies want joins it; one slot, one visit, one result for all; two officers carry it out, then it is released (R-1.51, R-6.2).',
  },
  play: async (stage) => {
    await site(stage);
    const { key, broker } = await parcel(stage, 'INS1', '仿犀角树脂摆件');
    const market = stage.person('market');
    const { inspectionId } = await market.post<Inspected>('/api/inspections', {
      ...key,
      ground: 'MKT-LABEL',
    });
    await bookFirst(stage, broker, inspectionId);
    const one = `/api/inspections/${inspectionId}`;
    const [first, second] = [stage.person('customs'), stage.person('customs-second')];
    await first.post(`${one}/begin`);
    await first.refused('POST', `${one}/signature`);
    const result = {
      entryId: entryId(stage, 'INS1R'),
      ...key,
      verdict: 'conforming',
      found: '树脂制品，标签齐全',
    };
    await first.post(`${one}/results`, result);
    await first.post(`${one}/results`, result);
    await first.refused('POST', `${one}/signature`);
    await second.post(`${one}/signature`);
    await standsAt(stage, broker, key, '800');
  },
};

/** A sample goes to a laboratory and fails: the goods are sent back abroad. */
const failedSample: Story = {
  name: '66-sample-fails-and-goods-go-back',
  title: {
    zh: '市场监管要求取样，检验不合格，退运出境',
    en: 'Market regulation wants a sample; it fails, and the goods are sent back abroad',
  },
  why: {
    zh: '样品依次取样、送检、接收、出结果，未出结果不得结束查验；不合格由海关退运，各部门同时得知结果（R-1.51、R-6.5）。',
    en: 'A sample is taken, sent, received and tested in order, and nothing is closed before; what fails is sent back by customs, and every agency is told at once (R-1.51, R-6.5).',
  },
  play: async (stage) => {
    await site(stage);
    const { key, broker } = await parcel(stage, 'INS2', '犀角粉（仿）保健茶');
    const ground = 'MKT-QUALITY';
    const { inspectionId } = await stage
      .person('market')
      .post<Inspected>('/api/inspections', { ...key, ground, sampleWanted: true, note: '抽检' });
    await bookFirst(stage, broker, inspectionId);
    const one = `/api/inspections/${inspectionId}`;
    const [first, second] = [stage.person('customs'), stage.person('customs-second')];
    await first.post(`${one}/begin`);
    const sampleNo = 'YP-0001';
    await first.post(`${one}/samples`, {
      ...{ entryId: entryId(stage, 'INS2S'), sampleNo, ...key, agency: 'market', ground },
      ...{ what: '样品一件', sealNo: 'FQ-0001' },
    });
    const pass = (tail: string, body: object) =>
      first.post(`${one}/samples/${sampleNo}/steps`, { entryId: entryId(stage, tail), ...body });
    await pass('INS2A', { state: 'sent', laboratory: '昆明检验中心（示例）' });
    await pass('INS2B', { state: 'received' });
    await pass('INS2C', { state: 'nonconforming', reportNo: 'BG-0001' });
    await first.post(`${one}/results`, {
      ...{ entryId: entryId(stage, 'INS2R'), ...key, verdict: 'nonconforming', reason: 'BAD-QUALITY' },
      found: '检验报告 BG-0001 不合格',
    });
    await second.post(`${one}/signature`);
    await standsAt(stage, broker, key, '700');
  },
};

/** What becomes of parcels that are inspected. */
export const inspectionStories: readonly Story[] = [oneInspection, failedSample];
