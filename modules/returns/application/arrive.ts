import type { Day } from '#kernel';
import type { Client } from '#postgres';
import { returnsFinding } from '../domain/finding-codes.ts';
import { type CaseFile, lockCase, lockCasesOf } from '../storage/cases.ts';
import { linesOf } from '../storage/lines.ts';
import type { ReturnsPorts } from './ports.ts';
import { refuse } from './refusal.ts';
import { lockDocuments, moveCase } from './step.ts';

/** Notes the day goods were back; too late, and the return is refused at once. */
export async function arrive(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  {
    arrivedOn,
    note,
    by,
    byWhom,
  }: {
    readonly arrivedOn: Day;
    readonly note: string;
    readonly by: 'officer' | 'centre' | 'site';
    readonly byWhom: string;
  },
): Promise<void> {
  const at = ports.now();
  if (file.arriveBy !== null && arrivedOn > file.arriveBy) {
    const code = file.direction === 'export' ? 'RETURN-WINDOW-EXPORT' : 'RETURN-WINDOW-ARRIVE';
    const findings = [returnsFinding(code, 'arrivedOn', file.arriveBy)];
    await refuse(ports, client, file, { by: 'rules', byWhom: 'rules', findings, note });
    return;
  }
  await moveCase(ports, client, file, { to: 'arrived', by, byWhom, at, note, learnt: { arrivedOn } });
}

/** A return that has been accepted is back where its goods lie in sorted parcels of a centre, just these. */
export async function arriveFromCentre(
  ports: ReturnsPorts,
  client: Client,
  key: Pick<CaseFile, 'orderNo' | 'returnNo'>,
): Promise<void> {
  const file = await lockCase(client, key);
  if (file?.kind !== 'return' || file.direction !== 'import' || file.state !== 'accepted') return;
  const { returnNo, orderNo, ebpCode } = file;
  const lines = (await linesOf(client, file)).map(({ gnum, quantity }) => ({ gnum, quantity }));
  const put = await ports.centre.putOn(client, { returnNo, orderNo, ebpCode, at: ports.now(), lines });
  if (!put) return;
  const { arrivedOn, parcels } = put;
  const note = `退货中心仓包裹 ${parcels.join('、')}`;
  await arrive(ports, client, file, { arrivedOn, note, by: 'centre', byWhom: 'return-centre' });
}

/** Parcels of an order have been sorted: returns of it that wait for them are back, the first applied for first. */
export async function arriveSorted(
  ports: ReturnsPorts,
  order: { readonly orderNo: string; readonly ebpCode: string },
): Promise<void> {
  const senders = await ports.database.transaction(async (client) => {
    await lockDocuments(client, { direction: 'import', kind: 'return', orderNo: order.orderNo });
    const waiting = (await lockCasesOf(client, [order.orderNo])).filter(
      ({ kind, direction, ebpCode, state }) =>
        kind === 'return' && direction === 'import' && ebpCode === order.ebpCode && state === 'accepted',
    );
    for (const file of waiting.sort((a, b) => a.appliedAt.getTime() - b.appliedAt.getTime()))
      await arriveFromCentre(ports, client, file);
    await ports.centre.told(client, order);
    return new Set(waiting.map(({ sender }) => sender));
  });
  if (senders.size > 0) ports.receiptsWritten(senders);
}
