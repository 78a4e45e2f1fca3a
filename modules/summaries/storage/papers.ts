import { messageTables } from '#ceb';
import { DocumentTable } from '#documents';
import { type Client, statement } from '#postgres';
import type { ApplicationState } from '../domain/application.ts';

const [head, items] = messageTables.CEB701Message.groups;

/** Where applications lie as messages tell them (CEB701), part by part, beside the number we gave each part. */
export const papers = new DocumentTable({
  table: 'summaries.paper',
  spread: 'copNo',
  head: head?.fields.map(({ name }) => name) ?? [],
  items: items?.fields.map(({ name }) => name) ?? [],
  key: ['agentCode', 'msgSeqNo'],
  numbered: ['msgSeqNo'],
  parties: ['agentCode', 'ebcCode'],
  extra: ['official_pre_no'],
});

/** Whose application a message is about. */
export interface PaperKey {
  readonly copNo: string;
  readonly agentCode: string;
}

const parts = statement(`
select p.msg_seq_no as part, coalesce(array_agg(i.invt_no) filter (where i.invt_no is not null), '{}') as "invtNos"
from summaries.paper p left join summaries.paper_item i using (cop_no, agent_code, msg_seq_no)
where p.cop_no = $1 and p.agent_code = $2 and not p.deleted and p.app_status = '2' and p.msg_count = $3
group by p.msg_seq_no order by p.msg_seq_no`);

/** Parts of an application that are there, with the lists they name. */
export const partsOf = (
  client: Client,
  { copNo, agentCode }: PaperKey,
  count: number,
): Promise<{ readonly part: number; readonly invtNos: readonly string[] }[]> =>
  client.query(parts, [copNo, agentCode, count]);

const states = statement(`
select distinct on (p.cop_no, p.agent_code, p.msg_seq_no) p.cop_no as "copNo", p.agent_code as "agentCode",
  p.msg_seq_no as part, a.state
from summaries.paper p join summaries.application a on a.cop_no = p.cop_no and a.agent_code = p.agent_code
where p.cop_no = any($1)
order by p.cop_no, p.agent_code, p.msg_seq_no, a.applied_at desc, a.sum_no desc`);

/** How far the latest application has come that each part on file belongs to. */
export const partStates = (
  client: Client,
  copNos: readonly string[],
): Promise<(PaperKey & { readonly part: number; readonly state: ApplicationState })[]> =>
  client.query(states, [copNos]);

const latest = statement(`
select distinct on (cop_no, agent_code) cop_no as "copNo", agent_code as "agentCode", ebc_code as "ebcCode",
  sum_no as "sumNo", state
from summaries.application where cop_no = any($1)
order by cop_no, agent_code, applied_at desc, sum_no desc`);

/** The latest application made of a paper. */
export interface MadeOf extends PaperKey {
  readonly ebcCode: string;
  readonly sumNo: string;
  readonly state: ApplicationState;
}

/** The latest applications made of papers with these numbers. */
export const madeOf = (client: Client, copNos: readonly string[]): Promise<MadeOf[]> =>
  client.query<MadeOf>(latest, [copNos]);
