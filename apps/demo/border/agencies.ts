import type { Dossier } from '../dossiers.ts';
import { StoryFault } from './actors.ts';
import { ExportScene } from './export-scene.ts';
import { handIn, lineOf, purchaseFor } from './purchase.ts';
import type { Actor, BorderStage, Story } from './story.ts';

interface ListSeen {
  readonly list: { readonly state: string };
}

interface AgenciesSeen {
  readonly questions: readonly { readonly agency: string; readonly state: string }[];
  readonly sendings: readonly { readonly agency: string; readonly fields: readonly string[] }[];
}

interface Opened {
  readonly question: { readonly attempt: number };
}

/** The purchase a story is about, and its broker who declared it. */
interface Filed {
  readonly place: string;
  readonly desk: string;
  readonly broker: Actor;
}

async function file(stage: BorderStage, dossier: Dossier): Promise<Filed> {
  await handIn(stage, dossier);
  const { ebpCode, orderNo, agentCode } = dossier.declaration.head;
  const broker = stage.firm(agentCode);
  const place = `/api/lists/${ebpCode}/${orderNo}`;
  await stage.until(
    (quiet) => quiet.as(broker).get<ListSeen>(place),
    ({ list }) => list.state === 'held',
  );
  return { place, broker, desk: `/api/agency-desk/questions/${ebpCode}/${orderNo}` };
}

/** An officer opens what the agency may see, and decides. */
async function decide(
  officer: Actor,
  { desk }: Filed,
  decision: 'positive' | 'negative',
  reason: string,
): Promise<void> {
  const { question } = await officer.get<Opened>(desk);
  await officer.post(`${desk}/decision`, { decision, reason, attempt: question.attempt });
}

async function standsAt(stage: BorderStage, { place, broker }: Filed, state: string): Promise<void> {
  await stage.until(
    (quiet) => quiet.as(broker).get<ListSeen>(place),
    ({ list }) => list.state === state,
  );
}

/** Health food waits for the market regulator, and goes on with its agreement. */
const marketAgrees: Story = {
  name: '67-market-regulation-agrees',
  title: {
    zh: '保健食品等市场监管部门的意见，同意后自动放行',
    en: 'Health food waits for market regulation and is released when it agrees',
  },
  why: {
    zh: '按部门决定表须由市场监管部门认定；放行以各部门均同意为准（R-1.50）；该部门只看到其字段，企业看得到它看了什么（R-10.7）。',
    en: 'The table of requirements names market regulation; a list is released when all agree (R-1.50); the agency sees its fields only, and the enterprise sees which (R-10.7).',
  },
  play: async (stage) => {
    const lines = [lineOf(stage, 'HLT-OIL-56', 2, 16_800)];
    const filed = await file(stage, purchaseFor(stage, 'AGREE', { mode: '9610', lines }));
    const waiting = await filed.broker.get<AgenciesSeen>(`${filed.place}/agencies`);
    if (waiting.questions[0]?.state !== 'waiting') throw new StoryFault('nobody is asked');
    await decide(stage.person('market'), filed, 'positive', '标签与备案一致，同意');
    await standsAt(stage, filed, 'released');
    const { sendings } = await filed.broker.get<AgenciesSeen>(`${filed.place}/agencies`);
    if (sendings.some(({ fields }) => fields.includes('declaration.buyerName')))
      throw new StoryFault('market regulation was shown a person');
  },
};

