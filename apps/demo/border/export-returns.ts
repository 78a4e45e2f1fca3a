import { ExportScene } from './export-scene.ts';
import type { BorderStage, Story } from './story.ts';

interface Case {
  readonly returnNo: string;
  readonly revision: number;
  readonly state: string;
  readonly refusedFor: readonly string[];
}

/** Order, waybill and list. */
const papers = ['order', 'waybill', 'list'] as const;

/** A case of the list, once it stands so. */
async function caseOf(stage: BorderStage, scene: ExportScene, state: string): Promise<Case> {
  const of = ({ returns }: { returns: readonly Case[] }) => returns.find((one) => one.state === state);
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

/** Exports cancelled. */
export const exportReturnStories: readonly Story[] = [cancelled];
