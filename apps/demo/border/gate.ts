import {
  bookOf,
  bringIn,
  drive,
  entryPass,
  expectThat,
  MILK,
  OFFICE,
  PLATE,
  passFor,
  stockOf,
} from './gate-scene.ts';
import { handIn, lineOf, purchaseFor } from './purchase.ts';
import type { Actor, BorderStage, Story } from './story.ts';

const EMPTY_KG = '4200';

/** Waits until a list stands so. */
async function listStands(stage: BorderStage, as: Actor, list: ListKey, state: string) {
  await stage.until(
    (quiet) => quiet.as(as).get<{ list: { state: string } }>(`/api/lists/${list.ebpCode}/${list.orderNo}`),
    (body) => body.list.state === state,
  );
}

/** Goods come into the zone at the first line. */
const firstLineEntry: Story = {
  name: '59-bonded-goods-enter-the-zone',
  title: {
    zh: '保税货物一线进区：申报、核准、过卡、入账',
    en: 'Bonded goods enter the zone: declared, approved, let in, and in the book',
  },
  why: {
    zh: '入区核注清单经海关核准，车辆过卡后才记入账册；重量不符先被拦下（R-1.18a）。',
    en: 'They are in the book once customs has approved them and the gate has let the vehicle in; a wrong weight stops it first (R-1.18a).',
  },
  play: async (stage) => {
    const { bookNo, owner } = await bookOf(stage);
    const before = await stockOf(owner, bookNo);
    const entry = { bookNo, itemNo: 13, quantity: '480', grossKg: '560' };
    const passNo = await entryPass(stage, owner, entry, 'EN');
    const heavy = await drive(stage, passNo, 'EA', '5900');
    expectThat(
      heavy.reasons.some(({ code }) => code === 'GATE-WEIGHT'),
      'the weight was not looked at',
    );
    expectThat((await drive(stage, passNo, 'EB', '4825')).answer === 'open', 'the vehicle was not let in');
    expectThat((await stockOf(owner, bookNo)).stock === before.stock + 480, 'the goods are not in the book');
  },
};

interface ListKey {
  readonly ebpCode: string;
  readonly orderNo: string;
}

/** A list of the warehouse's book, handed in and released. */
async function releasedList(stage: BorderStage, tail: string): Promise<ListKey> {
  const dossier = purchaseFor(stage, tail, { mode: '1210', lines: [lineOf(stage, MILK, 1, 22_800)] });
  await handIn(stage, dossier);
  const { ebpCode, orderNo } = dossier.declaration.head;
  await listStands(stage, stage.firm(ebpCode), { ebpCode, orderNo }, 'released');
  return { ebpCode, orderNo };
}

/** A retail list leaves the zone at the second line. */
const secondLineExit: Story = {
  name: '60-bonded-list-leaves-through-the-gate',
  title: {
    zh: '保税清单二线出区：放行、核注、核放、过卡、出账',
    en: 'A bonded list leaves the zone: released, on a checklist, on a pass, through the gate, out of the book',
  },
  why: {
    zh: '放行后列入核注清单即预留，过卡一次出账一次；同一清单不得列两次，用过的核放单再来被拦（R-1.18、R-1.18a）。',
    en: 'Set aside by the checklist, out of the book when the gate opens, once; no list is on two papers, and a used pass is stopped (R-1.18, R-1.18a).',
  },
  play: async (stage) => {
    const { bookNo, owner } = await bookOf(stage);
    await bringIn(stage, owner, { bookNo, itemNo: 13, quantity: '24', grossKg: '28' }, 'X');
    const before = await stockOf(owner, bookNo);
    const dossier = purchaseFor(stage, 'X1', { mode: '1210', lines: [lineOf(stage, MILK, 2, 22_800)] });
    await handIn(stage, dossier);
    const { ebpCode, orderNo } = dossier.declaration.head;
    const list = { ebpCode, orderNo };
    await listStands(stage, stage.firm(ebpCode), list, 'released');
    const wish = { bookNo, lists: [list] };
    const { checklistNo } = await owner.post<{ checklistNo: string }>('/api/checklists', wish);
    await owner.refused('POST', '/api/checklists', wish);
    const aside = await stockOf(owner, bookNo);
    expectThat(aside.pending === before.pending + 2, 'the goods were not set aside');
    const { passNo } = await passFor(owner, { checklists: [checklistNo] });
    expectThat(
      (await drive(stage, passNo, 'XA', '4262')).answer === 'open',
      'the vehicle was not let through',
    );
    const again = await drive(stage, passNo, 'XB', '4262');
    expectThat(
      again.reasons.some(({ code }) => code === 'GATE-PASS-USED'),
      'the pass was good twice',
    );
    const after = await stockOf(owner, bookNo);
    expectThat(
      after.stock === before.stock - 2 && after.pending === before.pending,
      'the book does not agree',
    );
  },
};

