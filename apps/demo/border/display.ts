import { bringIn, drive, expectThat, MILK, OFFICE, passFor } from './gate-scene.ts';
import { handIn, lineOf, purchaseFor } from './purchase.ts';
import type { Actor, BorderStage, Story } from './story.ts';

const DAY_MS = 86_400_000;
/** A tin of the goods with its box, kilograms. */
const TIN_KG = 1.2;

interface Display {
  readonly displayNo: string;
  readonly checklistNo: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly goods: readonly { readonly sold: string; readonly back: string; readonly there: string }[];
}

interface Scene {
  readonly owner: Actor;
  readonly bookNo: string;
  readonly shopId: string;
}

/** A warehouse with a book of its own for this story, goods in it, and a display shop that customs has approved. */
async function openScene(stage: BorderStage, pickUp: boolean): Promise<Scene> {
  const [warehouse] = stage.zone.warehouses;
  const milk = stage.zone.goods.find(({ itemNo }) => itemNo === MILK);
  if (!warehouse || !milk) throw new RangeError('the zone has no warehouse');
  const owner = stage.firm(warehouse.customsCode);
  const customs = stage.person('customs');
  const bookNo = `T8628W${stage.number('B')}`;
  await customs.post('/api/bonded/books', {
    ...{ bookNo, owner: warehouse.customsCode, tradeMode: '1210', customsCode: OFFICE, areaCode: '5301' },
    ...{ areaName: '昆明综合保税区', openedOn: stage.today() },
    validTo: `${Number(stage.today().slice(0, 4)) + 1}-12-31`,
  });
  const { itemRecordNo, itemNo: goodsNo, gcode, gname, unit } = milk;
  await owner.post(`/api/bonded/books/${bookNo}/items`, {
    items: [{ itemNo: 1, itemRecordNo, goodsNo, gcode, gname, unit, unitValue: '180' }],
  });
  await bringIn(stage, owner, { bookNo, itemNo: 1, quantity: '24', grossKg: '29' }, 'I');
  const { shopId } = await owner.post<{ shopId: string }>('/api/display-shops', {
    ...{ name: '昆明南屏街保税展示店（示例）', address: '昆明市五华区示例路8号', customsCode: OFFICE },
  });
  const verdict = { verdict: 'approved', pickUp, reason: '场地与监控符合要求' };
  await customs.post(`/api/display-shops/${shopId}/verdict`, verdict);
  return { owner, bookNo, shopId };
}

const kilograms = (tins: number): string => String(Math.round(tins * TIN_KG * 100) / 100);

/** Takes so many tins to the shop, through the gate. */
async function takeOut(stage: BorderStage, scene: Scene, tins: number, tail: string): Promise<Display> {
  const { owner, bookNo, shopId } = scene;
  const display = await owner.post<Display>('/api/displays', {
    ...{ shopId, bookNo, grossKg: kilograms(tins), goods: [{ itemNo: 1, quantity: String(tins) }] },
  });
  const { passNo } = await passFor(owner, { checklists: [display.checklistNo] });
  const { answer } = await drive(stage, passNo, tail, '4267');
  expectThat(answer === 'open', 'the goods did not leave for the shop');
  return display;
}

/** Brings so many tins back into the zone. */
async function takeBack(
  stage: BorderStage,
  { owner }: Scene,
  { displayNo }: Display,
  tins: number,
): Promise<void> {
  const { paperNo } = await owner.post<{ paperNo: string }>(`/api/displays/${displayNo}/returns`, {
    ...{ grossKg: kilograms(tins), goods: [{ itemNo: 1, quantity: String(tins) }] },
  });
  const { passNo } = await passFor(owner, { direction: 'in', checklists: [paperNo] });
  const { answer } = await drive(stage, passNo, 'BK', '4267');
  expectThat(answer === 'open', 'the goods did not come back');
}

/** A list of so many tins that names the display in the note of its goods, handed in and released. */
async function soldBy(stage: BorderStage, scene: Scene, displayNo: string, tins: number, tail: string) {
  const dossier = purchaseFor(stage, tail, { mode: '1210', lines: [lineOf(stage, MILK, tins, 22_800)] });
  const { head } = dossier.declaration;
  Object.assign(head, { emsNo: scene.bookNo });
  for (const item of dossier.declaration.items) Object.assign(item, { note: `展示 ${displayNo}` });
  await handIn(stage, dossier);
  const { ebpCode, orderNo } = head;
  await stage.until(
    (quiet) =>
      quiet.as(stage.firm(ebpCode)).get<{ list: { state: string } }>(`/api/lists/${ebpCode}/${orderNo}`),
    ({ list }) => list.state === 'released',
  );
  return { ebpCode, orderNo };
}

