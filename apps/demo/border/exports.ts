import { ExportScene, foundAlone, inFull } from './export-scene.ts';
import type { Story } from './story.ts';

/** Order, waybill and list, in the order in which they are mostly sent. */
const papers = ['order', 'waybill', 'list'] as const;

const simplified: Story = {
  name: '40-export-simplified',
  title: {
    zh: '零售出口简化申报，放行、运抵、离境、结关',
    en: 'A simplified retail export: released, arrived, left, closed',
  },
  why: {
    zh: '综试区内单票不超过5000元，不涉税、不涉证、不退税：清单核放、汇总统计，按4位归类（R-1.22）；离境后为899（R-1.26）。',
    en: 'In a pilot zone up to 5,000 CNY, without duty, licence or refund: by list and summary statistics, with 4 digits (R-1.22); 899 once it has left (R-1.26).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { flag: 'A' });
    await scene.sendAll(...papers);
    const { list } = await scene.becomes('released');
    if (list.finish !== 'LIST_RELEASE_SUMMARY_STATISTICS') throw new Error(`finished by ${list.finish}`);
    await scene.arrive();
    await scene.becomes('released', 'arrived');
    await scene.depart();
    await scene.becomes('closed', 'departed');
  },
};

const summedUp: Story = {
  name: '41-export-to-be-summed-up',
  title: {
    zh: '零售出口清单结关后汇总申报',
    en: 'A retail export is declared in summary once it is closed',
  },
  why: {
    zh: '要退税的清单核放后汇总申报，按10位归类（R-1.22）；结关后才能汇总（R-1.26）。',
    en: 'A list of which a refund is wanted is released, then declared in summary, with 10 digits (R-1.22); once closed it may be summed up (R-1.26).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { flag: 'B' });
    await scene.sendAll(...papers);
    await scene.becomes('released');
    await scene.arrive();
    await scene.depart();
    const { list } = await scene.becomes('closed', 'departed');
    const { seller } = scene;
    const { sumNo } = await seller.post<{ sumNo: string }>('/api/summaries/applications', {
      invtNos: [list.invtNo],
    });
    await stage.until(
      (quiet) => quiet.as(seller).get<{ state: string }>(`/api/summaries/applications/${sumNo}`),
      ({ state }) => state === 'summed-up',
    );
    const { summary } = await scene.becomes('closed');
    if (summary?.sumNo !== sumNo || !summary.declSeqNo) throw new Error('the list does not name its summary');
  },
};

const listFirst: Story = {
  name: '42-export-list-comes-first',
  title: { zh: '清单先到，运单最后到', en: 'The list comes first, the waybill last' },
  why: {
    zh: '清单等待单证；运单不载订单编号，按清单所列运单编号找到（R-1.21）。',
    en: 'The list waits for its papers; the waybill names no order and is found by the number the list names (R-1.21).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage);
    await scene.send('list');
    await scene.becomes('waiting');
    await scene.sendAll('order', 'waybill');
    await scene.becomes('released');
  },
};

const arrivalFirst: Story = {
  name: '43-export-arrival-before-its-list',
  title: { zh: '运抵单和离境单先于清单到达', en: 'Arrival and departure come before the list' },
  why: {
    zh: '货物单证先存下，清单放行后依次生效：运抵、离境、结关（R-1.26）。',
    en: 'Papers of the goods wait on file and are applied in their order when the list is released: arrived, left, closed (R-1.26).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage);
    await scene.depart();
    await scene.arrive();
    await scene.sendAll(...papers);
    await scene.becomes('closed', 'departed');
  },
};

const inParts: Story = {
  name: '44-export-arrival-in-two-parts',
  title: { zh: '运抵单分两份报送', en: 'An arrival in two parts' },
  why: {
    zh: '拆分的报文齐了才算运抵（标准§2；齐套生效为本平台设计）。',
    en: 'An arrival that is split counts once all of its parts are there (standard §2; that it waits for them is our design).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage);
    await scene.sendAll(...papers);
    await scene.becomes('released');
    await scene.arrive({ msgCount: 2, msgSeqNo: 1 });
    await scene.becomes('released', 'awaited');
    await scene.arrive({ msgCount: 2, msgSeqNo: 2 });
    await scene.becomes('released', 'arrived');
  },
};

const mended: Story = {
  name: '45-export-list-mended-after-refusal',
  title: {
    zh: '货号与订单不符退单，改正后重报放行',
    en: 'Refused for an item number that differs, mended and released',
  },
  why: {
    zh: '清单与订单逐项比对；退单后可重新申报（R-1.19、R-1.21）。',
    en: 'Lines are held against the order; what was refused may be declared anew (R-1.19, R-1.21).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage);
    await scene.sendAll('order', 'waybill');
    const { list } = scene.dossier;
    const items = list.items.map((line, at) => (at === 0 ? { ...line, itemNo: 'OTHER-99' } : line));
    await scene.send('list', () => ({ ...list, items }));
    foundAlone(await scene.becomes('refused'), 'EXPORT-ITEM-NUMBER');
    await scene.send('list', () => ({ ...list, head: { ...list.head, ...scene.anew('1') } }));
    await scene.becomes('released');
  },
};

