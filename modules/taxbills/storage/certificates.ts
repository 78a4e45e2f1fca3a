import { type Client, type Queryable, statement } from '#postgres';
import { BILL, type Bill } from './bills.ts';

export type CertificateState = 'open' | 'overdue' | 'paid' | 'void';

/** Bills of one guarantor, office and day of release, to be paid together; amounts are decimal texts, CNY. */
export interface Certificate {
  readonly certificateNo: string;
  readonly guarantor: string;
  readonly customsCode: string;
  readonly releasedOn: string;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly bills: number;
  readonly total: string;
  readonly state: CertificateState;
  readonly madeAt: Date;
  readonly way: 'paid' | 'drawn' | null;
  readonly paidOn: string | null;
  readonly lateCharge: string;
  readonly paymentReference: string | null;
  readonly settledAt: Date | null;
}

const CERTIFICATE = `certificate_no as "certificateNo", guarantor, customs_code as "customsCode",
  released_on::text as "releasedOn", due_from::text as "dueFrom", due_to::text as "dueTo", bills,
  trim_scale(total)::text as total, state, made_at as "madeAt", way, paid_on::text as "paidOn",
  trim_scale(late_charge)::text as "lateCharge", payment_reference as "paymentReference", settled_at as "settledAt"`;

/** Bills that were released with tax before a time and have not been sent, the oldest first; locked. */
export const untoldBills = (client: Client, before: Date, limit: number): Promise<Bill[]> =>
  client.query<Bill>(
    `select ${BILL} from taxbills.bill where told_at is null and state = 'open' and released_at <= $1
     order by released_at limit $2 for update skip locked`,
    [before, limit],
  );

const told = statement(`
update taxbills.bill b set tax_no = m.tax_no, lines = m.lines::json, told_at = $6
from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::text[]) as m(order_no, ebp_code, attempt, tax_no, lines)
where b.order_no = m.order_no and b.ebp_code = m.ebp_code and b.attempt = m.attempt`);

/** Notes bills as sent. @param lines JSON texts */
export async function markTold(
  client: Client,
  bills: readonly { readonly bill: Bill; readonly taxNo: string; readonly lines: string }[],
  at: Date,
): Promise<void> {
  await client.run(told, [
    bills.map(({ bill }) => bill.orderNo),
    bills.map(({ bill }) => bill.ebpCode),
    bills.map(({ bill }) => bill.attempt),
    bills.map(({ taxNo }) => taxNo),
    bills.map(({ lines }) => lines),
    at,
  ]);
}

/** Groups of bills whose days of payment have come. */
export const groupsToMerge = (
  client: Queryable,
  today: string,
): Promise<Pick<Certificate, 'guarantor' | 'customsCode' | 'releasedOn' | 'dueFrom' | 'dueTo'>[]> =>
  client.query(
    `select distinct guarantor, customs_code as "customsCode", released_on::text as "releasedOn",
       due_from::text as "dueFrom", due_to::text as "dueTo"
     from taxbills.bill where state = 'open' and told_at is not null and due_from <= $1::date
     order by 4, 1, 2 limit 100`,
    [today],
  );

const merge = statement(`
update taxbills.bill set state = 'merged', certificate_no = $1
where state = 'open' and told_at is not null and guarantor = $2 and customs_code = $3 and released_on = $4::date
returning ${BILL}`);

/** Merges the bills of a group into a certificate that is to be written. @returns the bills */
export const mergeBills = (
  client: Client,
  certificateNo: string,
  group: Pick<Certificate, 'guarantor' | 'customsCode' | 'releasedOn'>,
): Promise<Bill[]> =>
  client.query<Bill>(merge, [certificateNo, group.guarantor, group.customsCode, group.releasedOn]);

/** A number of a certificate: office, year and month, nine digits (D). */
export async function nextCertificateNo(client: Client, customsCode: string, day: string): Promise<string> {
  const [row] = await client.query<{ number: string }>(
    `select lpad(nextval('taxbills.certificate_no')::text, 9, '0') as number`,
  );
  return `${customsCode}${day.slice(0, 4)}${day.slice(5, 7)}${row?.number ?? ''}`;
}

export async function addCertificate(
  client: Client,
  one: Omit<Certificate, 'state' | 'way' | 'paidOn' | 'lateCharge' | 'paymentReference' | 'settledAt'>,
): Promise<void> {
  await client.run(
    `insert into taxbills.certificate (certificate_no, guarantor, customs_code, released_on, due_from, due_to, bills, total,
       state, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9)`,
    [
      ...[one.certificateNo, one.guarantor, one.customsCode, one.releasedOn, one.dueFrom, one.dueTo],
      ...[one.bills, one.total, one.madeAt],
    ],
  );
}

