import { taxesAssessed } from '#clearance';
import { keyText } from '#documents';
import { record } from '#journal';
import {
  type Decimal,
  type Finding,
  formatDecimal,
  parseDecimal,
  readDecimal,
  subtract,
  sum,
  ZERO,
} from '#kernel';
import type { Client } from '#postgres';
import { parseTax } from '#tax';
import { differencesOf, taxIn } from '../domain/compare.ts';
import { dutyFinding } from '../domain/finding-codes.ts';
import { billReference } from '../domain/reference.ts';
import { type Bill, type BillLine, lockBills } from '../storage/bills.ts';
import { addCertificate, lockCertificate } from '../storage/certificates.ts';
import { growCertificate, numberBills, putUnder } from '../storage/from-customs.ts';
import { linesOf } from './papers.ts';
import type { TaxBillPorts } from './ports.ts';
import { giveBack } from './reductions.ts';

type Fields = Readonly<Record<string, string>>;
type Ports = Pick<TaxBillPorts, 'taxSources' | 'chinaDay' | 'returnTime'>;

/** A tax bill (CEB816) or its status (CEB818) that customs has sent of a list. */
export interface FromCustoms {
  readonly type: string;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly fields: Fields;
  readonly rows: readonly Fields[];
}

/**
 * Takes in what customs says of tax bills, in the caller's transaction: number and lines of a bill, what it was merged
 * into, that it is void. Said again it changes nothing; what differs from what was computed here is found and changes no sum.
 * @returns findings of each, in their order
 */
export async function takeFromCustoms(
  ports: Ports,
  client: Client,
  said: readonly FromCustoms[],
  at: Date,
): Promise<readonly (readonly Finding[])[]> {
  const orderNos = [...new Set(said.map(({ orderNo }) => orderNo))];
  const bills = new Map((await lockBills(client, orderNos)).map((bill) => [keyOf(bill), bill]));
  const spoken = said.map((one) => ({ one, bill: bills.get(keyOf(one)) }));
  const about = spoken.flatMap(({ one, bill }) => (bill ? [{ one, bill }] : []));
  const found = new Map<FromCustoms, readonly Finding[]>();
  for (const [one, findings] of [
    ...(await numbered(
      ports,
      client,
      about.filter(({ one }) => one.type === 'CEB816'),
    )),
    ...(await merged(
      client,
      about.filter(({ one }) => says(one, '2')),
      at,
    )),
    ...(await voided(
      ports,
      client,
      about.filter(({ one }) => says(one, '3')),
      at,
    )),
  ])
    found.set(one, [...(found.get(one) ?? []), ...findings]);
  return spoken.map(({ one, bill }) => (bill ? (found.get(one) ?? []) : withoutBill(one)));
}

/** A list whose tax is nothing has no bill here, and customs may say so. */
const withoutBill = (one: FromCustoms): readonly Finding[] =>
  one.type === 'CEB816' && taxIn(one.fields) === ZERO
    ? []
    : [dutyFinding('DUTY-NO-BILL', 'Tax', one.orderNo)];

/** Of several attempts of a list the last one counts, as bills come in their order. */
const keyOf = ({ orderNo, ebpCode }: { readonly orderNo: string; readonly ebpCode: string }): string =>
  keyText([orderNo, ebpCode]);

const says = ({ fields }: FromCustoms, status: '2' | '3'): boolean => fields.status?.trim() === status;

interface About {
  readonly one: FromCustoms;
  readonly bill: Bill;
}

type Found = [one: FromCustoms, findings: readonly Finding[]];

/** Bills with number and lines (CEB816), compared with what was computed here. */
async function numbered(
  { taxSources }: Ports,
  client: Client,
  about: readonly About[],
): Promise<readonly Found[]> {
  if (about.length === 0) return [];
  const assessed = await taxesAssessed(
    client,
    about.map(({ bill }) => bill),
  );
  await numberBills(
    client,
    about.map(({ one: { fields, rows }, bill: { orderNo, ebpCode, attempt } }) => ({
      ...{ orderNo, ebpCode, attempt, taxNo: (fields.taxNo ?? '').slice(0, 50) },
      lines: JSON.stringify(rows.map(lineIn)),
    })),
  );
  return about.map(({ one, bill }) => {
    const kept = assessed.get(keyOf(bill));
    const tax = kept === undefined ? undefined : parseTax(kept, taxSources);
    const ours = tax === undefined || tax.decision === 'REJECT' ? [] : linesOf(tax);
    const lines = new Map(ours.map((line) => [line.gnum, taxOf(line)]));
    return [one, differencesOf(one, { tax: parseDecimal(bill.tax), guarantor: bill.guarantor, lines })];
  });
}