/** A list bought direct goes out on a pass by itself, in the vehicle of the pass. */
const directExit: Story = {
  name: '61-direct-purchase-leaves-with-its-vehicle',
  title: {
    zh: '直购清单随车出监管场所：换车被拦，作废重制后放行',
    en: 'A direct purchase leaves with its vehicle: another vehicle is stopped, a new pass lets it through',
  },
  why: {
    zh: '核放单认车牌；作废后清单可列入新单，列入后不得再列（R-1.18a）。',
    en: 'A pass is of one vehicle; voided, its list may go on another one, and is then on that one alone (R-1.18a).',
  },
  play: async (stage) => {
    const dossier = purchaseFor(stage, 'D1', { mode: '9610', lines: [lineOf(stage, MILK, 1, 22_800)] });
    await handIn(stage, dossier);
    const { ebpCode, orderNo } = dossier.declaration.head;
    const platform = stage.firm(ebpCode);
    await listStands(stage, platform, { ebpCode, orderNo }, 'released');
    const lists = [{ ebpCode, orderNo }];
    const { passNo } = await passFor(platform, { lists, plate: '云A·D54321' });
    const other = await drive(stage, passNo, 'DA', '4261');
    expectThat(
      other.reasons.some(({ code }) => code === 'GATE-VEHICLE'),
      'another vehicle went through',
    );
    await platform.post(`/api/passes/${passNo}/void`);
    const { passNo: second } = await passFor(platform, { lists });
    await platform.refused('POST', '/api/passes', {
      ...{ direction: 'out', customsCode: OFFICE, plate: PLATE, tareKg: EMPTY_KG, lists },
    });
    expectThat((await drive(stage, second, 'DB', '4261')).answer === 'open', 'the vehicle was stopped');
  },
};

/** Two officers call a released list back. */
async function recall(stage: BorderStage, { ebpCode, orderNo }: ListKey): Promise<void> {
  const customs = stage.person('customs-second');
  const case_ = `/api/desk/cases/${ebpCode}/${orderNo}`;
  await stage.person('zone-customs').post(`${case_}/decide`, { act: 'recall', reason: 'REC-RISK' });
  const { version } = await customs.get<{ version: string }>(case_);
  await customs.post(`${case_}/confirm`, { version });
}

/** A list is called back while its vehicle is on the way to the gate. */
const recalledAtGate: Story = {
  name: '62-recalled-list-is-stopped-at-the-gate',
  title: {
    zh: '放行后被撤销：车辆到卡被拦，撤下该单后其余放行',
    en: 'Called back after its release: its vehicle is stopped at the gate, and goes on without it',
  },
  why: {
    zh: '两名关员撤销放行后，卡口逐单复核，写明是哪一单并在看板上显示；作废核放单、撤销核注后货物退回库存，其余清单重新制单过卡（R-1.18a）。',
    en: 'Two officers call a release back; the gate looks every list up again, names it, and the board shows it. The pass is voided, the goods go back into stock, and the other list leaves on new papers (R-1.18a).',
  },
  play: async (stage) => {
    const { bookNo, owner } = await bookOf(stage);
    await bringIn(stage, owner, { bookNo, itemNo: 13, quantity: '12', grossKg: '14' }, 'R');
    const before = await stockOf(owner, bookNo);
    const [good, bad] = [await releasedList(stage, 'R1'), await releasedList(stage, 'R2')];
    const { checklistNo } = await owner.post<{ checklistNo: string }>('/api/checklists', {
      ...{ bookNo, lists: [good, bad] },
    });
    const { passNo } = await passFor(owner, { checklists: [checklistNo] });
    await recall(stage, bad);
    const stopped = await drive(stage, passNo, 'RA', '4264');
    expectThat(
      stopped.answer === 'stop' && stopped.reasons.some(({ code }) => code === 'GATE-RECALLED'),
      'a list that was called back went through',
    );
    const board = await stage.person('customs').get<{ recalled: number }>('/api/gate/board');
    expectThat(board.recalled > 0, 'the board does not show it');
    await owner.post(`/api/passes/${passNo}/void`);
    await owner.post(`/api/checklists/${checklistNo}/cancel`);
    await owner.refused('POST', '/api/checklists', { bookNo, lists: [bad] });
    const rest = await owner.post<{ checklistNo: string }>('/api/checklists', { bookNo, lists: [good] });
    const second = await passFor(owner, { checklists: [rest.checklistNo] });
    expectThat(
      (await drive(stage, second.passNo, 'RB', '4262')).answer === 'open',
      'the rest was not let through',
    );
    const after = await stockOf(owner, bookNo);
    expectThat(after.stock === before.stock - 1 && after.pending === before.pending, 'the book is off');
  },
};

/** Checklists, passes and the gate. */
export const gateStories: readonly Story[] = [firstLineEntry, secondLineExit, directExit, recalledAtGate];
