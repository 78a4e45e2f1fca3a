import { Problem } from '#http';
import { standingOn } from '../domain/standing.ts';
import type { DelegationsPage, DelegationView } from '../http/schemas.ts';
import {
  type Delegation,
  type DelegationStep,
  delegationsPage,
  findDelegation,
  stepsOf,
} from '../storage/delegations.ts';
import { notFound } from './delegating.ts';
import type { DelegationPorts } from './ports.ts';

/** What a reader asks for. */
export interface ReadingWish {
  readonly side?: 'given' | 'received' | undefined;
  readonly standing?: DelegationView['standing'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of the delegations of an enterprise, or of the zone where no party is named. */
export async function pageOf(
  ports: DelegationPorts,
  party: string | undefined,
  { side, standing, cursor, limit }: ReadingWish,
): Promise<DelegationsPage> {
  const rows = await delegationsPage(ports.database.readers, {
    ...{ party, side, standing, day: ports.today(), limit },
    before: cursor === undefined ? undefined : readCursor(cursor),
  });
  const views = await viewsOf(ports, rows);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    delegations: views,
    ...(last ? { next: `${last.proposedAt.toISOString()}~${last.delegationId}` } : {}),
  };
}

/** One delegation with everything that was done with it. @throws Problem 404 for one the reader is no party of */
export async function storyOf(
  ports: DelegationPorts,
  party: string | undefined,
  delegationId: string,
): Promise<DelegationView> {
  const found = await findDelegation(ports.database.readers, delegationId, party);
  if (!found) throw notFound(delegationId);
  return viewOf(ports, found, await stepsOf(ports.database.readers, found));
}

/** A delegation as it stands today. */
export async function viewOf(
  ports: DelegationPorts,
  delegation: Delegation,
  steps?: readonly DelegationStep[],
): Promise<DelegationView> {
  const [view] = await viewsOf(ports, [delegation]);
  if (!view) throw new Error('One delegation has one view.');
  return steps ? { ...view, steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })) } : view;
}

async function viewsOf(ports: DelegationPorts, rows: readonly Delegation[]): Promise<DelegationView[]> {
  const codes = new Set(rows.flatMap(({ principal, agent }) => [principal, agent]));
  const parties = codes.size > 0 ? await ports.enterprises(codes) : new Map();
  const named = (code: string) => ({ code, name: parties.get(code)?.name ?? code });
  const today = ports.today();
  return rows.map((row) => ({
    delegationId: row.delegationId,
    principal: named(row.principal),
    agent: named(row.agent),
    kinds: [...row.kinds],
    ...{ fromDay: row.fromDay, toDay: row.toDay, paperNo: row.paperNo },
    ...(row.paperPlace ? { paperPlace: row.paperPlace } : {}),
    standing: standingOn(row, today),
    proposedAt: row.proposedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }));
}

function readCursor(cursor: string): { at: Date; delegationId: string } {
  const [, at = '', delegationId = ''] = /^([\d:.TZ-]{24})~([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const time = new Date(at);
  if (!Number.isNaN(time.getTime()) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(delegationId))
    return { at: time, delegationId };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}