/** Bonded goods are shown outside the zone, sold there by a list, and the rest comes back. */
const shownAndSold: Story = {
  name: '83-bonded-goods-on-display',
  title: {
    zh: '保税商品出区展示：凭担保出区，先申报后交付，余货运回',
    en: 'Bonded goods on display: out under guarantee, sold by a list before they are handed over, the rest back',
  },
  why: {
    zh: '展示期间仍在账册“展示”项下，按一般贸易税款预留担保；清单商品备注写明展示单编号，放行后登记售出即出账并退还担保，同一清单不得再用；余货过卡回库（R-8.6）。',
    en: 'They stay in the book, on display, with the tax they would bear reserved. A released list whose goods name the display sells them, once; its goods leave the book and free their cover, and the rest comes back through the gate (R-8.6).',
  },
  play: async (stage) => {
    const scene = await openScene(stage, true);
    const { owner, bookNo } = scene;
    const display = await takeOut(stage, scene, 6, 'OU');
    const { displayNo } = display;
    const list = await soldBy(stage, scene, displayNo, 1, 'S1');
    await owner.refused('POST', '/api/checklists', { bookNo, lists: [list] });
    const sale = { lists: [list], handOver: 'pick-up' };
    await owner.post(`/api/displays/${displayNo}/sales`, sale);
    await owner.refused('POST', `/api/displays/${displayNo}/sales`, sale);
    await takeBack(stage, scene, display, 5);
    const after = await owner.get<Display>(`/api/displays/${displayNo}`);
    const [goods] = after.goods;
    expectThat(after.state === 'closed' && goods?.sold === '1' && goods.back === '5', 'it does not add up');
    const { items } = await owner.get<{ items: readonly { stock: string; display: string }[] }>(
      `/api/bonded/books/${bookNo}/items`,
    );
    expectThat(items[0]?.stock === '23' && items[0].display === '0', 'the book does not agree');
  },
};

/** More than is on display is not sold, nothing once its time is over, and nothing is handed over where that is not approved. */
const keptWithin: Story = {
  name: '84-display-oversold-and-overdue',
  title: {
    zh: '展示超量售出、未批提货、逾期售出均被拒，经批准展期后运回',
    en: 'More than is on display, pick-up without approval, and a sale after its time are refused; with more time, it goes back',
  },
  why: {
    zh: '在展数量由数据库守住；未经海关批准不得现场提货；逾期告警，只能运回或由海关展期，逾期未清的展示店不得再进货（R-8.6）。',
    en: 'The database holds what is on display; goods are taken away only where customs approved it. What is overdue is told of, can only go back or be given more time, and keeps other goods from that shop (R-8.6).',
  },
  play: async (stage) => {
    const scene = await openScene(stage, false);
    const { owner, bookNo, shopId } = scene;
    const display = await takeOut(stage, scene, 3, 'OU');
    const sales = `/api/displays/${display.displayNo}/sales`;
    const two = await soldBy(stage, scene, display.displayNo, 2, 'S1');
    await owner.refused('POST', sales, { lists: [two], handOver: 'pick-up' });
    await owner.post(sales, { lists: [two], handOver: 'courier' });
    const more = await soldBy(stage, scene, display.displayNo, 2, 'S2');
    await owner.refused('POST', sales, { lists: [more], handOver: 'courier' });
    const one = await soldBy(stage, scene, display.displayNo, 1, 'S3');
    if (!stage.passTo) return;
    await stage.passTo(new Date(stage.now().getTime() + 91 * DAY_MS));
    await owner.refused('POST', sales, { lists: [one], handOver: 'courier' });
    await owner.refused('POST', '/api/displays', {
      ...{ shopId, bookNo, grossKg: '2', goods: [{ itemNo: 1, quantity: '1' }] },
    });
    const customs = stage.person('customs');
    const { displays } = await customs.get<{ displays: readonly Display[] }>('/api/displays?overdue=true');
    expectThat(
      displays.some(({ overdue }) => overdue),
      'nobody is told that it is overdue',
    );
    await customs.post(`/api/displays/${display.displayNo}/prolong`, {
      ...{
        dueOn: new Date(stage.now().getTime() + 10 * DAY_MS).toISOString().slice(0, 10),
        reason: '展会延期',
      },
    });
    await takeBack(stage, scene, display, 1);
    const { state } = await owner.get<Display>(`/api/displays/${display.displayNo}`);
    expectThat(state === 'closed', 'goods are still out');
  },
};

/** Goods on display outside the zone. */
export const displayStories: readonly Story[] = [shownAndSold, keptWithin];
