import { type Client, type Queryable, statement } from '#postgres';
import type { Application, ApplicationState, NewApplication } from '../domain/application.ts';

export const COLUMNS = `ebc_code as "ebcCode", ebc_name as "ebcName", sum_no as "sumNo", origin, cop_no as "copNo",
  pre_no as "preNo", agent_code as "agentCode", agent_name as "agentName", decl_agent_code as "declAgentCode",
  decl_agent_name as "declAgentName", closed_from as "closedFrom", closed_before as "closedBefore",
  by_numbers as "byNumbers", by_seller as "bySeller", by_name as "byName", most_lines as "mostLines", state, lists, placed,
  summaries, by_whom as "by", applied_at as "appliedAt", finished_at as "finishedAt"`;

/** Numbers of one of the module's sequences. */
export async function numbersFrom(
  client: Queryable,
  sequence: 'sum_no' | 'pre_no' | 'decl_seq_no' | 'entry_no',
  count: number,
): Promise<bigint[]> {
  const rows = await client.query<{ number: string }>(
    `select nextval('summaries.${sequence}')::text as number from generate_series(1, $1)`,
    [count],
  );
  return rows.map(({ number }) => BigInt(number));
}

const add = statement(`
insert into summaries.application (ebc_code, sum_no, origin, cop_no, pre_no, ebc_name, agent_code, agent_name,
  decl_agent_code, decl_agent_name, closed_from, closed_before, by_numbers, by_seller, by_name, most_lines, state,
  by_whom, applied_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'applied', $17, $18)
returning ${COLUMNS}`);

export async function addApplication(
  client: Client,
  sumNo: string,
  application: NewApplication,
): Promise<Application> {
  const { origin, ebcCode, ebcName, agent, broker, chosen, wish, mostLines, by, at } = application;
  const [row] = await client.query<Application>(add, [
    ...[ebcCode, sumNo, origin, application.copNo ?? null, application.preNo ?? null, ebcName],
    ...[agent.code, agent.name, broker.code, broker.name],
    ...[chosen.closedFrom ?? null, chosen.closedBefore ?? null, chosen.invtNos !== undefined],
    ...[wish.bySeller, wish.byName, mostLines, by, at],
  ]);
  if (chosen.invtNos !== undefined)
    await client.run(
      `insert into summaries.named (ebc_code, sum_no, invt_no) select distinct $1, $2, n from unnest($3::text[]) as n`,
      [ebcCode, sumNo, chosen.invtNos],
    );
  return row as Application;
}

const lock = statement(
  `select ${COLUMNS} from summaries.application where ebc_code = $1 and sum_no = $2 for update`,
);

/** An application, locked. */
export async function lockApplication(
  client: Client,
  ebcCode: string,
  sumNo: string,
): Promise<Application | undefined> {
  const [row] = await client.query<Application>(lock, [ebcCode, sumNo]);
  return row;
}

/** An application nobody is at work on, locked; the oldest first. @param except numbers of those left for later */
export async function lockOpenApplication(
  client: Client,
  except: readonly string[],
): Promise<Application | undefined> {
  const [row] = await client.query<Application>(
    `select ${COLUMNS} from summaries.application where state in ('applied', 'claimed') and sum_no <> all($1::text[])
     order by applied_at limit 1 for update skip locked`,
    [except],
  );
  return row;
}

// What lists of one declaration have in common; a producer without a code is told by name.
const KEY = `l.trade_mode, l.traf_mode, l.country, l.port_code,
  case when $5::boolean then l.owner_code || case l.owner_code when 'NO' then ' ' || l.owner_name else '' end else '' end`;

