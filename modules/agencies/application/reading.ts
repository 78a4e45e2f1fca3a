import { listsOf } from '#declarations';
import { keyText } from '#documents';
import { exportHeads } from '#exports';
import { Problem } from '#http';
import type { Bilingual } from '#kernel';
import type { Queryable } from '#postgres';
import { decisionsOfList, type ListKey, questionsOfList } from '../storage/questions.ts';
import { sendingsOfList } from '../storage/sendings.ts';
import type { AgencyPorts } from './ports.ts';

/** Of what went of a list, the latest shown (D). */
const mostSendings = 200;

/** @throws Problem 404 where there is no such list, or it is none of the party's */
async function listFor(
  readers: Queryable,
  { orderNo, ebpCode, ebcCode }: ListKey,
  party: string | undefined,
): Promise<void> {
  if (ebcCode !== '') return exportFor(readers, { orderNo, ebpCode, ebcCode }, party);
  const head = (await listsOf(readers, [{ orderNo, ebpCode }])).get(keyText([orderNo, ebpCode]));
  const mine =
    head &&
    (party === undefined ||
      [head.sender, head.sentFor, head.ebpCode, head.ebcCode, head.agentCode].includes(party));
  if (!mine)
    throw new Problem(404, 'LIST-NOT-FOUND', {
      zh: `没有清单 ${ebpCode}/${orderNo}`,
      en: `There is no list ${ebpCode}/${orderNo}`,
    });
}

/** @throws Problem 404 where there is no such export list, or it is none of the party's */
async function exportFor(readers: Queryable, key: ListKey, party: string | undefined): Promise<void> {
  const [list] = await exportHeads(readers, [key]);
  const parties = list ? [list.sender, list.agentCode, list.ebcCode, list.ebpCode] : [];
  if (!list || (party !== undefined && !parties.includes(party)))
    throw new Problem(404, 'EXPORT-NOT-FOUND', {
      zh: '没有这份出口清单，或与本企业无关',
      en: 'There is no such export list, or it is none of this enterprise’s',
    });
}

/** Who waits for whom about a list and since when, what each agency said, and what each got of it. */
export async function agenciesOfList(
  {
    database,
    requirements,
    now,
    parameters,
  }: Pick<AgencyPorts, 'database' | 'requirements' | 'now' | 'parameters'>,
  key: ListKey,
  party: string | undefined,
) {
  const { readers } = database;
  await listFor(readers, key, party);
  const [questions, decisions, sendings] = await Promise.all([
    questionsOfList(readers, key),
    decisionsOfList(readers, key),
    sendingsOfList(readers, key, mostSendings),
  ]);
  const why = whyOf(requirements.rows);
  const latest = Math.max(0, ...questions.map(({ attempt }) => attempt));
  const at = now();
  return {
    questions: questions
      .filter(({ attempt }) => attempt === latest)
      .map(({ agency, attempt, requirements: ids, state, judge, since, decidedAt, inspecting }) => ({
        ...{ agency, attempt, state, judge, since: since.toISOString() },
        asked: ids.map((id) => ({ id, why: why(id) })),
        ...(decidedAt ? { decidedAt: decidedAt.toISOString() } : {}),
        ...(inspecting === null ? {} : { inspecting }),
        overdue: state === 'waiting' && at.getTime() - since.getTime() > parameters().overdueMs,
      })),
    decisions: decisions.map(({ agency, attempt, word, judge, reason, at: saidAt }) => ({
      ...{ agency, attempt, word, judge, reason, at: saidAt.toISOString() },
    })),
    sendings: sendings.map(({ agency, way, why: reason, fields, digest, at: sentAt }) => ({
      ...{ agency, way, why: reason, fields: [...fields], digest, at: sentAt.toISOString() },
    })),
    now: at.toISOString(),
  };
}

/** The words of a requirement by its id; the id itself where the table no longer has it. */
export const whyOf =
  (rows: readonly { readonly id: string; readonly why: Bilingual }[]) =>
  (id: string): Bilingual =>
    rows.find((row) => row.id === id)?.why ?? { zh: id, en: id };
