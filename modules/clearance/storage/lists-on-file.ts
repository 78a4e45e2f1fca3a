import { type Queryable, statement } from '#postgres';
import type { ListKey } from './pages.ts';

/** What a decided list had been released for, and when. */
export interface Assessed extends ListKey {
  /** First release of its latest attempt; null where it is none. */
  readonly releasedAt: Date | null;
  /** The tax as it was stored; null where it could not be worked out. */
  readonly tax: object | null;
}

// An officer or customs decides without figures of their own: those of the rules stand behind their decision.
const assessedOf = statement(`
select order_no as "orderNo", ebp_code as "ebpCode",
  (select min(r.decided_at) from clearance.decision r where r.order_no = l.order_no and r.ebp_code = l.ebp_code
    and r.attempt = l.attempt and r.outcome = 'released') as "releasedAt",
  (select a.assessment->'tax' from clearance.decision a where a.order_no = l.order_no and a.ebp_code = l.ebp_code
    and a.assessment->>'tax' is not null order by a.attempt desc, a.step desc limit 1) as tax
from (select order_no, ebp_code, max(attempt) as attempt from clearance.decision
  where order_no = any($1) group by order_no, ebp_code) l`);

/** When lists were released, and what for. */
export async function assessedLists(client: Queryable, orderNos: readonly string[]): Promise<Assessed[]> {
  return client.query<Assessed>(assessedOf, [orderNos]);
}
