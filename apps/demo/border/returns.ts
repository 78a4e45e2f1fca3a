import { askBack, type Bought, type SoldList, sellList } from './sold-list.ts';
import type { Actor, BorderStage, Story } from './story.ts';

interface Case {
  readonly returnNo: string;
  readonly revision: number;
  readonly state: string;
  readonly copNo: string;
  readonly arriveBy: string | null;
  readonly refusedFor: readonly string[];
}

interface CaseDetail {
  readonly file: Case;
  readonly given: readonly { readonly kind: string; readonly amount: string }[];
}

const dayMs = 86_400_000;

/** A case of a list once it stands so. @param number the enterprise's own, where the list has several */
async function caseOf(
  stage: BorderStage,
  { dossier, declarant }: SoldList,
  state: string,
  number?: string,
): Promise<Case> {
  const of = ({ returns }: { returns: readonly Case[] }) =>
    returns.find((one) => one.state === state && (number === undefined || one.copNo === number));
  const path = `/api/returns?orderNo=${dossier.declaration.head.orderNo}`;
  const answer = await stage.until(
    (quiet) => quiet.as(declarant).get<{ returns: readonly Case[] }>(path),
    (body) => of(body) !== undefined,
  );
  const found = of(answer);
  if (!found) throw new RangeError(`no case of ${state}`);
  return found;
}

/** The goods are back and have been looked at. */
async function bringBack(
  stage: BorderStage,
  { returnNo, revision }: Case,
  original = true,
): Promise<CaseDetail> {
  const customs = stage.person('customs');
  const path = `/api/returns/${returnNo}`;
  const arrival = { revision, arrivedOn: stage.today(), note: '' };
  const { file } = await customs.post<CaseDetail>(`${path}/arrival`, arrival);
  const lines = [{ gnum: 1, original, saleable: original }];
  return customs.post<CaseDetail>(`${path}/inspection`, { revision: file.revision, lines, note: '' });
}

/** Lets days pass where the stage can; the story goes on only there. */
async function later(stage: BorderStage, days: number): Promise<boolean> {
  if (!stage.passTo) return false;
  await stage.passTo(new Date(stage.now().getTime() + days * dayMs));
  return true;
}

const whisky = {
  mode: '9610',
  itemNo: 'DRK-WHI-27',
  quantity: 1,
  price: '400',
} as const satisfies Partial<Bought>;
const formula = {
  mode: '1210',
  itemNo: 'BAB-FML-13',
  quantity: 2,
  price: '300',
} as const satisfies Partial<Bought>;

const whole: Story = {
  name: '50-return-given-back',
  title: {
    zh: '整单退货：运抵、查验后退还税款与额度',
    en: 'All goods come back: tax and allowance are given back',
  },
  why: {
    zh: '放行之日起30日内申请、45日内原状运抵，税款不予征收，年度额度相应调减（R-1.40）；查验通过时一次退还。',
    en: 'Applied for within 30 days of release and back within 45, unchanged: neither tax nor allowance is kept (R-1.40); given back at once when customs has seen the goods.',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R0', buyer: 0, ...whisky });
    await askBack(stage, sold, { number: stage.number('N0'), reason: '七日内无理由退货', quantity: '1' });
    const accepted = await caseOf(stage, sold, 'accepted');
    const { file, given } = await bringBack(stage, accepted);
    const tax = given.find(({ kind }) => kind === 'tax')?.amount;
    if (tax !== '116.13') throw new Error(`not the whole tax is given back: ${tax}`);
    const sent = { gnum: 1, kind: 'destruction', quantity: '1', paper: 'XH-0001' };
    await sold.declarant.post(`/api/returns/${file.returnNo}/dispositions`, {
      revision: file.revision,
      ...sent,
    });
    await sold.declarant.get(`/api/returns/${file.returnNo}`);
  },
};

