import { type Queryable, statement } from '#postgres';
import type { ExportList } from '../domain/summarise.ts';

/** Which lists: those of a summary, or those of them that went to one of its lines. */
export interface PartOf {
  readonly ebcCode: string;
  readonly declSeqNo: string;
}

const SUMMARY =
  'summaries.summary s join summaries.member m on m.ebc_code = s.ebc_code and m.sum_no = s.sum_no';

const digests = statement(`
select m.position, l.invt_no as "invtNo", l.digest from ${SUMMARY}
join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no
where s.ebc_code = $1 and s.decl_seq_no = $2 and m.position between greatest(s.from_position, $3::int) and s.to_position
order by m.position limit $4`);

/** A list as a proof names it, in its place. */
export interface ProvedList {
  readonly position: number;
  readonly invtNo: string;
  readonly digest: string;
}

/** Lists of a summary as its proof names them, from a place on. */
export const provedLists = (
  client: Queryable,
  { ebcCode, declSeqNo }: PartOf,
  from: number,
  limit: number,
): Promise<ProvedList[]> => client.query<ProvedList>(digests, [ebcCode, declSeqNo, from, limit]);

// Numbers are written by PostgreSQL, which drops no digit; those that read them write them their own way.
const contributions = statement(`
select m.position, jsonb_build_object(
    'head', jsonb_build_object('invtNo', l.invt_no, 'statisticsFlag', l.statistics_flag, 'ebcCode', l.ebc_code,
      'ebcName', l.ebc_name, 'ownerCode', l.owner_code, 'ownerName', l.owner_name, 'tradeMode', l.trade_mode,
      'trafMode', l.traf_mode, 'country', l.country, 'portCode', l.port_code),
    'items', (
      select jsonb_agg(jsonb_build_object('gnum', i.gnum, 'country', i.country, 'gcode', i.gcode, 'gname', i.gname,
        'currency', i.currency, 'unit', i.unit, 'unit1', i.unit1, 'unit2', i.unit2, 'qty', trim_scale(i.qty)::text,
        'qty1', trim_scale(i.qty1)::text, 'qty2', coalesce(trim_scale(i.qty2)::text, ''),
        'totalPrice', trim_scale(i.total_price)::text) order by i.place)
      from summaries.item i where i.ebc_code = l.ebc_code and i.invt_no = l.invt_no)) as list
from ${SUMMARY}
join summaries.list l on l.ebc_code = m.ebc_code and l.invt_no = m.invt_no
where s.ebc_code = $1 and s.decl_seq_no = $2 and m.position between greatest(s.from_position, $3::int) and s.to_position
order by m.position limit $4`);

/** A list of a summary with all it contributes, in its place. */
export interface ContributedList {
  readonly position: number;
  readonly list: ExportList;
}

/** What lists of a summary contribute, from a place on. */
export const contributedLists = (
  client: Queryable,
  { ebcCode, declSeqNo }: PartOf,
  from: number,
  limit: number,
): Promise<ContributedList[]> =>
  client.query<ContributedList>(contributions, [ebcCode, declSeqNo, from, limit]);
