import { keyText } from '#documents';
import { reservedForBills } from '#guarantees';
import { Problem } from '#http';
import type { Bilingual, Day } from '#kernel';
import { reliefsOf } from '#reliefs';
import { type Difference, differencesLeft } from '../domain/differences.ts';
import { billReference } from '../domain/reference.ts';
import {
  type Bill,
  type BillLine,
  type BillsWish,
  billOf,
  billsPage,
  type DueDay,
  dueDays,
  heldByGuarantor,
  type Reduction,
  reductionsOf,
} from '../storage/bills.ts';
import { type CertificatesWish, certificatesPage } from '../storage/certificates.ts';
import { waitingSums } from '../storage/waiting.ts';
import { type CertificateView, withCharge } from './payments.ts';
import type { TaxBillPorts } from './ports.ts';

/** By which row less cover was asked for than the tax of a bill comes to, and how much of it. */
export interface ShownRelief {
  readonly code: string;
  readonly why: Bilingual;
  readonly relieved: string;
}

/** A bill, with what less cover was asked for of it and how customs' own differs from it. */
export interface ShownBill extends Bill {
  readonly relief: ShownRelief | undefined;
  readonly differences: readonly Difference[];
}

async function shown<B extends Bill>(ports: TaxBillPorts, bills: readonly B[]): Promise<(B & ShownBill)[]> {
  const { readers } = ports.database;
  const named = bills.map((bill) => ({ guarantor: bill.guarantor, reference: billReference(bill) }));
  const reliefs = await reliefsOf(readers, named);
  const said = Map.groupBy(await ports.saidByCustoms(readers, bills), listOf);
  return bills.map((bill) => {
    const relief = reliefs.get(billReference(bill));
    const { zh, en } = (relief && ports.coverTable.row(relief.code)) ?? { zh: '', en: '' };
    return {
      ...bill,
      relief: relief && { ...relief, why: { zh, en } },
      differences: differencesLeft(said.get(listOf(bill)) ?? []),
    };
  });
}

const listOf = ({ orderNo, ebpCode }: Pick<Bill, 'orderNo' | 'ebpCode'>): string =>
  keyText([orderNo, ebpCode]);

export const billsBefore = async (ports: TaxBillPorts, wish: BillsWish): Promise<ShownBill[]> =>
  shown(ports, await billsPage(ports.database.readers, wish));

/** A bill with its lines and what was given back of it. */
export interface WholeBill extends ShownBill {
  readonly lines: readonly BillLine[];
  readonly reductions: readonly Reduction[];
}

/** The latest bill of a list, of the party's or of the zone where none is named. @throws Problem 404 */
export async function billFor(
  ports: TaxBillPorts,
  key: { readonly orderNo: string; readonly ebpCode: string },
  party: string | undefined,
): Promise<WholeBill> {
  const { readers } = ports.database;
  const bill = await billOf(readers, key);
  // Somebody else's bill is answered like one that is not there.
  if (!bill || (party !== undefined && party !== bill.guarantor && party !== bill.agent))
    throw new Problem(404, 'BILL-NOT-FOUND', {
      zh: `清单 ${key.ebpCode}/${key.orderNo} 没有税单`,
      en: `There is no tax bill of list ${key.ebpCode}/${key.orderNo}`,
    });
  const [whole = { ...bill, relief: undefined, differences: [] }] = await shown(ports, [bill]);
  return { ...whole, lines: bill.lines ?? [], reductions: await reductionsOf(readers, key) };
}

/** What is owed by which day, and what waits for cover. */
export async function calendar(
  { database, now, chinaDay }: TaxBillPorts,
  party: string | undefined,
): Promise<{ today: Day; days: DueDay[]; waiting: { guarantor: string; lists: number; tax: string }[] }> {
  return {
    today: chinaDay(now()),
    days: await dueDays(database.readers, party),
    waiting: await waitingSums(database.readers, party),
  };
}

export async function certificatesBefore(
  ports: TaxBillPorts,
  wish: CertificatesWish,
): Promise<CertificateView[]> {
  const today = ports.chinaDay(ports.now());
  const rows = await certificatesPage(ports.database.readers, wish);
  return rows.map((row) => withCharge(ports, row, today));
}

/** Guarantors of whom the bills say another amount is reserved than their account does. */
export async function reconcile({
  database,
}: TaxBillPorts): Promise<{ guarantor: string; held: string; reserved: string }[]> {
  return database.readers.transaction(async (client) => {
    // As of one moment: what is released meanwhile is in both or in neither.
    await client.run('set transaction isolation level repeatable read');
    const held = new Map((await heldByGuarantor(client)).map((one) => [one.guarantor, one.held]));
    const reserved = await reservedForBills(client);
    return [...new Set([...held.keys(), ...reserved.keys()])].flatMap((guarantor) => {
      const [one, other] = [held.get(guarantor) ?? '0', reserved.get(guarantor) ?? '0'];
      return one === other ? [] : [{ guarantor, held: one, reserved: other }];
    });
  });
}

export type { Bill } from '../storage/bills.ts';
