import { fourEyesFor } from '#four-eyes';
import { cursorOf, Problem, readCursor } from '#http';
import type { Bilingual, Day } from '#kernel';
import { FINISH_TABLE } from '#modes';
import type { Database, Queryable } from '#postgres';
import type { ParameterTable } from '#tax';
import { type ExportKey, type ExportOutcome, type ExportStanding, listKey } from '../domain/export-list.ts';
import { type OfficerTables, officerActs } from '../domain/officer-tables.ts';
import { papersNeeded } from '../domain/parties.ts';
import {
  decisionsOf,
  type ExportHead,
  type ExportWish,
  exportHeads,
  exportItems,
  goodsPapersOf,
  pageOfExports,
  papersOnFile,
  standingsOf,
} from '../storage/pages.ts';
import { proposalsView } from './proposals-view.ts';

/** What looking at export lists works with. */
export interface LookingPorts {
  readonly readers: Database['readers'];
  readonly tables: { readonly parameters: ParameterTable };
  readonly chinaDay: (at: Date) => Day;
  /** Where a closed list is being summed up or has been. */
  readonly summaryOf: (
    client: Queryable,
    list: { readonly ebcCode: string; readonly invtNo: string },
  ) => Promise<{ readonly sumNo: string; readonly declSeqNo: string | null } | undefined>;
  readonly now: () => Date;
  /** What officers decide by, through time. */
  readonly officerTables: OfficerTables;
}

/** `saved`: not declared yet. */
type State = ExportOutcome | 'saved';

function stateOf(head: ExportHead, standing: ExportStanding | undefined): State {
  if (head.deadline !== null) return 'waiting';
  if (standing) return standing.outcome;
  if (head.deleted) return 'withdrawn';
  return head.documentStatus === '1' ? 'saved' : 'waiting';
}

/** A list as tables show it, as the interface promises it. */
export function rowOf(head: ExportHead, standing: ExportStanding | undefined) {
  const { sender, documentStatus: _, deleted: __, deadline, receivedAt, ...plain } = head;
  return {
    ...plain,
    recipient: sender,
    state: stateOf(head, standing),
    returnStatus: standing?.returnStatus ?? '2',
    goods: standing?.goods ?? ('awaited' as const),
    ...(standing?.invtNo ? { invtNo: standing.invtNo } : {}),
    ...(standing?.finish ? { finish: standing.finish } : {}),
    ...(standing?.valueCny ? { valueCny: standing.valueCny } : {}),
    receivedAt: receivedAt.toISOString(),
    ...(standing ? { decidedAt: standing.decidedAt.toISOString() } : {}),
    ...(deadline ? { deadline: deadline.toISOString() } : {}),
    ...(standing?.arrivedAt ? { arrivedAt: standing.arrivedAt.toISOString() } : {}),
    ...(standing?.departedAt ? { departedAt: standing.departedAt.toISOString() } : {}),
    ...(standing?.closedAt ? { closedAt: standing.closedAt.toISOString() } : {}),
    attempt: standing?.attempt ?? 0,
    step: standing?.step ?? 0,
  };
}

export type ExportRow = ReturnType<typeof rowOf>;

/** A page of lists, the latest first. */
export async function exportsPage(
  { readers }: LookingPorts,
  wish: Omit<ExportWish, 'before'> & { readonly cursor?: string | undefined },
): Promise<{ readonly lists: ExportRow[]; readonly next?: string }> {
  const { cursor, ...rest } = wish;
  const [at = '', orderNo = '', ebpCode = '', ebcCode = ''] =
    cursor === undefined ? [] : readCursor(cursor, 4);
  if (cursor !== undefined && Number.isNaN(Date.parse(at)))
    throw new Problem(400, 'CURSOR', {
      zh: '游标无效，请从第一页重新读取',
      en: 'Not a cursor of this API; start from the first page',
    });
  const before = cursor === undefined ? undefined : { at, orderNo, ebpCode, ebcCode };
  const { keys, end } = await pageOfExports(readers, { ...rest, before });
  const heads = await exportHeads(readers, keys);
  const standings = new Map((await standingsOf(readers, keys)).map((one) => [listKey(one), one]));
  return {
    lists: heads.map((head) => rowOf(head, standings.get(listKey(head)))),
    ...(end ? { next: cursorOf(end.at, end.orderNo, end.ebpCode, end.ebcCode) } : {}),
  };
}

const notFound = () =>
  new Problem(404, 'EXPORT-NOT-FOUND', {
    zh: '没有这份出口清单，或与本企业无关',
    en: 'There is no such export list, or it is none of this enterprise’s',
  });

/** Whether an enterprise has to do with a list. */
const concerns = (party: string | undefined, head: ExportHead): boolean =>
  party === undefined || [head.sender, head.agentCode, head.ebcCode, head.ebpCode].includes(party);