const taxOf = ({ customsTax, valueAddedTax, consumptionTax }: BillLine): Decimal =>
  sum([customsTax, valueAddedTax, consumptionTax].map(parseDecimal));

/** A figure of the message; what is none is a finding of it, and counts as nothing. */
const figure = (text: string | undefined): string => formatDecimal(readDecimal(text ?? '') ?? ZERO);

const lineIn = (row: Fields): BillLine => ({
  ...{ gnum: row.gnum ?? '', gcode: row.gcode ?? '', taxPrice: figure(row.taxPrice) },
  ...{ customsTax: figure(row.customsTax), valueAddedTax: figure(row.valueAddedTax) },
  consumptionTax: figure(row.consumptionTax),
});

/** What may name a certificate in an address. */
const certificateNumber = /^[0-9A-Z]{4,30}$/;

/** Bills customs has merged into payment certificates (CEB818, status 2). */
async function merged(client: Client, about: readonly About[], at: Date): Promise<readonly Found[]> {
  const found: Found[] = [];
  const groups = Map.groupBy(about, ({ one }) => one.fields.entDutyNo?.trim() ?? '');
  for (const [certificateNo, group] of [...groups].sort(([one], [other]) => (one < other ? -1 : 1))) {
    // Said again: the bill is under that certificate already, whatever has become of it since.
    const fresh = group.filter(({ bill }) => bill.certificateNo !== certificateNo);
    const open = fresh.filter(({ bill }) => bill.state === 'open');
    for (const { one } of fresh.filter(({ bill }) => bill.state !== 'open'))
      found.push([one, [dutyFinding('DUTY-STATE', 'Tax/TaxHeadStatus/status')]]);
    if (open.length === 0) continue;
    const taken = await mergeInto(client, certificateNo, open, at);
    for (const { one } of open.filter((each) => !taken.includes(each)))
      found.push([one, [dutyFinding('DUTY-CERTIFICATE', 'Tax/TaxHeadStatus/entDutyNo', certificateNo)]]);
  }
  return found;
}

/** @returns those that were put under the certificate */
async function mergeInto(
  client: Client,
  certificateNo: string,
  about: readonly About[],
  at: Date,
): Promise<readonly About[]> {
  const [first] = about;
  if (!first || !certificateNumber.test(certificateNo)) return [];
  const { certificate } = await lockCertificate(client, certificateNo);
  if (certificate && certificate.state !== 'open') return [];
  const guarantor = certificate?.guarantor ?? first.bill.guarantor;
  const own = about.filter(({ bill }) => bill.guarantor === guarantor);
  const bills = await putUnder(
    client,
    certificateNo,
    own.map(({ bill }) => bill),
  );
  const [one] = bills;
  if (!one) return [];
  const total = formatDecimal(
    sum(bills.map(({ tax, returned }) => subtract(parseDecimal(tax), parseDecimal(returned)))),
  );
  const [dueTo = one.dueTo] = bills.map((bill) => bill.dueTo).sort();
  if (certificate) await growCertificate(client, certificateNo, { bills: bills.length, total, dueTo });
  else {
    const { customsCode, releasedOn, dueFrom } = one;
    const made = { certificateNo, guarantor, customsCode, releasedOn, dueFrom, dueTo };
    await addCertificate(client, { ...made, total, bills: bills.length, madeAt: at });
    const body = { enterprise: guarantor, certificateNo, guarantor, total, dueFrom, dueTo };
    await record(client, [
      { at, kind: 'tax-certificate-made', subject: certificateNo, body: { ...body, bills: bills.length } },
    ]);
  }
  return own;
}

/** Bills customs has declared void (CEB818, status 3): nothing of them is owed, and their guarantee is free. */
async function voided(
  ports: Ports,
  client: Client,
  about: readonly About[],
  at: Date,
): Promise<readonly Found[]> {
  if (about.length === 0) return [];
  // Looked at anew: they may have been merged a moment ago.
  const standing = await lockBills(
    client,
    about.map(({ bill }) => bill.orderNo),
  );
  const named = new Set(about.map(({ bill }) => billReference(bill)));
  const open = standing.filter(
    (bill) => named.has(billReference(bill)) && (bill.state === 'open' || bill.state === 'merged'),
  );
  await giveBack(
    ports,
    client,
    open.map((bill) => ({
      ...{ bill, reference: `customs ${bill.attempt}`, reason: 'void' },
      amount: subtract(parseDecimal(bill.tax), parseDecimal(bill.returned)),
    })),
    at,
  );
  return about
    .filter(({ bill }) => bill.state === 'paid')
    .map(({ one }) => [one, [dutyFinding('DUTY-STATE', 'Tax/TaxHeadStatus/status')]]);
}
