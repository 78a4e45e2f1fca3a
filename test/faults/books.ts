import type { Database } from '#postgres';

/** A question whose every row is a discrepancy. */
type Check = readonly [what: string, text: string];

const reserved = `
  select buyer_key, year, sum(case kind when 'reserve' then amount else -amount end) as amount
  from quotas.movement group by buyer_key, year`;

const checks: readonly Check[] = [
  [
    'an allowance is not the sum of its movements, or is overspent',
    `select a.*, m.amount from quotas.allowance a full join (${reserved}) m using (buyer_key, year)
     where a.used is distinct from m.amount or a.used > a.yearly_limit or a.used < 0`,
  ],
  [
    'a decision took of an allowance what the ledger does not show, or the other way round',
    `select d.order_no, d.attempt, d.dutiable_value, m.amount
     from (select * from clearance.decision where buyer_key is not null) d
     full join (select * from quotas.movement where kind = 'reserve') m
       on m.order_no = d.order_no and m.ebp_code = d.ebp_code and m.attempt = d.attempt
         and m.buyer_key = d.buyer_key
     where d.dutiable_value is distinct from m.amount`,
  ],
  [
    'a list that customs sent back keeps its allowance',
    `select d.order_no, d.attempt from clearance.decision d where outcome = 'refused' and exists (
       select from quotas.movement r where r.order_no = d.order_no and r.ebp_code = d.ebp_code
         and r.attempt = d.attempt and r.kind = 'reserve') and not exists (
       select from quotas.movement g where g.order_no = d.order_no and g.ebp_code = d.ebp_code
         and g.attempt = d.attempt and g.kind = 'give-back')`,
  ],
  [
    'something was given back that had not been reserved',
    `select * from quotas.movement g where kind = 'give-back' and not exists (
       select from quotas.movement r where r.kind = 'reserve' and r.buyer_key = g.buyer_key and r.year = g.year
         and r.order_no = g.order_no and r.ebp_code = g.ebp_code and r.attempt = g.attempt and r.amount = g.amount)`,
  ],
  [
    'a list that is no longer good keeps its allowance',
    `select d.order_no, d.attempt from clearance.decision d where buyer_key is not null
       and (exists (select from clearance.decision n where n.order_no = d.order_no and n.ebp_code = d.ebp_code
              and n.attempt > d.attempt)
         or exists (select from clearance.waiting w where w.order_no = d.order_no and w.ebp_code = d.ebp_code))
       and not exists (select from quotas.movement g where g.kind = 'give-back' and g.order_no = d.order_no
         and g.ebp_code = d.ebp_code and g.attempt = d.attempt)`,
  ],
  [
    'a guarantee account is not the sum of its movements, or has less than nothing free',
    `select a.*, m.available, m.reserved from guarantees.account a full join (
       select guarantor, sum(available_by) as available, sum(reserved_by) as reserved from guarantees.movement
       group by guarantor) m using (guarantor)
     where a.available is distinct from m.available or a.reserved is distinct from m.reserved or a.available < 0`,
  ],
  [
    'tax bills say another amount is reserved than the guarantee accounts do',
    `select * from (select guarantor, sum(held) as held from taxbills.bill where held > 0 group by guarantor) b
     full join (select guarantor, reserved from guarantees.account where reserved > 0) a using (guarantor)
     where b.held is distinct from a.reserved`,
  ],
  [
    'a list was released with tax and has no bill of it, or another one',
    `select d.order_no, d.attempt, d.tax_total, b.tax from (
       select distinct order_no, ebp_code, attempt, tax_total from clearance.decision
       where outcome = 'released' and tax_total > 0) d
     full join taxbills.bill b using (order_no, ebp_code, attempt) where d.tax_total is distinct from b.tax`,
  ],
  [
    'the counts over time are not those of the decisions',
    `select * from (
       select recipient, outcome, trade_mode, sum(lists) as lists, sum(dutiable_value) as value, sum(tax_total) as tax
       from clearance.tally group by recipient, outcome, trade_mode) t
     full join (
       select recipient, outcome, trade_mode, count(*) as lists, coalesce(sum(dutiable_value), 0) as value,
         coalesce(sum(tax_total), 0) as tax
       from clearance.decision s
       where not exists (select from clearance.decision n where n.order_no = s.order_no and n.ebp_code = s.ebp_code
         and n.attempt = s.attempt and n.step > s.step)
       group by recipient, outcome, trade_mode) d using (recipient, outcome, trade_mode)
     where (coalesce(t.lists, 0), coalesce(t.value, 0), coalesce(t.tax, 0))
       is distinct from (coalesce(d.lists, 0), coalesce(d.value, 0), coalesce(d.tax, 0))`,
  ],
  [
    'the counts of how lists stand are not those of their latest decisions',
    `select * from (select * from clearance.standing_count where lists <> 0) c
     full join (
       select recipient, outcome, trade_mode, count(*) as lists from clearance.decision d
       where not exists (select from clearance.decision n
           where n.order_no = d.order_no and n.ebp_code = d.ebp_code
             and (n.attempt, n.step) > (d.attempt, d.step))
         and not exists (select from clearance.waiting w
           where w.order_no = d.order_no and w.ebp_code = d.ebp_code)
       group by recipient, outcome, trade_mode) d using (recipient, outcome, trade_mode)
     where c.lists is distinct from d.lists`,
  ],
  [
    'a decision is not in the journal exactly once',
    `select * from (
       select body->>'orderNo' as order_no, (body->>'attempt')::int as attempt,
         coalesce((body->>'step')::int, 0) as step, count(*) as times
       from journal.entry where kind like 'declaration-%' group by 1, 2, 3) j
     full join clearance.decision d using (order_no, attempt, step)
     where j.times is distinct from 1 or d.order_no is null`,
  ],
  [
    'a judgement did not lead to exactly one final receipt',
    `select * from (
       select order_no, count(*) as receipts from exchange.receipt e
       where type = 'CEB622' and return_status in ('100', '300', '500', '800')
         and not exists (select from links.document l where l.order_no = e.order_no)
       group by order_no) r
     full join (
       select order_no, count(*) as decisions from clearance.decision
       where judge = 'engine' group by order_no) d
       using (order_no)
     where r.receipts is distinct from d.decisions`,
  ],
  [
    'customs decided what its sender was not told',
    `select d.order_no, d.attempt, d.step from clearance.decision d where judge = 'customs' and not exists (
       select from exchange.receipt r where r.recipient = d.recipient and r.return_status = d.return_status
         and (r.order_no = d.order_no or r.type = 'CEB900'))`,
  ],
  [
    'a list is on file that neither waits nor is decided',
    `select l.order_no from declarations.import_list l
     where not exists (select from clearance.waiting w where w.order_no = l.order_no and w.ebp_code = l.ebp_code)
       and not exists (select from clearance.decision d where d.order_no = l.order_no and d.ebp_code = l.ebp_code)`,
  ],
  [
    'a list waits or is decided that is not on file',
    `select order_no, ebp_code from (
       select order_no, ebp_code from clearance.waiting union select order_no, ebp_code from clearance.decision) k
     where not exists (select from declarations.import_list l
       where l.order_no = k.order_no and l.ebp_code = k.ebp_code)`,
  ],
];

/**
 * Goes through the books of the platform: ledger, decisions, receipts, journal and counts must agree.
 * @returns what does not agree, with some of the rows; empty when all does
 */
export async function discrepancies(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [what, text] of checks) {
    const rows = await database.query(text);
    if (rows.length > 0) found.push(`${what} (${rows.length}): ${JSON.stringify(rows.slice(0, 3))}`);
  }
  return found;
}
