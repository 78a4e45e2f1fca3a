import { createHash } from 'node:crypto';
import { type DrawRecord, verifyDraw } from '#draws';
import { parseDecimal } from '#kernel';
import { StoryFault } from './actors.ts';
import { bookFirst, entryId, type Inspected, type ListKey, parcel, site, standsAt } from './inspections.ts';
import type { Actor, BorderStage, Story } from './story.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const dayMs = 86_400_000;

interface DrawnLists {
  readonly lists: readonly (ListKey & {
    readonly why: string;
    readonly mode: string;
    readonly day: string;
  })[];
}

interface Committed {
  readonly purpose: string;
  readonly seedDigest: string;
}

interface Batches {
  readonly batches: readonly { readonly candidates: readonly string[]; readonly record: DrawRecord }[];
}

/** The visit of a parcel and what was found, signed by the second officer. */
async function visited(
  stage: BorderStage,
  broker: Actor,
  inspectionId: string,
  result: {
    readonly entryId: string;
    readonly verdict: string;
    readonly found: string;
    readonly reason?: string;
  },
  key: ListKey,
): Promise<void> {
  await bookFirst(stage, broker, inspectionId);
  const one = `/api/inspections/${inspectionId}`;
  await stage.person('customs').post(`${one}/begin`);
  await stage.person('customs').post(`${one}/results`, { ...key, ...result });
  await stage.person('customs-second').post(`${one}/signature`);
}

const ordered = (actor: Actor, key: ListKey, ground: string): Promise<Inspected> =>
  actor.post<Inspected>('/api/inspections', { ...key, ground });

/** One parcel fails; the next of like goods is drawn for certain, inspected, released, and the draw stands up to being drawn again. */
const drawnAndReleased: Story = {
  name: '86-drawn-inspected-released',
  title: {
    zh: '同类商品不合格后逐票抽查：抽中、查验、放行，次日人人可验',
    en: 'After like goods failed each list is drawn: this one is inspected and released, and anybody can draw again the day after',
  },
  why: {
    zh: '检出不合格后90日内同类同产地逐票抽中（R-6.6）；种子事先承诺、事后公布，任何人可复算（R-1.51）。',
    en: 'For 90 days after a bad result like goods of the origin are drawn each (R-6.6); the secret is committed to before and revealed after, so that anybody can draw again (R-1.51).',
  },
  play: async (stage) => {
    await site(stage);
    const customs = stage.person('customs');
    const failed = await parcel(stage, 'DRW1', '仿犀角树脂摆件');
    const first = await ordered(stage.person('market'), failed.key, 'MKT-QUALITY');
    const bad = { verdict: 'nonconforming', reason: 'BAD-QUALITY', found: '重金属超标' };
    await visited(
      stage,
      failed.broker,
      first.inspectionId,
      { entryId: entryId(stage, 'DRW1R'), ...bad },
      failed.key,
    );
    await standsAt(stage, failed.broker, failed.key, '700');
    const like = await parcel(stage, 'DRW2', '仿犀角树脂摆件');
    const { lists } = await customs.get<DrawnLists>('/api/sampling/drawn');
    const drawn = lists.find(({ orderNo }) => orderNo === like.key.orderNo);
    if (drawn?.why !== 'SAMPLE-RAISED') throw new StoryFault(`the list was drawn by ${drawn?.why}`);
    const second = await ordered(customs, like.key, 'CUS-RAISED');
    const good = { verdict: 'conforming', found: '抽检合格' };
    await visited(
      stage,
      like.broker,
      second.inspectionId,
      { entryId: entryId(stage, 'DRW2R'), ...good },
      like.key,
    );
    await standsAt(stage, like.broker, like.key, '800');
    await drawnAgain(stage, like, drawn.day);
  },
};

/** Draws a day's draws again, as anybody can; a demo day does not see the day after. */
async function drawnAgain(
  stage: BorderStage,
  { broker, key }: { readonly broker: Actor; readonly key: ListKey },
  day: string,
): Promise<void> {
  const place = `/api/sampling/draws/${day}`;
  const { purpose, seedDigest } = await broker.get<Committed>(place);
  if (!stage.passTo) return;
  await stage.passTo(new Date(stage.now().getTime() + dayMs));
  const { batches } = await broker.get<Batches>(`${place}/batches`);
  const faults = batches.flatMap(({ record, candidates }) =>
    verifyDraw(
      { purpose, seedDigest, rate: record.rate },
      record,
      parseDecimal(record.rate),
      candidates,
      digest,
    ),
  );
  if (faults.length > 0) throw new StoryFault(`the draw does not stand: ${faults}`);
  const mine = digest(JSON.stringify(['sampling candidate', key.ebpCode, key.orderNo]));
  if (!batches.some(({ record }) => record.drawn.includes(mine)))
    throw new StoryFault('the list is not among those drawn');
}

/** What becomes of parcels the draw falls on. */
export const samplingStories: readonly Story[] = [drawnAndReleased];
