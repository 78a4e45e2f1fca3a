import { recogniseColumns } from '../domain/columns.ts';
import { placed, placesIn } from '../domain/gather.ts';
import type { BulkTarget, BulkWork, HandedIn } from '../domain/target.ts';
import { type Bundle, nextBundle, settleBundle } from '../storage/bundles.ts';
import { addBad } from '../storage/documents.ts';
import { clearContent, finishStep, noteProgress, postpone, type Taken } from '../storage/files.ts';
import { unpack } from './content.ts';
import { leaseUntil, TakenAway, type WorkPorts } from './ports.ts';
import { type BundledRows, badDocument } from './settling.ts';

/** How long is waited before it is looked again whether an enterprise may act (D). */
const notActiveMs = 60_000;

/**
 * Hands the good documents of a file in, bundle by bundle. One whose outcome was not written down before a server died
 * is handed in again and answered as it was.
 */
export async function handInFile(ports: WorkPorts, target: BulkTarget, taken: Taken): Promise<void> {
  const { database, now } = ports;
  const work = await target.open(taken);
  if (!work) {
    await postpone(database, taken, new Date(now().getTime() + notActiveMs));
    return;
  }
  try {
    await handInBundles(ports, target, taken, work);
    await database.transaction(async (client) => {
      if (await finishStep(client, taken, 'done', [], now())) await clearContent(client, taken);
    });
  } catch (error) {
    if (!(error instanceof TakenAway)) throw error;
    await postpone(database, taken, now());
  }
}

/** One bundle is handed in while the outcome of the one before is written down. */
async function handInBundles(
  ports: WorkPorts,
  target: BulkTarget,
  taken: Taken,
  work: BulkWork,
): Promise<void> {
  const { database, pace, stopping } = ports;
  let settled: Promise<void> = Promise.resolve();
  try {
    for (let last = 0; ; ) {
      const bundle = await nextBundle(database, taken, last);
      if (!bundle) break;
      await pace.giveWay();
      if (stopping()) throw new TakenAway();
      const outcomes = await work.submit(await unpack(bundle.content));
      await settled;
      settled = settleHanded(ports, target, taken, bundle, outcomes);
      settled.catch(() => undefined);
      last = bundle.number;
    }
    await settled;
  } finally {
    await settled.catch(() => undefined);
  }
}

async function settleHanded(
  { database, now }: WorkPorts,
  target: BulkTarget,
  taken: Taken,
  bundle: Bundle,
  outcomes: readonly HandedIn[],
): Promise<void> {
  const rows = JSON.parse((await unpack(bundle.sheetRows)).toString('utf8')) as BundledRows;
  const placeOf = placesIn(recogniseColumns(target, taken.heading));
  const refused = outcomes.flatMap(({ verdict, findings }, at) => {
    const document = rows[at];
    if (verdict !== 'refused' || !document) return [];
    const found = findings.map((one) => placed(placeOf, document, one));
    return [badDocument(document, found, 'handing-in')];
  });
  const count = (verdict: HandedIn['verdict']): number =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const at = now();
  const tally = { accepted: count('accepted'), repeated: count('repeated'), refused: refused.length };
  await database.transaction(async (client) => {
    const rowsBad = refused.reduce((sum, document) => sum + document.rows.length, 0);
    if (!(await noteProgress(client, taken, { at, until: leaseUntil(at), rowsBad, ...tally })))
      throw new TakenAway();
    await settleBundle(client, taken, bundle.number, { at, ...tally });
    await addBad(client, taken, refused);
  });
}
