import { recogniseColumns } from '../domain/columns.ts';
import { placed, placesIn } from '../domain/gather.ts';
import type { BulkTarget, HandedIn } from '../domain/target.ts';
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
  const { database, now, pace, stopping } = ports;
  const work = await target.open(taken);
  if (!work) {
    await postpone(database, taken, new Date(now().getTime() + notActiveMs));
    return;
  }
  try {
    for (let bundle = await nextBundle(database, taken); bundle; bundle = await nextBundle(database, taken)) {
      await pace.giveWay();
      if (stopping()) throw new TakenAway();
      const outcomes = await work.submit(await unpack(bundle.content));
      await settleHanded(ports, target, taken, bundle, outcomes);
    }
    await database.transaction(async (client) => {
      if (await finishStep(client, taken, 'done', [], now())) await clearContent(client, taken);
    });
  } catch (error) {
    if (!(error instanceof TakenAway)) throw error;
    await postpone(database, taken, now());
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
