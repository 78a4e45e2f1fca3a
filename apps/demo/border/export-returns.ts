import { type ComingBack, ExportScene } from './export-scene.ts';
import type { BorderStage, Story } from './story.ts';

const dayMs = 86_400_000;
/** Where the list was declared, and an office of another district. */
const HERE = '8601';
const ELSEWHERE = '5141';

interface Case {
  readonly returnNo: string;
  readonly revision: number;
  readonly state: string;
  readonly refusedFor: readonly string[];
  readonly copNo: string;
}

interface CaseDetail {
  readonly file: Case & { readonly taxFree: boolean | null };
  readonly lines: readonly { readonly taxedBecause: readonly string[] }[];
  readonly given: readonly { readonly kind: string; readonly amount: string }[];
}

/** Order, waybill and list. */
const papers = ['order', 'waybill', 'list'] as const;

/** A case of the list, once it stands so. @param number the enterprise's own, where the list has several */
async function caseOf(stage: BorderStage, scene: ExportScene, state: string, number?: string): Promise<Case> {
  const of = ({ returns }: { returns: readonly Case[] }) =>
    returns.find((one) => one.state === state && (number === undefined || one.copNo === number));
  const path = `/api/returns?orderNo=${scene.dossier.list.head.orderNo}`;
  const found = of(
    await stage.until(
      (quiet) => quiet.as(scene.broker).get<{ returns: readonly Case[] }>(path),
      (body) => of(body) !== undefined,
    ),
  );
  if (!found) throw new RangeError(`no case of ${state}`);
  return found;
}

/** The list is released. @returns the number customs gave it */
async function release(scene: ExportScene): Promise<string> {
  await scene.sendAll(...papers);
  return (await scene.becomes('released')).list.invtNo ?? '';
}

/** Its goods leave the country. */
async function leave(scene: ExportScene): Promise<void> {
  await scene.arrive();
  await scene.depart();
  await scene.becomes('closed', 'departed');
}

/** Three bracelets that have left the country, with the tax on them to be refunded. */
async function sendBracelets(stage: BorderStage): Promise<{ scene: ExportScene; invtNo: string }> {
  const scene = new ExportScene(stage, { flag: 'B', itemNos: ['SLV-BRC-04'], quantity: 3 });
  const invtNo = await release(scene);
  await leave(scene);
  return { scene, invtNo };
}

/** Bracelets are applied for, come back, and are looked at. */
async function bringBack(
  stage: BorderStage,
  { scene, invtNo }: { readonly scene: ExportScene; readonly invtNo: string },
  back: ComingBack,
  found: { readonly original?: boolean; readonly exported: object },
): Promise<CaseDetail> {
  const logisticsNo = await scene.comeBack(invtNo, back);
  const number = stage.number(`N${back.tail}`);
  await caseOf(stage, scene, 'accepted', number);
  await scene.tally(invtNo, logisticsNo, back);
  const { returnNo, revision } = await caseOf(stage, scene, 'arrived', number);
  const { original = true, exported } = found;
  const lines = [{ gnum: 1, original, saleable: original }];
  const seen = { revision, lines, note: '', exported };
  return stage.person('customs').post<CaseDetail>(`/api/returns/${returnNo}/inspection`, seen);
}

/** Lets days pass where the stage can; the story goes on only there. */
async function later(stage: BorderStage, days: number): Promise<boolean> {
  if (!stage.passTo) return false;
  await stage.passTo(new Date(stage.now().getTime() + days * dayMs));
  return true;
}

const cancelled: Story = {
  name: '77-export-list-is-cancelled',
  title: {
    zh: '出口清单离境前撤销，离境后不能撤销',
    en: 'An export list is cancelled before its goods leave, and not after',
  },
  why: {
    zh: '已放行未离境的清单由海关审核撤销，可重新申报；货物离境后撤销申请退单（R-1.27）。',
    en: 'Of a released list whose goods have not left customs decides, and it may be declared anew; once they have left, a cancellation is refused (R-1.27).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage);
    const invtNo = await release(scene);
    await scene.cancel(invtNo, '买家在发货前取消订单');
    const { returnNo, revision } = await caseOf(stage, scene, 'applied');
    const verdict = { revision, verdict: 'accepted', reason: '货物在监管场所内，未离境' };
    await stage.person('customs').post(`/api/returns/${returnNo}/verdict`, verdict);
    await scene.becomes('cancelled');
    const { list } = scene.dossier;
    await scene.send('list', () => ({ ...list, head: { ...list.head, ...scene.anew('1') } }));
    const anew = (await scene.becomes('released')).list.invtNo ?? '';
    if (anew === invtNo) throw new Error('the list has kept the number of the one that is cancelled');
    await leave(scene);
    await scene.cancel(anew, '买家取消订单');
    const { refusedFor } = await caseOf(stage, scene, 'refused');
    if (refusedFor.join() !== 'CANCEL-DEPARTED') throw new Error(`refused for ${refusedFor.join()}`);
  },
};

