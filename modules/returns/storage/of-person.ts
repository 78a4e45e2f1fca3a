import { type Queryable, statement } from '#postgres';
import type { CaseState } from '../domain/case.ts';

/** A return of goods a person bought, and what came of it; amounts CNY, decimal texts. */
export interface PersonsReturn {
  readonly returnNo: string;
  readonly orderNo: string;
  readonly platform: string;
  readonly seller: string;
  /** Name of the first goods that come back, and how many lines there are. */
  readonly goods: string;
  readonly items: number;
  readonly state: CaseState;
  readonly appliedAt: Date;
  /** YYYY-MM-DD, in China; null before the rules have looked. */
  readonly arriveBy: string | null;
  readonly arrivedOn: string | null;
  readonly movedAt: Date;
  readonly refusedFor: readonly string[];
  /** Null where nothing was given back. */
  readonly givenAt: Date | null;
  readonly tax: string | null;
  readonly allowance: string | null;
}

const ofPerson = statement(`
select c.return_no as "returnNo", c.order_no as "orderNo", r.ebp_name as platform, r.ebc_name as seller, i.goods, i.items,
  c.state, c.applied_at as "appliedAt", c.arrive_by::text as "arriveBy", c.arrived_on::text as "arrivedOn",
  c.moved_at as "movedAt", c.refused_for as "refusedFor", g.at as "givenAt", g.tax, g.allowance
from returns.import_return r
join returns.case_file c on c.order_no = r.order_no and c.return_no = r.official_pre_no
cross join lateral (
  select (array_agg(gname order by gnum))[1] as goods, count(*)::int as items from returns.import_return_item l
  where l.order_no = r.order_no and l.ebp_code = r.ebp_code and l.cop_no = r.cop_no) i
cross join lateral (
  select max(given_at) as at, trim_scale(sum(amount) filter (where kind = 'tax'))::text as tax,
    trim_scale(sum(amount) filter (where kind = 'allowance'))::text as allowance
  from returns.given_back b where b.order_no = c.order_no and b.return_no = c.return_no) g
where r.person = $1
order by c.applied_at desc, c.return_no desc limit $2`);

/** Returns of goods bought in a person's name, the latest first. @param person digest of who it is, as papers have it */
export async function returnsOfPerson(
  client: Queryable,
  person: string,
  limit: number,
): Promise<PersonsReturn[]> {
  return client.query<PersonsReturn>(ofPerson, [person, limit]);
}
