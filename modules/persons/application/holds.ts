import { randomUUID } from 'node:crypto';
import type { Caller } from '#access';
import { Problem } from '#http';
import { record } from '#journal';
import { addHold, holdsOf, liftHold, runsOf } from '../storage/retention.ts';
import type { OwnDataPorts } from './own-data.ts';

type Ports = Pick<OwnDataPorts, 'database' | 'now'>;

const shown = 200;

/** What is held past its time, and what the latest runs have erased. */
export async function retentionRecord({ database }: Ports) {
  const reader = database.readers;
  return {
    holds: (await holdsOf(reader, shown)).map(({ orderNo, setAt, liftedAt, liftReason, ...hold }) => ({
      ...hold,
      setAt: setAt.toISOString(),
      ...(orderNo === null ? {} : { orderNo }),
      ...(liftedAt ? { liftedAt: liftedAt.toISOString() } : {}),
      ...(liftReason ? { liftReason } : {}),
    })),
    runs: (await runsOf(reader, shown)).map(({ beganAt, endedAt, erased, held }) => ({
      ...{ beganAt: beganAt.toISOString(), endedAt: endedAt.toISOString() },
      ...{ erased: { ...erased }, held: { ...held } },
    })),
  };
}

const by = ({ accountId, id }: Caller): string => accountId ?? id;

/** Holds an order, or everything, because a court or an authority asks for it. */
export async function setHold(
  { database, now }: Ports,
  caller: Caller,
  wish: { readonly orderNo?: string | undefined; readonly reason: string; readonly paperNo: string },
): Promise<{ readonly holdId: string }> {
  const [holdId, setAt, setBy] = [randomUUID(), now(), by(caller)];
  const orderNo = wish.orderNo ?? null;
  await database.transaction(async (client) => {
    await addHold(client, { ...wish, orderNo, holdId, setAt, setBy });
    const body = { orderNo, paperNo: wish.paperNo, by: setBy };
    await record(client, [{ at: setAt, kind: 'legal-hold-set', subject: holdId, body }]);
  });
  return { holdId };
}

export async function endHold(
  { database, now }: Ports,
  caller: Caller,
  holdId: string,
  reason: string,
): Promise<void> {
  await database.transaction(async (client) => {
    const at = now();
    if (!(await liftHold(client, holdId, { by: by(caller), at, reason })))
      throw new Problem(404, 'HOLD-NOT-FOUND', {
        zh: '没有这项法律保全，或已解除',
        en: 'There is no such hold, or it has been lifted',
      });
    await record(client, [{ at, kind: 'legal-hold-lifted', subject: holdId, body: { by: by(caller) } }]);
  });
}
