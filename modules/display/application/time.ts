import { record } from '#journal';
import { addDays } from '#kernel';
import { newlyOverdue, prolongTo } from '../storage/consignments.ts';
import type { DisplayPorts } from './ports.ts';
import { notShownNow } from './problems.ts';
import { lockShown } from './taking.ts';

/** Customs gives goods on display more time, once, and no more than may be given. */
export async function prolong(
  ports: DisplayPorts,
  by: string,
  displayNo: string,
  { dueOn, reason }: { readonly dueOn: string; readonly reason: string },
): Promise<void> {
  const at = ports.now();
  const day = ports.today();
  const { mostDays, mostProlongedDays } = ports.rules(day);
  await ports.database.transaction(async (client) => {
    const { one } = await lockShown(client, displayNo, undefined);
    const last = addDays(one.outOn ?? day, mostDays + mostProlongedDays);
    if (one.prolonged || dueOn < day || dueOn <= (one.dueOn ?? '') || dueOn > last) throw notShownNow();
    await prolongTo(client, displayNo, dueOn, by);
    await record(client, [
      {
        ...{ at, kind: 'display-prolonged', subject: displayNo },
        body: { displayNo, owner: one.owner, dueOn, reason },
      },
    ]);
  });
}

/** Tells of goods whose time on display is over, once each. */
export async function tellOverdue(ports: DisplayPorts): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const overdue = await newlyOverdue(client, ports.today(), at);
    await record(
      client,
      overdue.map(({ displayNo, owner, shopId, dueOn }) => ({
        ...{ at, kind: 'display-overdue', subject: displayNo },
        body: { displayNo, owner, shopId, dueOn },
      })),
    );
  });
}
