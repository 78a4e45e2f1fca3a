import { type Client, statement } from '#postgres';
import type { Application } from '../domain/application.ts';
import type { PlacedList } from '../domain/pack.ts';

/** Lists of one key that stand together. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Whether all of it fits one summary; null until it has been looked at. */
  readonly narrow: boolean | null;
}

const runAt = statement(`
select from_position as "from", to_position as "to", narrow from summaries.run
where ebc_code = $1 and sum_no = $2 and from_position <= $3 order by from_position desc limit 1`);

/** The run a place lies in. */
export async function runOf(client: Client, { ebcCode, sumNo }: Application, position: number): Promise<Run> {
  const [row] = await client.query<Run>(runAt, [ebcCode, sumNo, position]);
  if (!row) throw new Error(`place ${position} of ${sumNo} lies in no run`);
  return row;
}

/** What tells the lines of a summary apart. @param byName SQL that says whether goods of another name are another line */
export const lineKey = (byName: string): string =>
  `i.country, i.gcode, i.currency, i.unit, i.unit1, i.unit2, case when ${byName} then i.gname else '' end`;

const MEMBERS = `summaries.member m join summaries.item i on i.ebc_code = m.ebc_code and i.invt_no = m.invt_no`;

const linesOfRun = statement(`
select count(*)::int as lines from (
  select from ${MEMBERS}
  where m.ebc_code = $1 and m.sum_no = $2 and m.position between $3 and $4
  group by ${lineKey('$5::boolean')}
) as line`);

const noteWidth = statement(
  `update summaries.run set narrow = $4 where ebc_code = $1 and sum_no = $2 and from_position = $3`,
);

/** Whether all lists of a run fit one summary; looked up once and kept. */
export async function isNarrow(client: Client, one: Application, run: Run): Promise<boolean> {
  if (run.narrow !== null) return run.narrow;
  const [row] = await client.query<{ lines: number }>(linesOfRun, [
    ...[one.ebcCode, one.sumNo, run.from, run.to, one.byName],
  ]);
  const narrow = (row?.lines ?? 0) <= one.mostLines;
  await client.run(noteWidth, [one.ebcCode, one.sumNo, run.from, narrow]);
  return narrow;
}

const linesOfLists = statement(`
select m.position, array_agg(concat_ws(chr(31), ${lineKey('$5::boolean')})) as lines from ${MEMBERS}
where m.ebc_code = $1 and m.sum_no = $2 and m.position between $3 and $4
group by m.position order by m.position`);

/** Lists in their places, with the lines each goes to. */
export function placedLists(
  client: Client,
  one: Application,
  from: number,
  to: number,
): Promise<PlacedList[]> {
  return client.query<PlacedList>(linesOfLists, [one.ebcCode, one.sumNo, from, to, one.byName]);
}