const elsewhere: Story = {
  name: '78-export-back-through-another-district',
  title: {
    zh: '出口商品部分退货，经其他关区运回，凭证明免税放行',
    en: 'Part of an export comes back through another district, free of tax with its proof',
  },
  why: {
    zh: '9610 退货自2026年4月1日起可跨关区（R-1.43）；六个月内原状退运、非食品、有未退税证明的免税（R-1.42）；退回部分按份额冲减一次，余下的仍可退货，合计不超过出口数量。',
    en: 'Goods of 9610 may come back through any district since 2026-04-01 (R-1.43); unchanged, within six months, no food and with the proof that no refund is kept they are free of tax (R-1.42). The part counts back once, and all returns together never pass what left.',
  },
  play: async (stage) => {
    const sent = await sendBracelets(stage);
    await later(stage, 30);
    const exported = { cause: 'sent-back', proof: { kind: 'not-refunded', number: 'WTS-2026-0078' } };
    const one = { tail: '1', office: ELSEWHERE, quantity: '1', reason: '买家退回一只' };
    const { file, given } = await bringBack(stage, sent, one, { exported });
    if (file.state !== 'closed' || file.taxFree !== true) throw new Error('it is not released free of tax');
    const [item] = sent.scene.dossier.list.items;
    if (given.length !== 1 || Number(given[0]?.amount) * 3 !== Number(item?.totalPrice))
      throw new Error(`not its share is given back: ${JSON.stringify(given)}`);
    await sent.scene.comeBack(sent.invtNo, { ...one, tail: '2', quantity: '3', reason: '全部退回' });
    const { refusedFor } = await caseOf(stage, sent.scene, 'refused', stage.number('N2'));
    if (refusedFor.join() !== 'RETURN-QUANTITY') throw new Error(`refused for ${refusedFor.join()}`);
    const { returnNo } = await caseOf(stage, sent.scene, 'closed');
    await sent.scene.broker.get(`/api/returns/${returnNo}`);
  },
};

const otherGoods: Story = {
  name: '79-export-back-changed-or-late',
  title: {
    zh: '退回的不是原物退单；超过免税期限征税放行；超过一年不能退货',
    en: 'Other goods than left are refused, late ones are taxed, and after a year nothing comes back',
  },
  why: {
    zh: '查验不是原出口货物的退单，占用的数量释放（R-1.41）；超过六个月或没有退税证明的照章征税，逐项说明理由，税款缴清后放行（R-1.42）；超过一年的申请退单（R-1.41）。',
    en: 'Goods that are not the ones that left are refused and free what was claimed (R-1.41); after six months, or without the proof of the refund, tax is due, for reasons told line by line, and paid before release (R-1.42); after a year an application is refused (R-1.41).',
  },
  play: async (stage) => {
    const sent = await sendBracelets(stage);
    const back = { tail: '1', office: HERE, quantity: '3', reason: '买家退回' };
    const found = { original: false, exported: { cause: 'sent-back' } };
    const others = await bringBack(stage, sent, back, found);
    const why = others.file.refusedFor.join();
    if (why !== 'RETURN-NOT-ORIGINAL' || others.given.length > 0) throw new Error(`refused for ${why}`);
    const reasons = (await later(stage, 200))
      ? ['RETURN-TAXED-WINDOW', 'RETURN-TAXED-REFUND']
      : ['RETURN-TAXED-REFUND'];
    const slow = { ...back, tail: '2', quantity: '2', reason: '滞销退运' };
    const taxed = await bringBack(stage, sent, slow, { exported: { cause: 'unsold' } });
    const because = taxed.lines[0]?.taxedBecause.join();
    if (because !== reasons.join()) throw new Error(`taxed because of ${because}`);
    const { returnNo, revision } = taxed.file;
    const paid = { revision, verdict: 'accepted', reason: '税款缴款书 53012026079' };
    await stage.person('customs').post(`/api/returns/${returnNo}/verdict`, paid);
    if (!(await later(stage, 170))) return;
    await sent.scene.comeBack(sent.invtNo, { ...back, tail: '3', quantity: '1', reason: '滞销退运' });
    const { refusedFor } = await caseOf(stage, sent.scene, 'refused', stage.number('N3'));
    if (refusedFor.join() !== 'RETURN-WINDOW-EXPORT') throw new Error(`refused for ${refusedFor.join()}`);
  },
};

/** Exports cancelled, and come back. */
export const exportReturnStories: readonly Story[] = [cancelled, elsewhere, otherGoods];
