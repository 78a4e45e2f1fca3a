import { cursorOf, readCursor } from '#http';
import { decidedBy, type ListKey, type Question, questionsOfList, waitingFor } from '../storage/questions.ts';
import { noteSending } from '../storage/sendings.ts';
import { notAsked } from './decide.ts';
import type { AgencyPorts } from './ports.ts';
import { digestOf, projectionsFor } from './projecting.ts';
import { whyOf } from './reading.ts';

export interface AgencyOfficer {
  readonly id: string;
  readonly agency: string;
}

export interface DeskWish {
  readonly show: 'waiting' | 'decided';
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What waits for an officer's agency, or what it has decided. */
export async function agencyQueue(ports: AgencyPorts, { agency }: AgencyOfficer, wish: DeskWish) {
  const { database, now } = ports;
  const { show, cursor, limit } = wish;
  const [at = '', orderNo = '', ebpCode = '', ebcCode = ''] =
    cursor === undefined ? [] : readCursor(cursor, 4);
  const after = cursor === undefined ? undefined : { at, orderNo, ebpCode, ebcCode };
  const read = show === 'waiting' ? waitingFor : decidedBy;
  const rows = await read(database.readers, { agency, after, limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const placed = last && (show === 'waiting' ? last.since : last.decidedAt);
  return {
    agency,
    questions: rows.map((row) => viewOf(ports, row)),
    ...(last && placed
      ? { next: cursorOf(placed.toISOString(), last.orderNo, last.ebpCode, last.ebcCode) }
      : {}),
    now: now().toISOString(),
  };
}

export function viewOf({ requirements, now, parameters }: AgencyPorts, row: Question) {
  const { orderNo, ebpCode, ebcCode, attempt, state, judge, since, decidedAt, inspecting } = row;
  return {
    ...{
      orderNo,
      ebpCode,
      ...(ebcCode === '' ? {} : { ebcCode }),
      attempt,
      state,
      judge,
      since: since.toISOString(),
    },
    asked: row.requirements.map((id) => ({ id, why: whyOf(requirements.rows)(id) })),
    ...(decidedAt ? { decidedAt: decidedAt.toISOString() } : {}),
    ...(inspecting === null ? {} : { inspecting }),
    overdue: state === 'waiting' && now().getTime() - since.getTime() > parameters().overdueMs,
  };
}

/**
 * What an officer's agency may see of a list it is asked about: nothing else, and the showing is on record first.
 * @throws Problem 404 where the agency is not asked about it
 */
export async function openAtDesk(
  ports: AgencyPorts,
  { id, agency }: AgencyOfficer,
  { orderNo, ebpCode, ebcCode }: ListKey,
) {
  const { database, now } = ports;
  const key = { orderNo, ebpCode, ebcCode };
  const question = (await questionsOfList(database.readers, key)).findLast((one) => one.agency === agency);
  if (!question) throw notAsked(orderNo, ebpCode);
  const at = now();
  const projections = await database.readers.transaction((client) =>
    projectionsFor(ports, client, agency, [key], at),
  );
  const projection = projections.get(key) ?? { papers: {}, fields: [] };
  const digest = digestOf(projection);
  await noteSending(database, {
    ...{ ...key, agency, way: 'desk', why: question.requirements.join(' ') },
    ...{ fields: projection.fields, digest, at, by: id },
  });
  return {
    question: viewOf(ports, question),
    papers: Object.fromEntries(
      Object.entries(projection.papers).map(([name, { head, items }]) => [
        name,
        { head: { ...head }, items: items.map((item) => ({ ...item })) },
      ]),
    ),
    now: at.toISOString(),
  };
}
