import { dutyFinding } from '../../modules/taxbills/domain/finding-codes.ts';
import type { Platform } from './platform.ts';

/** Platform of the samples' orders. */
const seller = '5301363602';

/** A guarantee that waits to be confirmed, and a certificate to be paid, beside the bills of the stories told. */
export async function keepTax(platform: Platform): Promise<void> {
  const answer = await fetch(`${platform.url}/api/guarantees/given`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${platform.keyOf(seller)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      ...{ kind: 'letter', paperNo: 'BH2026-0142', issuer: '示例银行昆明分行', amount: '500000' },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await platform.database.run(
    `insert into taxbills.certificate (certificate_no, guarantor, customs_code, released_on, due_from, due_to, bills, total,
       state, made_at) values ('8620202603000000001', $1, '8620', '2026-02-07', '2026-03-10', '2026-03-24', 12, 1204.5, 'open',
       '2026-03-10T01:00:00Z')`,
    [seller],
  );
  await keepBill(platform);
}

/** Of one bill less cover was asked for, and customs' own, read back, differs from it. */
async function keepBill({ database }: Platform): Promise<void> {
  const orderNo = 'D260310S01A';
  const lines = [
    { gnum: '1', gcode: '2008111000', taxPrice: '1276.15', customsTax: '0.00', valueAddedTax: '116.13' },
  ];
  await database.run(
    `update taxbills.bill set returned = 16.13, held = 0, tax_no = '8620T0000000001', lines = $3, told_at = '2026-03-10T02:10:00Z'
     where order_no = $1 and ebp_code = $2`,
    [orderNo, seller, JSON.stringify(lines.map((line) => ({ ...line, consumptionTax: '0.00' })))],
  );
  await database.run(
    `insert into taxbills.reduction (order_no, ebp_code, reference, attempt, amount, after_payment, reason, at)
     select order_no, ebp_code, 'return T260312-1', attempt, 16.13, false, 'return', '2026-03-12T02:00:00Z'
     from taxbills.bill where order_no = $1`,
    [orderNo],
  );
  await database.run(
    `insert into reliefs.relief (guarantor, reference, day, code, tax, relieved, at)
     select guarantor, ebp_code || '/' || order_no || '/' || attempt, released_on, 'GC-AEO', tax, tax, released_at
     from taxbills.bill where order_no = $1`,
    [orderNo],
  );
  const message = '018f6d2a-0000-7000-8000-000000000816';
  const named = JSON.stringify({ orderNo, ebpCode: seller });
  await database.run(
    `insert into links.document (sender, message_id, agency, place, root, order_no, business_key, named, unadvised)
     values ($1, $2, 'customs', 0, 'CEB621Message', $3, $3, $4, false)`,
    [seller, message, orderNo, named],
  );
  const findings = [
    dutyFinding('DUTY-SUM', 'Tax/TaxHeadRd', '120.00 ≠ 116.13'),
    dutyFinding('DUTY-LINE', 'Tax/TaxListRd[0]', '120.00 ≠ 116.13'),
  ];
  await database.run(
    `insert into links.answer (digest, agency, arrival, place, arrived_at, type, return_status, return_time, return_info,
       body, standing, findings, sender, message_id)
     values ('\\x0816', 'customs', '\\x0816', 0, '2026-03-10T03:00:00Z', 'CEB816', '1', '20260310110000000', '',
       $1, 'taken', $2, $3, $4)`,
    [named, JSON.stringify(findings), seller, message],
  );
}