const lower = statement(`
update taxbills.certificate c set total = c.total - m.amount,
  state = case when c.total = m.amount then 'void' else c.state end
from (select no, sum(amount) as amount from unnest($1::text[], $2::numeric[]) as u(no, amount) group by no) as m
where c.certificate_no = m.no and c.state in ('open', 'overdue')`);

/** Lowers certificates by what of their bills is no longer owed. */
export async function lowerCertificates(
  client: Client,
  by: readonly { readonly certificateNo: string; readonly amount: string }[],
): Promise<void> {
  if (by.length === 0) return;
  await client.run(lower, [by.map(({ certificateNo }) => certificateNo), by.map(({ amount }) => amount)]);
}

/** A certificate; of a guarantor where it is named. */
export async function certificateOf(
  client: Queryable,
  certificateNo: string,
  guarantor: string | undefined,
): Promise<Certificate | undefined> {
  const [row] = await client.query<Certificate>(
    `select ${CERTIFICATE} from taxbills.certificate where certificate_no = $1 and ($2::text is null or guarantor = $2)`,
    [certificateNo, guarantor ?? null],
  );
  return row;
}

/** The bills of a certificate, locked; then the certificate, as whoever gives tax back locks them in this order. */
export async function lockCertificate(
  client: Client,
  certificateNo: string,
): Promise<{ readonly certificate: Certificate | undefined; readonly bills: readonly Bill[] }> {
  const bills = await client.query<Bill>(
    `select ${BILL} from taxbills.bill where certificate_no = $1 order by order_no, ebp_code, attempt for update`,
    [certificateNo],
  );
  const [certificate] = await client.query<Certificate>(
    `select ${CERTIFICATE} from taxbills.certificate where certificate_no = $1 for update`,
    [certificateNo],
  );
  return { certificate, bills };
}

/** Notes a certificate and its bills as paid. */
export async function markPaid(
  client: Client,
  certificateNo: string,
  paid: {
    readonly way: 'paid' | 'drawn';
    readonly paidOn: string;
    readonly lateCharge: string;
    readonly reference: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  await client.run(
    `update taxbills.certificate set state = 'paid', way = $2, paid_on = $3, late_charge = $4, payment_reference = $5,
       settled_by = $6, settled_at = $7 where certificate_no = $1`,
    [certificateNo, paid.way, paid.paidOn, paid.lateCharge, paid.reference, paid.by, paid.at],
  );
  await client.run(
    `update taxbills.bill set state = 'paid', held = 0 where certificate_no = $1 and state = 'merged'`,
    [certificateNo],
  );
}

export interface CertificatesWish {
  readonly guarantor: string | undefined;
  readonly state: CertificateState | undefined;
  readonly before: { readonly at: string; readonly certificateNo: string } | undefined;
  readonly limit: number;
}

/** Certificates, the latest first. */
export const certificatesPage = (client: Queryable, wish: CertificatesWish): Promise<Certificate[]> =>
  client.query<Certificate>(
    `select ${CERTIFICATE} from taxbills.certificate
     where ($1::text is null or guarantor = $1) and ($2::text is null or state = $2)
       and ($3::timestamptz is null or (made_at, certificate_no) < ($3, $4))
     order by made_at desc, certificate_no desc limit $5`,
    [
      ...[wish.guarantor ?? null, wish.state ?? null],
      ...[wish.before?.at ?? null, wish.before?.certificateNo ?? null, wish.limit],
    ],
  );

type Told = Pick<Certificate, 'certificateNo' | 'guarantor' | 'dueTo' | 'total'>;
const TOLD = `certificate_no as "certificateNo", guarantor, due_to::text as "dueTo", trim_scale(total)::text as total`;

/** Marks certificates whose last day is over. @returns those that have just become overdue */
export const markOverdue = (client: Client, today: string): Promise<Told[]> =>
  client.query<Told>(
    `update taxbills.certificate set state = 'overdue' where state = 'open' and due_to < $1::date returning ${TOLD}`,
    [today],
  );

/** Certificates whose last day is near, each once. */
export const markReminded = (client: Client, until: string, at: Date): Promise<Told[]> =>
  client.query<Told>(
    `update taxbills.certificate set reminded_at = $2 where state = 'open' and reminded_at is null and due_to <= $1::date
     returning ${TOLD}`,
    [until, at],
  );
