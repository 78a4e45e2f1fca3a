import type { ChannelHealth } from '#channels';
import { Problem } from '#http';
import type { Bilingual, Finding } from '#kernel';
import type { Queryable } from '#postgres';
import type { AgencyAnswerView, ArrivalView, DispatchesPage, LinkView } from '../http/schemas.ts';
import type { AnswerStanding } from '../storage/arrivals.ts';
import type { DispatchState } from '../storage/dispatches.ts';
import {
  answersStanding,
  type DispatchCursor,
  type DispatchView,
  dispatchesIn,
  linkCounts,
  unreadableArrivals,
} from '../storage/views.ts';

/** One agency and who decides for it. */
export interface LinkDescription {
  readonly agency: 'customs';
  readonly name: Bilingual;
  readonly judge: 'engine' | 'live';
  /** Absent where nothing goes over any channel. */
  readonly health?: (() => Promise<ChannelHealth>) | undefined;
  /** The keys the link signs with. */
  readonly keys?: (() => Promise<readonly KeyHealth[]>) | undefined;
}

/** A key of the link: for envelopes, or for the messages of an enterprise. */
export interface KeyHealth {
  /** `transport`, or the customs code of the enterprise it signs for. */
  readonly for: string;
  readonly certificateNumber: string;
  readonly ready: boolean;
  readonly reason?: string | undefined;
}

/** How the links are: who decides, the channel, and what is open or in trouble. */
export function linkViews(readers: Queryable, links: readonly LinkDescription[]): Promise<LinkView[]> {
  return Promise.all(links.map((link) => viewOf(readers, link)));
}

async function viewOf(
  readers: Queryable,
  { agency, name, judge, health, keys }: LinkDescription,
): Promise<LinkView> {
  const counts = await linkCounts(readers, agency);
  const { waiting, sent, lost, failed, unmatched, unreadable, oldestOpenAt } = counts;
  return {
    ...{ agency, name, judge },
    ...(health ? { channel: await health() } : {}),
    ...(keys ? { keys: (await keys()).map((key) => ({ ...key })) } : {}),
    dispatches: { waiting, sent, lost, failed },
    ...(oldestOpenAt ? { oldestOpenAt: oldestOpenAt.toISOString() } : {}),
    ...{ unmatched, unreadable },
  };
}

export interface DispatchesWish {
  readonly state: DispatchState;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** One page of the messages of a link, newest first. */
export async function dispatchesPage(
  readers: Queryable,
  agency: string,
  { state, limit, cursor }: DispatchesWish,
): Promise<DispatchesPage> {
  const before = cursor === undefined ? undefined : readCursor(cursor);
  const found = await dispatchesIn(readers, agency, { state, before, limit });
  const last = found.length === limit ? found.at(-1) : undefined;
  return {
    dispatches: found.map(dispatchOf),
    ...(last ? { next: `${last.madeAt.toISOString()}~${last.messageId}` } : {}),
  };
}

function dispatchOf({ sentAt, answeredAt, dueAt, fault, madeAt, ...same }: DispatchView) {
  return {
    ...same,
    madeAt: madeAt.toISOString(),
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
    ...(answeredAt ? { answeredAt: answeredAt.toISOString() } : {}),
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    ...(fault === null ? {} : { fault }),
  };
}

function readCursor(cursor: string): DispatchCursor {
  const [, madeAt = '', messageId = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ??
    [];
  if (messageId && !Number.isNaN(Date.parse(madeAt))) return { madeAt, messageId };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}

/** The latest receipts of an agency that stand so. */
export async function agencyAnswers(
  readers: Queryable,
  agency: string,
  { standing, limit }: { readonly standing: AnswerStanding; readonly limit: number },
): Promise<AgencyAnswerView[]> {
  const found = await answersStanding(readers, agency, standing, limit);
  return found.map(({ arrivedAt, findings, sender, messageId, body, ...same }) => ({
    ...same,
    arrivedAt: arrivedAt.toISOString(),
    findings: shown(findings),
    body: { ...body },
    ...(sender === null ? {} : { sender }),
    ...(messageId === null ? {} : { messageId }),
  }));
}

/** The latest pieces of an agency that could not be read. */
export async function unreadablePieces(
  readers: Queryable,
  agency: string,
  limit: number,
): Promise<ArrivalView[]> {
  const found = await unreadableArrivals(readers, agency, limit);
  return found.map(({ arrivedAt, findings, ...same }) => ({
    ...same,
    arrivedAt: arrivedAt.toISOString(),
    findings: shown(findings),
  }));
}

const shown = (findings: readonly Finding[] | null): AgencyAnswerView['findings'] =>
  (findings ?? []).map((finding) => ({ ...finding, evidence: [...(finding.evidence ?? [])] }));
