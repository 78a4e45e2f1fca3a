import type { ChannelHealth } from '#channels';
import { cursorOf, Problem, readCursor } from '#http';
import type { Bilingual, Finding } from '#kernel';
import type { Queryable } from '#postgres';
import type { AgencyAnswersPage, ArrivalsPage, DispatchesPage, LinkView } from '../http/schemas.ts';
import type { AnswerStanding } from '../storage/arrivals.ts';
import type { DispatchState } from '../storage/dispatches.ts';
import {
  type ArrivalCursor,
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
  const before = cursor === undefined ? undefined : readDispatchCursor(cursor);
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

function readDispatchCursor(cursor: string): DispatchCursor {
  const [, madeAt = '', messageId = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ??
    [];
  if (messageId && !Number.isNaN(Date.parse(madeAt))) return { madeAt, messageId };
  throw new Problem(400, 'CURSOR', {
    zh: '游标无效，请从第一页重新读取',
    en: 'Not a cursor of this API; start from the first page',
  });
}

interface PageWish {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Where a page goes on that is sorted by when something came, and what it says. */
function arrivedBefore(cursor: string | undefined): ArrivalCursor | undefined {
  const [arrivedAt, digest] = cursor === undefined ? [] : readCursor(cursor, 2);
  return arrivedAt === undefined || digest === undefined
    ? undefined
    : { arrivedAt, digest: Buffer.from(digest, 'hex').toString('hex') };
}

/** The cursor behind the last of a full page; nothing where there is no more. */
function nextOf(found: readonly { arrivedAt: Date; digest: string }[], limit: number): { next?: string } {
  const last = found.length === limit ? found.at(-1) : undefined;
  return last ? { next: cursorOf(last.arrivedAt.toISOString(), last.digest) } : {};
}

/** Receipts of an agency that stand so, the latest first, page by page. */
export async function agencyAnswers(
  readers: Queryable,
  agency: string,
  { standing, cursor, limit }: PageWish & { readonly standing: AnswerStanding },
): Promise<AgencyAnswersPage> {
  const found = await answersStanding(readers, agency, standing, { before: arrivedBefore(cursor), limit });
  const answers = found.map(({ arrivedAt, findings, sender, messageId, body, digest: _, ...same }) => ({
    ...same,
    arrivedAt: arrivedAt.toISOString(),
    findings: shown(findings),
    body: { ...body },
    ...(sender === null ? {} : { sender }),
    ...(messageId === null ? {} : { messageId }),
  }));
  return { answers, ...nextOf(found, limit) };
}

/** Pieces of an agency that could not be read, the latest first, page by page. */
export async function unreadablePieces(
  readers: Queryable,
  agency: string,
  { cursor, limit }: PageWish,
): Promise<ArrivalsPage> {
  const found = await unreadableArrivals(readers, agency, { before: arrivedBefore(cursor), limit });
  const arrivals = found.map(({ arrivedAt, findings, ...same }) => ({
    ...same,
    arrivedAt: arrivedAt.toISOString(),
    findings: shown(findings),
  }));
  return { arrivals, ...nextOf(found, limit) };
}

const shown = (findings: readonly Finding[] | null): ArrivalsPage['arrivals'][number]['findings'] =>
  (findings ?? []).map((finding) => ({ ...finding, evidence: [...(finding.evidence ?? [])] }));
