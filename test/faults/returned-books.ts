import type { Database } from '#postgres';

/** A question whose every row is a discrepancy. */
type Check = readonly [what: string, text: string];

const returned = `
  select l.* from returns.line l join returns.case_file c using (order_no, return_no)
  where l.original and c.state in ('inspected', 'closed')`;

const givenBy = (kind: string): string => `
  select order_no, return_no, sum(amount) as amount from returns.given_back where kind = '${kind}'
  group by order_no, return_no having sum(amount) > 0`;

const checks: readonly Check[] = [
  [
    'goods that were found to be the original ones gave nothing back, or others did',
    `select * from (${returned}) l full join (
       select order_no, return_no, gnum from returns.given_back where kind = 'tax') g using (order_no, return_no, gnum)
     where l.quantity is null or not exists (select from returns.given_back a
       where a.order_no = order_no and a.return_no = return_no and a.gnum = gnum and a.kind = 'allowance')`,
  ],
  [
    'a line of a list gave back more or less goods than came back of it',
    `select * from returns.list_line l full join (
       select order_no, gnum, sum(quantity) as quantity from (${returned}) r group by order_no, gnum) r
       using (order_no, gnum)
     where l.given is distinct from coalesce(r.quantity, 0) or l.claimed <> l.given`,
  ],
  [
    'tax or allowance of a line is not what stands for its goods, to the cent, or is not whole where all came back',
    `select * from (
       select l.order_no, l.gnum, g.kind, sum(g.amount) as given, sum(l.quantity) as quantity, min(l.bought) as bought,
         min(case g.kind when 'tax' then l.line_tax else l.line_value end) as whole
       from (${returned}) l join returns.given_back g using (order_no, return_no, gnum)
       where g.kind in ('tax', 'allowance') group by l.order_no, l.gnum, g.kind) s
     where abs(given - whole * quantity / bought) >= 0.01 or (quantity = bought and given <> whole)`,
  ],
  [
    'a tax bill is not lower by what a return gave back, or twice so',
    `select * from (${givenBy('tax')}) g full join (
       select order_no, substr(reference, 8) as return_no, amount from taxbills.reduction
       where reference like 'return %') r using (order_no, return_no)
     where g.amount is distinct from r.amount`,
  ],
  [
    'a bill says another amount is given back, or held, than its reductions do',
    `select b.* from taxbills.bill b
     where returned <> (select coalesce(sum(amount), 0) from taxbills.reduction r
         where (r.order_no, r.ebp_code, r.attempt) = (b.order_no, b.ebp_code, b.attempt))
       or held <> tax - returned or (state = 'void') <> (returned = tax)`,
  ],
  [
    'guarantees were freed of more or less than bills were lowered by',
    `select * from (
       select sum(available_by) as freed from guarantees.movement where cause = 'voided') g,
       (select sum(amount) as lowered from taxbills.reduction) r where freed is distinct from lowered`,
  ],
  [
    'the allowance of a buyer moved by another amount than a return gave back',
    `select * from (${givenBy('allowance')}) g full join (
       select order_no, reference as return_no, amount from quotas.movement where kind = 'returned') m
       using (order_no, return_no) where g.amount is distinct from m.amount`,
  ],
  [
    'a yearly weight moved by another amount than a return gave back',
    `select * from (${givenBy('weight')}) g full join (
       select order_no, reference as return_no, sum(kg) as amount from quotas.weight_movement where kind = 'returned'
       group by order_no, reference) m using (order_no, return_no) where g.amount is distinct from m.amount`,
  ],
  [
    'goods of an account book are not back in it, or twice so',
    `select * from (
       select l.order_no, l.return_no, l.gnum, l.quantity, g.amount from (${returned}) l
       join returns.case_file c using (order_no, return_no)
       left join returns.given_back g on g.order_no = l.order_no and g.return_no = l.return_no and g.gnum = l.gnum
         and g.kind = 'stock' where c.trade_mode = '1210') l
     full join (select reference as return_no, line as gnum, quantity as taken from bonded.movement
       where cause = 'return') m using (return_no, gnum)
     where l.quantity is distinct from m.taken or l.amount is distinct from m.taken`,
  ],
  [
    'what went abroad or was destroyed did not leave its book once',
    `select * from (
       select d.return_no || '/' || d.disposition_id as reference, d.gnum, d.quantity from returns.disposition d
       join returns.given_back g on g.order_no = d.order_no and g.return_no = d.return_no and g.gnum = d.gnum
         and g.kind = 'stock' where d.kind <> 'resale') d
     full join (select reference, line as gnum, quantity as taken from bonded.movement
       where cause in ('ship-back', 'destruction')) m using (reference, gnum)
     where d.quantity is distinct from m.taken`,
  ],
  [
    'what lies in a book is not the sum of what moved',
    `select * from (select book_no, item_no, quantity from bonded.balance where place = 'stock') b full join (
       select book_no, item_no, sum(case when to_place = 'stock' then quantity else -quantity end) as moved
       from bonded.movement group by book_no, item_no) m using (book_no, item_no)
     where b.quantity is distinct from m.moved`,
  ],
  [
    'not all goods that came back went where they were to go, or more of them did',
    `select * from (${returned}) l left join (
       select order_no, return_no, gnum, sum(quantity) as gone from returns.disposition
       group by order_no, return_no, gnum) d using (order_no, return_no, gnum)
     where l.quantity is distinct from d.gone or l.disposed is distinct from d.gone`,
  ],
  [
    'a case took a step twice, or one that is not on record',
    `select c.return_no, c.revision, s.* from returns.case_file c left join (
       select order_no, return_no, count(*) as steps,
         count(*) filter (where to_state <> 'inspected' or from_state <> 'inspected')
           - count(distinct to_state) as again
       from returns.step group by order_no, return_no) s using (order_no, return_no)
     where s.steps is distinct from c.revision or s.again <> 0`,
  ],
  [
    'a step of a case is not in the journal exactly once',
    `select * from (
       select distinct c.return_no, c.kind || '-' || s.to_state as kind from returns.step s
       join returns.case_file c using (order_no, return_no) where s.to_state <> 'received') s
     full join (
       select subject as return_no, kind, count(*) as times from journal.entry
       where (kind like 'return-%' or kind like 'cancellation-%') and kind <> 'return-centre-filed'
       group by subject, kind) j using (return_no, kind)
     where s.kind is null or j.times is distinct from 1`,
  ],
  [
    'its sender was not told once how a case ended, or told of another end',
    `select * from (
       select return_no, case state when 'closed' then '399' else '100' end as said from returns.case_file) c
     full join (
       select body ->> 'preNo' as return_no, return_status as said, count(*) as times from exchange.receipt
       where type in ('CEB624', 'CEB626') and return_status in ('399', '100') group by 1, 2) r using (return_no, said)
     where r.times is distinct from 1`,
  ],
  [
    'parcels of a return centre are not on the return they came for, or on several',
    `select * from (
       select p.return_no, g.gnum, sum(g.quantity) as sorted from return_centre.parcel p
       join return_centre.goods g using (centre_code, parcel_no)
       where p.state = 'listed' and g.quantity > 0 group by p.return_no, g.gnum) p
     full join (
       select l.return_no, l.gnum, l.quantity from returns.line l join returns.step s using (order_no, return_no)
       where s.to_state = 'arrived' and s.by_what = 'centre') l using (return_no, gnum)
     where p.sorted is distinct from l.quantity`,
  ],
  [
    'a list that was cancelled keeps tax or allowance',
    `select c.order_no from returns.case_file c where kind = 'cancellation' and state = 'closed' and (
       exists (select from taxbills.bill b where b.order_no = c.order_no and b.returned <> b.tax)
       or (select sum(case kind when 'reserve' then amount else -amount end) from quotas.movement m
         where m.order_no = c.order_no) <> 0)`,
  ],
];

/**
 * Goes through the books of returns whose cases are all ended: cases, ledgers, parcels, receipts and journal must agree.
 * @returns what does not agree, with some of the rows; empty when all does
 */
export async function returnDiscrepancies(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [what, text] of checks) {
    const rows = await database.query(text);
    if (rows.length > 0) found.push(`${what} (${rows.length}): ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