const parts: Story = {
  name: '51-return-in-parts',
  title: {
    zh: '分次退货，合计不超过购买数量',
    en: 'Goods come back in parts, and never more than was bought',
  },
  why: {
    zh: '每次退还应得份额，各次相加等于整项的税款与额度；超过可退数量的申请退单（R-1.40）。',
    en: 'Each part gives back its share, all of them the whole; what passes the quantity bought is refused (R-1.40).',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R1', buyer: 1, ...whisky, quantity: 2, price: '333.33' });
    const [first, second, third] = ['N1', 'N2', 'N3'].map((tail) => stage.number(tail));
    await askBack(stage, sold, { number: first ?? '', reason: '多买了一瓶', quantity: '1' });
    const one = await bringBack(stage, await caseOf(stage, sold, 'accepted', first));
    await askBack(stage, sold, { number: second ?? '', reason: '全部不要了', quantity: '2' });
    const refused = await caseOf(stage, sold, 'refused', second);
    await sold.declarant.get(`/api/returns/${refused.returnNo}`);
    if (refused.refusedFor[0] !== 'RETURN-QUANTITY') throw new Error('more than was bought came back');
    await askBack(stage, sold, { number: third ?? '', reason: '全部不要了', quantity: '1' });
    const two = await bringBack(stage, await caseOf(stage, sold, 'accepted', third));
    const back = [...one.given, ...two.given].filter(({ kind }) => kind === 'allowance');
    const sum = back.reduce((total, { amount }) => total + Number(amount), 0);
    if (sum.toFixed(2) !== '666.66') throw new Error(`the parts do not add up: ${sum}`);
  },
};

/** The book the goods of a list lie in, with their item. */
export async function bookFor(stage: BorderStage, { dossier }: SoldList): Promise<void> {
  const [warehouse] = stage.zone.warehouses.filter(({ emsNo }) => emsNo === dossier.declaration.head.emsNo);
  const [item] = dossier.declaration.items;
  if (!warehouse?.emsNo || !item) throw new RangeError('no book is named');
  const owner: Actor = stage.firm(warehouse.customsCode);
  const { books } = await owner.get<{ books: readonly { bookNo: string }[] }>('/api/bonded/books');
  const year = Number(stage.today().slice(0, 4));
  if (!books.some(({ bookNo }) => bookNo === warehouse.emsNo))
    await stage.person('customs').post('/api/bonded/books', {
      ...{ bookNo: warehouse.emsNo, owner: warehouse.customsCode, tradeMode: '1210', customsCode: '8628' },
      ...{
        areaCode: '5301',
        areaName: '昆明综合保税区',
        openedOn: stage.today(),
        validTo: `${year + 1}-12-31`,
      },
    });
  const { itemRecordNo, itemNo: goodsNo = '', gcode, gname, unit } = item;
  await owner.post(`/api/bonded/books/${warehouse.emsNo}/items`, {
    items: [{ itemNo: 901, itemRecordNo, goodsNo, gcode, gname, unit, unitValue: '300' }],
  });
}

const bonded: Story = {
  name: '52-bonded-goods-back-into-the-book',
  title: { zh: '保税商品退货，返回账册后再销售', en: 'Bonded goods come back into the stock of their book' },
  why: {
    zh: '退货入区记退货，与退税、退额度同时入账；完好的可再销售，其余退运或销毁（R-1.40、R-1.45、R-8.6）。',
    en: 'The book takes them back in the same moment as tax and allowance; sound ones are sold again, others go abroad or are destroyed (R-1.40, R-1.45, R-8.6).',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R2', buyer: 2, ...formula });
    await bookFor(stage, sold);
    await askBack(stage, sold, { number: stage.number('N2'), reason: '买错段数', quantity: '2' });
    const { file, given } = await bringBack(stage, await caseOf(stage, sold, 'accepted'));
    if (!given.some(({ kind, amount }) => kind === 'stock' && amount === '2'))
      throw new Error('the goods are not back in their book');
    const path = `/api/returns/${file.returnNo}/dispositions`;
    const part = { gnum: 1, quantity: '1', paper: 'CZ-0002' };
    const { file: left } = await sold.declarant.post<CaseDetail>(path, {
      ...{ revision: file.revision, kind: 'resale', ...part },
    });
    await sold.declarant.post(path, { revision: left.revision, kind: 'ship-back', ...part });
  },
};