const officer: Story = {
  name: '46-export-held-and-released-by-an-officer',
  title: { zh: '计量单位不同转人工，关员核实后放行', en: 'Held for its unit, released by an officer' },
  why: {
    zh: '单位不同只由人工判断；看过之后有变化的，不能据旧状态决定（D）。',
    en: 'Whether two units mean the same an officer says; what has changed since it was seen is not decided over (D).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { fault: 'unit-differs' });
    await scene.sendAll(...papers);
    const seen = await scene.becomes('held');
    foundAlone(seen, 'EXPORT-ITEM-UNIT');
    const { attempt, step } = seen.list;
    const customs = stage.person('customs');
    const decision = { act: 'release', reason: 'EXREL-EXPLAINED', note: '袋与盒为同一包装', attempt, step };
    await customs.post(`${scene.path}/decision`, decision);
    await customs.refused('POST', `${scene.path}/decision`, decision);
    await scene.becomes('released');
  },
};

/** The same paper with its goods in dollars, of which nobody here knows what they are worth in CNY. */
const inDollars = <Paper extends { readonly items: readonly { readonly currency: string }[] }>(
  paper: Paper,
): Paper => ({ ...paper, items: paper.items.map((line) => ({ ...line, currency: '502' })) });

const twoOfficers: Story = {
  name: '69-export-decided-by-two-officers',
  title: {
    zh: '人民币价值不明的待审出口清单由两位关员先后决定',
    en: 'A held export of a value nobody knows in CNY is decided by two officers',
  },
  why: {
    zh: '按表须双人复核的，一位关员建议，另一位确认或驳回；建议人不得自行确认（D）。',
    en: 'Where the table asks for two, one officer proposes and another confirms or rejects; who proposes may not confirm (D).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { fault: 'unit-differs', flag: 'B' });
    const { order, list } = scene.dossier;
    await scene.send('order', () => ({ ...inDollars(order), head: { ...order.head, currency: '502' } }));
    await scene.send('waybill');
    await scene.send('list', () => inDollars(list));
    const { attempt, step } = (await scene.becomes('held')).list;
    const [first, second] = [stage.person('customs'), stage.person('customs-second')];
    const propose = (note: string) =>
      first.post(`${scene.path}/decision`, {
        ...{ act: 'release', reason: 'EXREL-EXPLAINED', note, attempt, step },
      });
    const read = async () => (await second.get<Proposals>(scene.path)).proposals[0]?.number ?? '';
    await propose('企业已说明');
    await second.post(`${scene.path}/rejection`, { proposal: await read(), note: '请附装箱单' });
    await propose('袋与盒为同一包装，装箱单已核');
    const proposal = await read();
    await first.refused('POST', `${scene.path}/confirmation`, { proposal });
    await second.post(`${scene.path}/confirmation`, { proposal });
    await scene.becomes('released');
  },
};

/** What officers propose of a list, the latest first. */
interface Proposals {
  readonly proposals: readonly { readonly number: string }[];
}

const overLimit: Story = {
  name: '47-export-simplified-outside-the-zone',
  title: { zh: '不在综试区申报的清单不得简化', en: 'No simplified list outside the pilot zone' },
  why: {
    zh: '汇总统计只限综试区（R-1.22）：申报业务类型A退单，改报B后放行。',
    en: 'Summary statistics is for pilot zones only (R-1.22): refused as A, released once declared as B.',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { fault: 'simplified-outside-the-zone' });
    await scene.sendAll(...papers);
    foundAlone(await scene.becomes('refused'), 'EXPORT-FINISH');
    const { list } = scene.dossier;
    const head = { ...list.head, ...scene.anew('1'), statisticsFlag: 'B' };
    await scene.send('list', () => ({ head, items: inFull(list.items) }));
    await scene.becomes('released');
  },
};

const b2b: Story = {
  name: '48-export-between-firms-by-list',
  title: { zh: '9710 B2B直接出口以清单申报', en: 'A B2B direct export (9710) by list' },
  why: {
    zh: '订单类型B对应9710，商品编码至少6位：只归4位的退单，归全后放行；不参加汇总（R-1.6、R-1.28、R-1.29）。',
    en: 'Orders of type B go with 9710, with at least 6 digits: refused with 4, released with all; in no summary (R-1.6, R-1.28, R-1.29).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { flag: 'A' }, '9710');
    await scene.sendAll(...papers);
    const seen = await scene.becomes('refused');
    if (seen.findings.some(({ code }) => code !== 'EXPORT-HS-DIGITS')) throw new Error('found more');
    const { list } = scene.dossier;
    await scene.send('list', () => ({
      head: { ...list.head, ...scene.anew('1') },
      items: inFull(list.items),
    }));
    await scene.becomes('released');
  },
};

const warehouse: Story = {
  name: '49-export-to-a-warehouse-abroad',
  title: {
    zh: '9810 出口海外仓，凭订仓单申报',
    en: 'An export to a warehouse abroad (9810), by its booking',
  },
  why: {
    zh: '订仓单为类型W，海外仓在境内没有代码，填“无”，同号由卖家区分（R-1.6、R-1.30）；离境后结关。',
    en: 'A booking is of type W; the warehouse has no code in China (无), so the seller tells its numbers apart (R-1.6, R-1.30); closed once it has left.',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { flag: 'A' }, '9810');
    const { list } = scene.dossier;
    await scene.sendAll('order', 'waybill');
    await scene.send('list', () => ({ ...list, items: inFull(list.items) }));
    await scene.becomes('released');
    await scene.arrive();
    await scene.depart();
    await scene.becomes('closed', 'departed');
  },
};

/** Exports by list, in the order they are numbered. */
export const exportStories: readonly Story[] = [
  ...[simplified, summedUp, listFirst, arrivalFirst, inParts, mended, officer, overLimit, b2b, warehouse],
  twoOfficers,
];