const claim = statement(`
with chosen as (
  select l.invt_no, l.month,
    row_number() over (order by ${KEY}, l.goods, l.invt_no) as position,
    dense_rank() over (order by ${KEY}) as run
  from summaries.list l
  where l.ebc_code = $1 and l.statistics_flag = 'B'
    and ($3::timestamptz is null or l.closed_at >= $3 and l.closed_at < $4)
    and (not $6::boolean or exists (
      select from summaries.named n where n.ebc_code = l.ebc_code and n.sum_no = $2 and n.invt_no = l.invt_no))
    and case when $7::boolean then l.named_line_count else l.line_count end <= $8
    and not exists (
      select from summaries.member m where m.ebc_code = l.ebc_code and m.invt_no = l.invt_no and m.live)
), taken as (
  insert into summaries.member (ebc_code, sum_no, position, invt_no, live)
  select $1, $2, position, invt_no, true from chosen order by position
), runs as (
  insert into summaries.run (ebc_code, sum_no, from_position, to_position)
  select $1, $2, min(position), max(position) from chosen group by run
), counted as (
  update summaries.tally t set taken = t.taken + c.lists
  from (select month, count(*) as lists from chosen group by month) as c
  where t.ebc_code = $1 and t.month = c.month
)
select count(*)::int as lists from chosen`);

/**
 * Takes the lists an application is for and that are in no live summary, in the order in which they are put together: lists
 * of one key next to each other, in it lists of the same goods. One statement, so all of them or none.
 */
export async function claimLists(client: Client, one: Application): Promise<number> {
  // Two applications of one enterprise take one after the other, so that the second sees what the first has taken.
  await client.run(`select pg_advisory_xact_lock(hashtextextended('summaries ' || $1, 0))`, [one.ebcCode]);
  const [row] = await client.query<{ lists: number }>(claim, [
    ...[one.ebcCode, one.sumNo, one.closedFrom, one.closedBefore],
    ...[one.bySeller, one.byNumbers, one.byName, one.mostLines],
  ]);
  return row?.lists ?? 0;
}

const tellLeftOut = statement(`
update summaries.named n set left_out = case
    when l.invt_no is null then 'SUMMARY-LIST-UNKNOWN'
    when l.statistics_flag <> 'B' then 'SUMMARY-STATISTICS'
    when $3::timestamptz is not null and not (l.closed_at >= $3 and l.closed_at < $4) then 'SUMMARY-LIST-UNKNOWN'
    when case when $5::boolean then l.named_line_count else l.line_count end > $6 then 'SUMMARY-TOO-MANY-LINES'
    else 'SUMMARY-LIST-ELSEWHERE' end
from summaries.named w left join summaries.list l using (ebc_code, invt_no)
where n.ebc_code = $1 and n.sum_no = $2 and w.ebc_code = n.ebc_code and w.sum_no = n.sum_no and w.invt_no = n.invt_no
  and not exists (select from summaries.member m where m.ebc_code = $1 and m.invt_no = n.invt_no and m.sum_no = $2)`);

const tellTooLong = statement(`
insert into summaries.named (ebc_code, sum_no, invt_no, left_out)
select l.ebc_code, $2, l.invt_no, 'SUMMARY-TOO-MANY-LINES' from summaries.list l
where l.ebc_code = $1 and l.statistics_flag = 'B' and l.closed_at >= $3 and l.closed_at < $4
  and case when $5::boolean then l.named_line_count else l.line_count end > $6`);

/** Notes of each list an application could not take why. */
export async function noteLeftOut(client: Client, one: Application): Promise<void> {
  await client.run(one.byNumbers ? tellLeftOut : tellTooLong, [
    ...[one.ebcCode, one.sumNo, one.closedFrom, one.closedBefore, one.byName, one.mostLines],
  ]);
}

const move = statement(`
update summaries.application set state = $3, lists = $4, placed = $5, summaries = $6, finished_at = $7
where ebc_code = $1 and sum_no = $2`);

/** Writes down how far an application has come. */
export async function moveApplication(
  client: Client,
  one: Application,
  to: {
    readonly state: ApplicationState;
    readonly lists?: number;
    readonly placed?: number;
    readonly summaries?: number;
    readonly finishedAt?: Date;
  },
): Promise<Application> {
  const moved = { ...one, finishedAt: null, ...to };
  await client.run(move, [
    ...[one.ebcCode, one.sumNo, moved.state, moved.lists, moved.placed, moved.summaries, moved.finishedAt],
  ]);
  return moved;
}
