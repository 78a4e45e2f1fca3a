import { returnsFinding } from '../domain/finding-codes.ts';
import { isOverdue } from '../domain/import-return.ts';
import { type AwaitedCase, awaitedPastTheirDay, lockCase } from '../storage/cases.ts';
import type { ReturnsPorts } from './ports.ts';
import { refuse } from './refusal.ts';
import { lockDocuments } from './step.ts';

/** Returns that the clock has to end, the longest overdue first. */
export async function overdueReturns(ports: ReturnsPorts, limit: number): Promise<AwaitedCase[]> {
  const today = ports.chinaDay(ports.now());
  const awaited = await awaitedPastTheirDay(ports.database, today, limit);
  return awaited.filter((one) => isOverdue(one, today, ports.parameters));
}

/**
 * Ends a return whose goods did not come back in time: it is refused, what it claims of its list is free again,
 * and its sender is told. One that has moved meanwhile, or that another server has ended, stays as it is.
 */
export async function endOverdue(ports: ReturnsPorts, awaited: AwaitedCase): Promise<void> {
  const sender = await ports.database.transaction(async (client) => {
    await lockDocuments(client, awaited);
    const file = await lockCase(client, awaited);
    // Sent anew meanwhile it may have another window.
    if (file?.state !== 'accepted' || file.arriveBy !== awaited.arriveBy) return undefined;
    const code = file.direction === 'export' ? 'RETURN-WINDOW-EXPORT' : 'RETURN-WINDOW-ARRIVE';
    const findings = [returnsFinding(code, 'arrivedOn', awaited.arriveBy)];
    await refuse(ports, client, file, { by: 'rules', byWhom: 'rules', findings });
    return file.sender;
  });
  if (sender !== undefined) ports.receiptsWritten(new Set([sender]));
}
