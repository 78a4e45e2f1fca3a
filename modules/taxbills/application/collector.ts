import { taxesAssessed } from '#clearance';
import { keyText } from '#documents';
import { addReceipts } from '#exchange';
import { record } from '#journal';
import { addDays, formatDecimal, parseDecimal, subtract, sum } from '#kernel';
import type { Client } from '#postgres';
import { parameterOn, parseTax } from '#tax';
import type { Bill } from '../storage/bills.ts';
import {
  addCertificate,
  type Certificate,
  groupsToMerge,
  markOverdue,
  markReminded,
  markTold,
  mergeBills,
  nextCertificateNo,
  untoldBills,
} from '../storage/certificates.ts';
import { billReceipt, linesOf, statusReceipt, taxNoOf } from './papers.ts';
import type { TaxBillPorts } from './ports.ts';

/** Bills in one transaction at most. */
const MOST_AT_ONCE = 500;

/** Sends the bills whose time has come, then merges those that are to be paid, then reminds. Done again, it does nothing more. */
export async function collect(ports: TaxBillPorts): Promise<void> {
  if (ports.issues) {
    while ((await tellSome(ports)) === MOST_AT_ONCE);
    await mergeAll(ports);
  }
  await remind(ports);
}

function toldAfterMs({ taxSources, toldAfterMs: set, now, chinaDay }: TaxBillPorts): number {
  const seconds = parameterOn(taxSources.parameters, 'tax_bill.told_after_seconds', chinaDay(now()))?.value;
  return set ?? Number(seconds) * 1000;
}

/** Sends some bills (CEB816). @returns how many */
async function tellSome(ports: TaxBillPorts): Promise<number> {
  const at = ports.now();
  const before = new Date(at.getTime() - toldAfterMs(ports));
  const recipients = await ports.database.transaction(async (client) => {
    const bills = await untoldBills(client, before, MOST_AT_ONCE);
    if (bills.length === 0) return [];
    const assessed = await taxesAssessed(client, bills);
    const returnTime = ports.returnTime(at);
    const told = bills.map((bill) => {
      const tax = parseTax(assessed.get(keyText([bill.orderNo, bill.ebpCode])), ports.taxSources);
      if (tax.decision === 'REJECT') throw new RangeError(`list ${bill.orderNo} was released without tax`);
      const taxNo = taxNoOf(bill);
      const receipt = billReceipt(bill, tax, taxNo, returnTime);
      return { bill, taxNo, receipt, lines: JSON.stringify(linesOf(tax)) };
    });
    await addReceipts(
      client,
      told.map(({ receipt }) => receipt),
    );
    await markTold(client, told, at);
    return bills.map(({ agent }) => agent);
  });
  if (recipients.length > 0) ports.receiptsWritten(new Set(recipients));
  return recipients.length;
}

/** Merges bills into certificates from the first day they may be paid, and says so of each (CEB818). */
async function mergeAll(ports: TaxBillPorts): Promise<void> {
  const at = ports.now();
  for (;;) {
    const groups = await groupsToMerge(ports.database, ports.chinaDay(at));
    if (groups.length === 0) return;
    for (const group of groups) {
      const bills = await ports.database.transaction((client) => mergeGroup(ports, client, group, at));
      if (bills.length > 0) ports.receiptsWritten(new Set(bills.map(({ agent }) => agent)));
    }
  }
}

async function mergeGroup(
  ports: TaxBillPorts,
  client: Client,
  group: Pick<Certificate, 'guarantor' | 'customsCode' | 'releasedOn' | 'dueFrom' | 'dueTo'>,
  at: Date,
): Promise<readonly Bill[]> {
  const certificateNo = await nextCertificateNo(client, group.customsCode, ports.chinaDay(at));
  const bills = await mergeBills(client, certificateNo, group);
  if (bills.length === 0) return bills;
  const total = formatDecimal(
    sum(bills.map(({ tax, returned }) => subtract(parseDecimal(tax), parseDecimal(returned)))),
  );
  await addCertificate(client, { ...group, certificateNo, total, bills: bills.length, madeAt: at });
  const returnTime = ports.returnTime(at);
  await addReceipts(
    client,
    bills.map((bill) => statusReceipt(bill, '2', returnTime, certificateNo)),
  );
  const { guarantor, dueFrom, dueTo } = group;
  const body = {
    enterprise: guarantor,
    certificateNo,
    guarantor,
    total,
    dueFrom,
    dueTo,
    bills: bills.length,
  };
  await record(client, [{ at, kind: 'tax-certificate-made', subject: certificateNo, body }]);
  return bills;
}

/** Reminds guarantors of what is due soon, and of what is overdue; each once. */
async function remind({ database, now, chinaDay, taxSources }: TaxBillPorts): Promise<void> {
  const at = now();
  const today = chinaDay(at);
  const days = Number(parameterOn(taxSources.parameters, 'tax_bill.remind_days', today)?.value);
  await database.transaction(async (client) => {
    const overdue = await markOverdue(client, today);
    const soon = await markReminded(client, addDays(today, days), at);
    const entries = [
      ...overdue.map((one) => ({ ...told(one), at, kind: 'tax-overdue' })),
      ...soon.map((one) => ({ ...told(one), at, kind: 'tax-due-soon' })),
    ];
    if (entries.length > 0) await record(client, entries);
  });
}

const told = (one: Pick<Certificate, 'certificateNo' | 'guarantor'>) => ({
  subject: one.certificateNo,
  body: { enterprise: one.guarantor, ...one },
});
