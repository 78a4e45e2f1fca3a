import { record } from '#journal';
import { addDays } from '#kernel';
import { dueOf } from '../domain/due.ts';
import { markWarned, unsummedMonths } from '../storage/warnings.ts';
import type { SummariesPorts } from './ports.ts';

/**
 * Warns enterprises whose lists of a month are not all in a summary while it falls due, and again when it is overdue; each
 * once, whatever the number of servers.
 */
export async function warn(
  ports: Pick<SummariesPorts, 'database' | 'calendar' | 'today' | 'now' | 'parameters'>,
): Promise<void> {
  const { dueDay, warningDays } = ports.parameters();
  const today = ports.today();
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const warned = (await unsummedMonths(client)).flatMap(
      ({ ebcCode, month, lists, taken, warned: before }) => {
        const { day } = dueOf(month, dueDay, ports.calendar);
        const now = today > day ? 'overdue' : today >= addDays(day, -warningDays) ? 'due' : '';
        if (now === '' || now === before || before === 'overdue') return [];
        return [{ ebcCode, month, now, due: day, lists: lists - taken } as const];
      },
    );
    if (warned.length === 0) return;
    await markWarned(client, warned);
    await record(
      client,
      warned.map(({ ebcCode, month, now, due, lists }) => ({
        ...{ at, kind: `summary-${now}`, subject: `${ebcCode} ${month}` },
        body: { enterprise: ebcCode, month: month.slice(0, 7), due, lists },
      })),
    );
  });
}