const exchanged: Story = {
  name: '53-other-goods-come-back',
  title: { zh: '退回的不是原商品，不予退还', en: 'Other goods come back: nothing is given back' },
  why: {
    zh: '退货须为原进口商品且保持原状；查验不符的退单，额度与税款不变（R-1.40）。',
    en: 'What comes back has to be the goods that were sold, as they were; else the return is refused (R-1.40).',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R3', buyer: 3, ...whisky });
    await askBack(stage, sold, { number: stage.number('N3'), reason: '不喜欢', quantity: '1' });
    const { file, given } = await bringBack(stage, await caseOf(stage, sold, 'accepted'), false);
    if (file.state !== 'refused' || given.length > 0) throw new Error('other goods were given back for');
  },
};

const late: Story = {
  name: '54-goods-back-too-late',
  title: { zh: '超过期限运抵，不予退还', en: 'Goods that are back too late: nothing is given back' },
  why: {
    zh: '放行之日起45日内须运抵原监管场所，晚一日即退单；30日后也不能再申请（R-1.40）。',
    en: 'Back within 45 days of release, or refused, were it a day; nor can be applied after 30 (R-1.40).',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R4', buyer: 4, ...whisky, quantity: 2 });
    await askBack(stage, sold, { number: stage.number('N4'), reason: '不想要了', quantity: '1' });
    const { returnNo, revision } = await caseOf(stage, sold, 'accepted');
    if (!(await later(stage, 46))) return;
    const arrival = { revision, arrivedOn: stage.today(), note: '' };
    const { file } = await stage
      .person('customs')
      .post<CaseDetail>(`/api/returns/${returnNo}/arrival`, arrival);
    if (file.state !== 'refused') throw new Error('what came too late was taken back');
    await askBack(stage, sold, { number: stage.number('N5'), reason: '不想要了', quantity: '1' });
    await caseOf(stage, sold, 'refused', stage.number('N5'));
  },
};

const givenUp: Story = {
  name: '81-goods-never-come-back',
  title: { zh: '货物始终未运抵，系统审结', en: 'Goods never come back: the clock ends their return' },
  why: {
    zh: '放行后45日内须运抵；再过三日（补录期）仍未运抵的由系统退单，占用的可退数量随即释放（R-1.40）。',
    en: 'Back within 45 days of release; three days later, when no site can be late in noting it, the clock refuses the return and what it claimed is free (R-1.40).',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R8', buyer: 9, ...whisky });
    await askBack(stage, sold, { number: stage.number('N8'), reason: '不想要了', quantity: '1' });
    const { returnNo } = await caseOf(stage, sold, 'accepted');
    if (!(await later(stage, 49))) return;
    const { refusedFor } = await caseOf(stage, sold, 'refused');
    if (refusedFor[0] !== 'RETURN-WINDOW-ARRIVE') throw new Error('it is refused for something else');
    await sold.declarant.get(`/api/returns/${returnNo}`);
  },
};

const cancelled: Story = {
  name: '55-released-list-is-cancelled',
  title: { zh: '放行后撤销清单，海关审核', en: 'A released list is cancelled: customs decides' },
  why: {
    zh: '放行后的清单由海关审核撤销（CEB623）；同意后额度退还，原订单号可重新申报。',
    en: 'Of a released list customs decides (CEB623); then what it took of the allowance goes back and its number may be used again.',
  },
  play: async (stage) => {
    const sold = await sellList(stage, { tail: 'R5', buyer: 5, ...whisky });
    await askBack(stage, sold, { number: stage.number('N5'), reason: '订购人在发货前取消订单' });
    const { returnNo, revision } = await caseOf(stage, sold, 'applied');
    const verdict = { revision, verdict: 'accepted', reason: '货物未出监管场所' };
    await stage.person('customs').post(`/api/returns/${returnNo}/verdict`, verdict);
    const { ebpCode, orderNo } = sold.dossier.declaration.head;
    await stage.until(
      (quiet) =>
        quiet.as(sold.declarant).get<{ list: { state: string } }>(`/api/lists/${ebpCode}/${orderNo}`),
      ({ list }) => list.state === 'withdrawn',
    );
  },
};

/** Cancellations and returns. */
export const returnStories: readonly Story[] = [whole, parts, bonded, exchanged, late, cancelled, givenUp];