/** Two agencies are asked: one agrees, the other refuses, and nobody can release past it. */
const postRefuses: Story = {
  name: '68-one-agency-refuses',
  title: {
    zh: '两个部门各自决定：一个同意，一个不同意，海关不能越过放行',
    en: 'Two agencies decide, one agrees and one refuses, and customs cannot release past it',
  },
  why: {
    zh: '一票五瓶香水须由邮政管理部门认定，鱼油须由市场监管部门认定；任一部门不同意则不得放行，由海关退单（R-1.50）。',
    en: 'Five flasks of perfume in a parcel are for postal administration, fish oil for market regulation; with one refusal nobody releases it, and customs sends it back (R-1.50).',
  },
  play: async (stage) => {
    const lines = [lineOf(stage, 'HLT-OIL-56', 1, 16_800), lineOf(stage, 'COS-PRF-06', 5, 42_000)];
    const filed = await file(stage, purchaseFor(stage, 'REFUSE', { mode: '9610', lines }));
    await decide(stage.person('market'), filed, 'positive', '标签与备案一致，同意');
    await decide(stage.person('post'), filed, 'negative', '一票五瓶易燃液体，不得寄递');
    await standsAt(stage, filed, 'held');
    const customs = stage.person('customs');
    const case_ = filed.place.replace('/api/lists', '/api/desk/cases');
    await customs.post(`${case_}/take`);
    const barred = await customs.refused('POST', `${case_}/decide`, { act: 'release', reason: 'REL-PAPERS' });
    if (barred !== 'CASE-BARRED') throw new StoryFault(`the release was refused by ${barred}`);
    await customs.post(`${case_}/decide`, {
      act: 'refuse',
      reason: 'REF-AGENCY',
      note: '邮政管理部门不同意',
    });
    await standsAt(stage, filed, 'refused');
  },
};

/** Under export control since September 2023. */
const drone = '8806210000';

/** An export of drones waits for commerce alone, and goes on with its agreement. */
const commerceAgrees: Story = {
  name: '88-export-waits-for-commerce',
  title: {
    zh: '无人机出口等商务部门的意见，同意后自动放行并离境',
    en: 'An export of drones waits for commerce, is released when it agrees, and leaves',
  },
  why: {
    zh: '出口管制物项须由商务部门认定（R-1.32）；海关不能越过放行，同意后自动放行（R-1.50）；该部门只看到其字段（R-10.7）。',
    en: 'Goods under export control are for commerce to decide (R-1.32); customs cannot release past it, and with its agreement the list goes on (R-1.50); it sees its fields only (R-10.7).',
  },
  play: async (stage) => {
    const scene = new ExportScene(stage, { flag: 'B' });
    await scene.sendAll('order', 'waybill');
    const { head, items } = scene.dossier.list;
    await scene.send('list', () => ({ head, items: items.map((item) => ({ ...item, gcode: drone })) }));
    const { list, findings } = await scene.becomes('held');
    if (findings.some(({ code }) => code !== 'CONSENT-WAITS')) throw new StoryFault('it is held for more');
    const { attempt, step } = list;
    const customs = stage.person('customs');
    const release = { act: 'release', reason: 'EXREL-PAPERS', note: '单证齐全', attempt, step };
    const barred = await customs.refused('POST', `${scene.path}/decision`, release);
    if (barred !== 'EXPORT-OTHERS-OBJECT') throw new StoryFault(`the release was refused by ${barred}`);
    const { ebcCode, ebpCode, orderNo } = scene.dossier.list.head;
    const desk = `/api/agency-desk/questions/${encodeURIComponent(ebpCode)}/${orderNo}`;
    const commerce = stage.person('commerce');
    const { question } = await commerce.get<Opened>(`${desk}?ebcCode=${ebcCode}`);
    await commerce.post(`${desk}/decision?ebcCode=${ebcCode}`, {
      ...{ decision: 'positive', reason: '许可证已核对', attempt: question.attempt },
    });
    await scene.becomes('released');
    const { sendings } = await stage
      .firm(ebcCode)
      .get<AgenciesSeen>(`/api/lists/${encodeURIComponent(ebpCode)}/${orderNo}/agencies?ebcCode=${ebcCode}`);
    if (sendings.some(({ fields }) => fields.some((field) => !field.startsWith('export.'))))
      throw new StoryFault('commerce was shown more than the list');
    await scene.arrive();
    await scene.depart();
    await scene.becomes('closed', 'departed');
  },
};

export const agencyStories: readonly Story[] = [marketAgrees, postRefuses, commerceAgrees];
