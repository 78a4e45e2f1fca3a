import { cursorOf, readCursor } from '#http';
import { answersPage } from '../storage/answers.ts';
import { type DeliveryState, deliveriesPage } from '../storage/deliveries.ts';
import type { AgencyPorts } from './ports.ts';

interface PageWish {
  readonly agency: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where a page goes on: the moment and the id of the last one before it. */
function before(cursor: string | undefined): { at: string; id: string } | undefined {
  const [at, id] = cursor === undefined ? [] : readCursor(cursor, 2);
  return at === undefined || id === undefined ? undefined : { at, id };
}

/** What was put down to be asked of an agency, by what became of it, the latest first. */
export async function deliveriesOf(
  { database }: Pick<AgencyPorts, 'database'>,
  { agency, cursor, limit, state }: PageWish & { readonly state: DeliveryState },
) {
  const rows = await deliveriesPage(database.readers, { agency, state, before: before(cursor), limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    deliveries: rows.map(
      ({ digest: _, agency: __, ebcCode, madeAt, nextTryAt, deliveredAt, fault, ...same }) => ({
        ...{ ...same, ...(ebcCode === '' ? {} : { ebcCode }) },
        ...{ madeAt: madeAt.toISOString(), nextTryAt: nextTryAt.toISOString() },
        ...(deliveredAt ? { deliveredAt: deliveredAt.toISOString() } : {}),
        ...(fault === null ? {} : { fault }),
      }),
    ),
    ...(last ? { next: cursorOf(last.madeAt.toISOString(), last.deliveryId) } : {}),
  };
}

/** What an agency answered over its link and what became of it, the latest first. */
export async function answersOf(
  { database }: Pick<AgencyPorts, 'database'>,
  { agency, cursor, limit }: PageWish,
) {
  const rows = await answersPage(database.readers, { agency, before: before(cursor), limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    answers: rows.map(({ answerId, deliveryId, word, reason, saidAt, arrivedAt, standing }) => ({
      ...{ answerId, deliveryId, decision: word, reason, standing },
      ...{ saidAt: saidAt.toISOString(), arrivedAt: arrivedAt.toISOString() },
    })),
    ...(last ? { next: cursorOf(last.arrivedAt.toISOString(), last.answerId) } : {}),
  };
}
