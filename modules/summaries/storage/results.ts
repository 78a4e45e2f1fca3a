import { type Queryable, statement } from '#postgres';
import { lineKey } from './placing.ts';

/** Goods of a list in the summary, as CEB792 has them: every value as text. */
export type ResultItem = Record<'invtNo' | 'logisticsNo' | 'gseqno' | 'gnum' | 'gcode', string>;

const items = statement(`
select l.invt_no as "invtNo", l.logistics_no as "logisticsNo", n.line_no::text as gseqno, i.gnum::text as gnum, i.gcode
from summaries.summary s
join summaries.application a on a.ebc_code = s.ebc_code and a.sum_no = s.sum_no
join summaries.member m on m.ebc_code = s.ebc_code and m.sum_no = s.sum_no
  and m.position between s.from_position and s.to_position
join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no
join summaries.item i on i.ebc_code = m.ebc_code and i.invt_no = m.invt_no
join summaries.line n on n.ebc_code = s.ebc_code and n.decl_seq_no = s.decl_seq_no
  and (n.country, n.gcode, n.currency, n.unit, n.unit1, n.unit2, case when a.by_name then n.gname else '' end)
    = (${lineKey('a.by_name')})
where s.ebc_code = $1 and s.decl_seq_no = $2
order by m.position, i.place`);

const weights = statement(`
select trim_scale(gross_weight)::text as "grossWeight", trim_scale(net_weight)::text as "netWeight"
from summaries.summary where ebc_code = $1 and decl_seq_no = $2`);

/** What customs tells of a summary: its weights, and which goods of which list stand in which line. */
export async function resultItems(
  client: Queryable,
  ebcCode: string,
  declSeqNo: string,
): Promise<{ grossWeight: string; netWeight: string; items: ResultItem[] }> {
  const [weight] = await client.query<{ grossWeight: string; netWeight: string }>(weights, [
    ebcCode,
    declSeqNo,
  ]);
  if (!weight) throw new Error(`summary ${declSeqNo} is gone`);
  return { ...weight, items: await client.query<ResultItem>(items, [ebcCode, declSeqNo]) };
}