interface Kept {
  readonly findings?: readonly object[];
  readonly finish?: { readonly route: string; readonly hsDigits: number; readonly by: string } | null;
  readonly reason?: string;
}

/** Why a list is finished the way it is: the row of the table that decided. */
function finishOf(kept: Kept | undefined) {
  const { finish } = kept ?? {};
  const row = FINISH_TABLE.find(({ code }) => code === finish?.by);
  if (!finish || !row) return undefined;
  const { sentence, rule, source, confidence } = row;
  return { ...finish, sentence: sentence as Bilingual, rule, source, confidence };
}

const summaryTold = ({
  sumNo,
  declSeqNo,
}: {
  readonly sumNo: string;
  readonly declSeqNo: string | null;
}) => ({
  sumNo,
  ...(declSeqNo ? { declSeqNo } : {}),
});

/**
 * What an officer may do with a list now, the reasons of the day for it, and the row by which it takes two; nothing where
 * it is not held.
 */
function actsOn({ officerTables, chinaDay, now }: LookingPorts, standing: ExportStanding | undefined) {
  if (standing?.outcome !== 'held') return undefined;
  const day = chinaDay(now());
  const [reasons, rules] = [officerTables.reasonsOn(day), officerTables.fourEyesOn(day)];
  const weighed = { riskClass: null, value: standing.valueCny };
  return officerActs.map((act) => {
    const rule = fourEyesFor(rules, act, weighed);
    return {
      act,
      reasons: reasons.filter((one) => one.act === act).map(named),
      ...(rule ? { fourEyes: named(rule) } : {}),
    };
  });
}

const named = ({ code, zh, en }: Bilingual & { readonly code: string }) => ({ code, zh, en });

/** Who looks: an enterprise at what concerns it, or somebody of the zone, who also sees what officers propose. */
export interface Looker {
  readonly party: string | undefined;
  /** Account, to tell one's own proposals. */
  readonly account: string;
}

/** Whether a paper is another than the latest decision of a list rests on. */
function changedSince(receivedAt: Date | null, standing: ExportStanding | undefined): boolean {
  return receivedAt !== null && standing !== undefined && receivedAt > standing.decidedAt;
}

/** One list with its goods, what is missing, why it stands as it does, and everything that has become of it. */
export async function exportDetail(ports: LookingPorts, key: ExportKey, { party, account }: Looker) {
  const { readers } = ports;
  const [head] = await exportHeads(readers, [key]);
  if (!head || !concerns(party, head)) throw notFound();
  const [[standing], items, decisions, goodsPapers, there] = await Promise.all([
    standingsOf(readers, [key]),
    exportItems(readers, key),
    decisionsOf(readers, key),
    goodsPapersOf(readers, head),
    papersOnFile(readers, head),
  ]);
  const { closedAt, invtNo } = standing ?? {};
  const summedUp = closedAt && invtNo ? await ports.summaryOf(readers, { ...key, invtNo }) : undefined;
  const needed = papersNeeded({
    day: ports.chinaDay(head.receivedAt),
    parameters: ports.tables.parameters,
  });
  // What moves the goods or an officer rests on what the rules found last.
  const judged = decisions.find(({ judge }) => judge === 'engine' || judge === 'advice');
  const kept = (decisions.find(({ assessment }) => 'findings' in assessment) ?? judged)?.assessment as
    | Kept
    | undefined;
  const finish = finishOf(kept);
  const acts = actsOn(ports, standing);
  const proposals = party === undefined ? await proposalsView(ports, key, standing, account) : undefined;
  return {
    list: rowOf(head, standing),
    items,
    papers: (['order', 'payment', 'waybill'] as const).map((paper) => ({
      paper,
      onFile: there[paper] !== null,
      changedSince: changedSince(there[paper], standing),
      needed: needed.includes(paper),
    })),
    findings: (kept?.findings ?? []) as object[],
    ...(finish ? { finish } : {}),
    ...(summedUp ? { summary: summaryTold(summedUp) } : {}),
    ...(acts ? { acts } : {}),
    ...(proposals && proposals.length > 0 ? { proposals } : {}),
    goodsPapers: goodsPapers.map(({ receivedAt, billNo, conveyance, leaveTime, ...plain }) => ({
      ...plain,
      ...(billNo ? { billNo } : {}),
      ...(conveyance ? { conveyance } : {}),
      ...(leaveTime ? { leaveTime } : {}),
      receivedAt: receivedAt.toISOString(),
    })),
    history: decisions.map(({ decidedAt, assessment, ...plain }) => {
      const { reason } = assessment as Kept;
      return { ...plain, decidedAt: decidedAt.toISOString(), ...(reason ? { reason } : {}) };
    }),
  };
}
