import { type Client, statement } from '#postgres';
import { BILL, type Bill, type BillKey } from './bills.ts';

const number = statement(`
update taxbills.bill b set tax_no = m.tax_no, lines = m.lines::json
from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) as m(order_no, ebp_code, attempt, tax_no, lines)
where b.order_no = m.order_no and b.ebp_code = m.ebp_code and b.attempt = m.attempt`);

/** Notes the numbers and lines customs has given bills. @param lines JSON texts */
export async function numberBills(
  client: Client,
  bills: readonly (BillKey & { readonly taxNo: string; readonly lines: string })[],
): Promise<void> {
  if (bills.length === 0) return;
  await client.run(number, [
    bills.map(({ orderNo }) => orderNo),
    bills.map(({ ebpCode }) => ebpCode),
    bills.map(({ attempt }) => attempt),
    bills.map(({ taxNo }) => taxNo),
    bills.map(({ lines }) => lines),
  ]);
}

const merge = statement(`
update taxbills.bill set state = 'merged', certificate_no = $1
where (order_no, ebp_code, attempt) in (select * from unnest($2::text[], $3::text[], $4::int[])) and state = 'open'
returning ${BILL}`);

/** Puts open bills under a certificate. @returns those that were open */
export const putUnder = (client: Client, certificateNo: string, bills: readonly BillKey[]): Promise<Bill[]> =>
  client.query<Bill>(merge, [
    certificateNo,
    bills.map(({ orderNo }) => orderNo),
    bills.map(({ ebpCode }) => ebpCode),
    bills.map(({ attempt }) => attempt),
  ]);

const grow = statement(`
update taxbills.certificate set bills = bills + $2, total = total + $3, due_to = least(due_to, $4::date)
where certificate_no = $1`);

/** Adds bills to a certificate that is there and locked. */
export async function growCertificate(
  client: Client,
  certificateNo: string,
  more: { readonly bills: number; readonly total: string; readonly dueTo: string },
): Promise<void> {
  await client.run(grow, [certificateNo, more.bills, more.total, more.dueTo]);
}
