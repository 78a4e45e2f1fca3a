import { record } from '#journal';
import type { Client } from '#postgres';
import type { ExportList } from '../domain/dossier.ts';
import { type ExportJudge, type ExportMove, type ExportStanding, listKey } from '../domain/export-list.ts';
import { countStandings } from '../storage/counts.ts';
import { addDecisions, type ExportDecision } from '../storage/decisions.ts';
import { exportLists } from '../storage/export-papers.ts';
import { stepStandings } from '../storage/standings.ts';
import { tellFollowers } from './follower.ts';
import { journalEntry } from './journal-entries.ts';
import { listReceipt } from './judge-exports.ts';
import type { ExportPorts } from './ports.ts';

/** What is decided of a list that stands decided. */
export interface ExportStep {
  /** As it stands, locked by the caller. */
  readonly before: ExportStanding;
  readonly judge: ExportJudge;
  readonly outcome: ExportDecision['outcome'];
  readonly returnStatus: string;
  readonly returnInfo: string;
  readonly at: Date;
  /** Why, as JSON text; nothing where it is left out. */
  readonly why?: string;
  readonly preNo?: string | undefined;
  readonly invtNo?: string | undefined;
}

/**
 * Records decisions on lists that stand decided, in the caller's transaction: each a further step of its attempt, with
 * journal, counts and followers, and receipts where the platform itself answers.
 * @returns how the lists stand then, in the order of the steps
 */
export async function recordSteps(
  ports: Pick<ExportPorts, 'rules' | 'followers' | 'returnTime' | 'addReceipts'>,
  client: Client,
  steps: readonly ExportStep[],
  answered: 'by-us' | 'by-customs' | 'by-another-paper',
): Promise<ExportStanding[]> {
  if (steps.length === 0) return [];
  const after = steps.map(
    ({ before, outcome, returnStatus, at, preNo, invtNo }): ExportStanding => ({
      ...before,
      ...{ step: before.step + 1, outcome, returnStatus, decidedAt: at },
      preNo: preNo ?? before.preNo,
      invtNo: invtNo ?? before.invtNo,
      closedAt: outcome === 'closed' ? at : before.closedAt,
    }),
  );
  await addDecisions(
    client,
    steps.map(({ before, judge, outcome, returnInfo, why }, i) => ({
      ...(after[i] ?? before),
      ...{ judge, outcome, returnInfo, rulebook: ports.rules.edition, assessment: why ?? '{}' },
    })),
  );
  await stepStandings(client, after);
  await countStandings(
    client,
    after,
    steps.map(({ before }) => before),
  );
  if (answered === 'by-us') await answer(ports, client, steps, after);
  const moves = steps.map(
    ({ outcome, at, before }, i): ExportMove => ({ what: outcome, at, list: after[i] ?? before }),
  );
  await record(client, moves.map(journalEntry));
  await tellFollowers(ports.followers, client, moves);
  return after;
}

async function answer(
  ports: Pick<ExportPorts, 'returnTime' | 'addReceipts'>,
  client: Client,
  steps: readonly ExportStep[],
  after: readonly ExportStanding[],
): Promise<void> {
  const documents = await exportLists.load<ExportList>(client, [
    ...new Set(after.map(({ orderNo }) => orderNo)),
  ]);
  const heads = new Map(documents.map(({ key, document }) => [key, document.head]));
  await ports.addReceipts(
    client,
    after.flatMap((list, i) => {
      const head = heads.get(listKey(list));
      return head ? [listReceipt(ports, head, list, steps[i]?.returnInfo ?? '')] : [];
    }),
  );
}
