import { type Client, type Queryable, statement } from '#postgres';
import type { ExportKey, ExportStanding } from '../domain/export-list.ts';
import type { OfficerAct } from '../domain/officer-tables.ts';

/** What one officer proposes of a held list, for another to confirm. */
export interface ExportProposal {
  readonly attempt: number;
  /** Of the attempt, on which it was made: once the list has moved on it is of no more use. */
  readonly step: number;
  readonly at: Date;
  readonly act: OfficerAct;
  /** Code of the table of reasons. */
  readonly reason: string;
  readonly note: string;
  /** Code of the row by which a second officer has to confirm. */
  readonly fourEyes: string;
  /** Account of the officer. */
  readonly officer: string;
}

export interface StoredProposal extends ExportProposal {
  readonly seq: string;
}

const addThis = statement(`
insert into exports.proposal (order_no, ebp_code, ebc_code, attempt, step, at, act, reason, note, four_eyes, officer)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`);

/** Writes a proposal down; the caller has locked the list. */
export async function addProposal(
  client: Client,
  { orderNo, ebpCode, ebcCode }: ExportKey,
  { attempt, step, at, act, reason, note, fourEyes, officer }: ExportProposal,
): Promise<void> {
  await client.run(addThis, [
    ...[orderNo, ebpCode, ebcCode, attempt, step, at, act, reason, note, fourEyes, officer],
  ]);
}

const columns = `p.seq::text, p.attempt, p.step, p.at, p.act, p.reason, p.note, p.four_eyes as "fourEyes", p.officer`;
const answerOf = 'exports.proposal_answer a on (a.order_no, a.ebp_code, a.ebc_code, a.proposal)';
const itself = '(p.order_no, p.ebp_code, p.ebc_code, p.seq)';

const openOne = statement(`select ${columns} from exports.proposal p left join ${answerOf} = ${itself}
where p.order_no = $1 and p.ebp_code = $2 and p.ebc_code = $3 and p.attempt = $4 and p.step = $5 and a.at is null`);

/** What is proposed of a list as it stands and nobody has answered. */
export async function openProposal(
  client: Queryable,
  { orderNo, ebpCode, ebcCode, attempt, step }: ExportStanding,
): Promise<StoredProposal | undefined> {
  const [found] = await client.query<StoredProposal>(openOne, [orderNo, ebpCode, ebcCode, attempt, step]);
  return found;
}

/** What a second officer says, or the first who takes it back. */
export interface ProposalAnswer {
  readonly proposal: string;
  readonly at: Date;
  readonly answer: 'confirmed' | 'rejected';
  readonly note: string;
  readonly officer: string;
}

const answerThis = statement(`
insert into exports.proposal_answer (order_no, ebp_code, ebc_code, proposal, at, answer, note, officer)
values ($1, $2, $3, $4, $5, $6, $7, $8)`);

/** Writes an answer down, once a proposal; of who proposed it, none that confirms (23514). */
export async function answerProposal(
  client: Client,
  { orderNo, ebpCode, ebcCode }: ExportKey,
  { proposal, at, answer, note, officer }: ProposalAnswer,
): Promise<void> {
  await client.run(answerThis, [orderNo, ebpCode, ebcCode, proposal, at, answer, note, officer]);
}

/** A proposal and what became of it. */
export interface AnsweredProposal extends StoredProposal {
  readonly answer: ProposalAnswer['answer'] | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answerNote: string | null;
}

const ofList = statement(`select ${columns}, a.answer, a.at as "answeredAt", a.officer as "answeredBy",
  a.note as "answerNote"
from exports.proposal p left join ${answerOf} = ${itself}
where p.order_no = $1 and p.ebp_code = $2 and p.ebc_code = $3 order by p.seq desc limit 100`);

/** Everything that was proposed of a list, the latest first. */
export async function proposalsOf(
  client: Queryable,
  { orderNo, ebpCode, ebcCode }: ExportKey,
): Promise<AnsweredProposal[]> {
  return client.query<AnsweredProposal>(ofList, [orderNo, ebpCode, ebcCode]);
}
