import { type Queryable, statement } from '#postgres';

/** A list in a live summary declaration. */
export interface DeclaredList {
  readonly invtNo: string;
  readonly declSeqNo: string;
  readonly entryId: string;
}

const declared = statement(`
select m.invt_no as "invtNo", s.decl_seq_no as "declSeqNo", s.entry_id as "entryId"
from summaries.member m join summaries.summary s on s.ebc_code = m.ebc_code and s.sum_no = m.sum_no
  and m.position between s.from_position and s.to_position and s.state = 'declared'
where m.ebc_code = $1 and m.sum_no = $2 and m.live and m.invt_no > $3 order by m.invt_no limit $4`);

/** The live application a closed list is in, and once it is summed up its summary. */
export interface SummaryOfList {
  readonly sumNo: string;
  readonly declSeqNo: string | null;
}

const ofList = statement(`
select m.sum_no as "sumNo", s.decl_seq_no as "declSeqNo"
from summaries.member m left join summaries.summary s on s.ebc_code = m.ebc_code and s.sum_no = m.sum_no
  and m.position between s.from_position and s.to_position and s.state = 'declared'
where m.ebc_code = $1 and m.invt_no = $2 and m.live`);

/** Where a list of a consignor is being summed up or has been; nothing where it is in no live summary. */
export async function summaryOfList(
  client: Queryable,
  { ebcCode, invtNo }: { readonly ebcCode: string; readonly invtNo: string },
): Promise<SummaryOfList | undefined> {
  const [found] = await client.query<SummaryOfList>(ofList, [ebcCode, invtNo]);
  return found;
}

/** Lists of an application that stand in live summaries, in the order of their numbers, after one. */
export const declaredLists = (
  client: Queryable,
  wish: { readonly ebcCode: string; readonly sumNo: string; readonly after: string; readonly limit: number },
): Promise<DeclaredList[]> =>
  client.query<DeclaredList>(declared, [wish.ebcCode, wish.sumNo, wish.after, wish.limit]);
