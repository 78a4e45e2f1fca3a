import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import type { Application } from '../domain/application.ts';
import { lockApplication, moveApplication } from '../storage/applications.ts';
import { cancelSummaries, freeLists } from '../storage/freeing.ts';
import { applicationOf } from '../storage/reading.ts';
import { type SummaryRow, summaryOf } from '../storage/summaries.ts';
import type { SummariesPorts } from './ports.ts';

/** Who undoes something, when and why. */
export interface Word {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

const noApplication = (sumNo: string): Problem =>
  new Problem(404, 'SUMMARY-APPLICATION-NOT-FOUND', {
    zh: `没有汇总申请 ${sumNo}`,
    en: `There is no summary application ${sumNo}`,
  });

/** An application of the party's, or of the zone where none is named. @throws Problem 404 */
export async function applicationFor(
  { database }: Pick<SummariesPorts, 'database'>,
  sumNo: string,
  party: string | undefined,
): Promise<Application> {
  const found = await applicationOf(database.readers, sumNo, party);
  if (!found) throw noApplication(sumNo);
  return found;
}

/** A summary of the party's, or of the zone where none is named. @throws Problem 404 */
export async function summaryFor(
  { database }: Pick<SummariesPorts, 'database'>,
  declSeqNo: string,
  party: string | undefined,
): Promise<SummaryRow> {
  const found = await summaryOf(database.readers, declSeqNo, party);
  if (!found)
    throw new Problem(404, 'SUMMARY-NOT-FOUND', {
      zh: `没有汇总单 ${declSeqNo}`,
      en: `There is no summary ${declSeqNo}`,
    });
  return found;
}

/** Takes a locked application back that has not come to its end: its lists go free, what was made of it is cancelled. */
export async function takeBack(
  client: Client,
  open: Application,
  { at, by, reason }: Word,
): Promise<Application> {
  await cancelSummaries(client, open, undefined, { at, by, reason });
  await freeLists(client, open, 1, open.lists);
  const body = { enterprise: open.ebcCode, sumNo: open.sumNo, by };
  await record(client, [{ at, kind: 'summary-withdrawn', subject: open.sumNo, body }]);
  return moveApplication(client, open, { state: 'withdrawn', finishedAt: at });
}

/** Takes an application back. @throws Problem 404, or 409 where it has come to its end */
export async function withdraw(
  ports: SummariesPorts,
  sumNo: string,
  caller: { readonly customsCode: string; readonly id: string },
): Promise<Application> {
  return ports.database.transaction(async (client) => {
    const open = await lockApplication(client, caller.customsCode, sumNo);
    if (!open) throw noApplication(sumNo);
    if (open.finishedAt !== null)
      throw new Problem(409, 'SUMMARY-APPLICATION-DONE', {
        zh: '汇总申请已办结；已汇总的清单须由海关撤销汇总单后方可重新汇总',
        en: 'The application has come to its end; its lists are free again once customs cancels their summary',
      });
    return takeBack(client, open, { at: ports.now(), by: caller.id, reason: '' });
  });
}

/** Cancels a summary of customs': its lists may be summed up again. @throws Problem 404, 409 where it is cancelled already */
export async function cancel(
  ports: SummariesPorts,
  declSeqNo: string,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const { ebcCode, sumNo } = await summaryFor(ports, declSeqNo, undefined);
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    // Who makes summaries of the application locks it too: never both at once.
    await lockApplication(client, ebcCode, sumNo);
    const [cancelled] = await cancelSummaries(client, { ebcCode, sumNo }, declSeqNo, { at, by, reason });
    if (!cancelled)
      throw new Problem(409, 'SUMMARY-CANCELLED', {
        zh: `汇总单 ${declSeqNo} 已撤销`,
        en: `Summary ${declSeqNo} is cancelled already`,
      });
    const lists = await freeLists(client, { ebcCode, sumNo }, cancelled.from, cancelled.to);
    const body = { enterprise: ebcCode, declSeqNo, sumNo, lists, reason, by };
    await record(client, [{ at, kind: 'summary-cancelled', subject: declSeqNo, body }]);
  });
}
