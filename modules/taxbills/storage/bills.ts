import { type Decimal, formatDecimal } from '#kernel';
import { type Client, CopyText, type Queryable, statement } from '#postgres';

export interface BillKey {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
}

/** The tax of a list that has just been released. */
export interface NewBill extends BillKey {
  readonly guarantor: string;
  readonly agent: string;
  readonly customsCode: string;
  readonly invtNo: string | null;
  readonly tax: Decimal;
  /** Reserved of the guarantee. */
  readonly held: Decimal;
  readonly releasedAt: Date;
  readonly releasedOn: string;
  readonly dueFrom: string;
  readonly dueTo: string;
}

const NEW = [
  ...['order_no', 'ebp_code', 'attempt', 'guarantor', 'agent', 'customs_code', 'invt_no', 'tax', 'held'],
  ...['released_at', 'released_on', 'due_from', 'due_to'],
];

export async function addBills(client: Client, bills: readonly NewBill[]): Promise<void> {
  const rows = new CopyText();
  for (const one of bills)
    rows.row([
      ...[one.orderNo, one.ebpCode, one.attempt, one.guarantor, one.agent, one.customsCode, one.invtNo],
      ...[formatDecimal(one.tax), formatDecimal(one.held), one.releasedAt],
      ...[one.releasedOn, one.dueFrom, one.dueTo],
    ]);
  await client.copy('taxbills.bill', NEW, rows);
}

export type BillState = 'open' | 'merged' | 'paid' | 'void';

/** A bill as it stands; amounts are decimal texts, CNY. */
export interface Bill extends BillKey {
  readonly guarantor: string;
  readonly agent: string;
  readonly customsCode: string;
  readonly invtNo: string | null;
  readonly tax: string;
  readonly returned: string;
  readonly held: string;
  readonly releasedAt: Date;
  readonly releasedOn: string;
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly state: BillState;
  readonly taxNo: string | null;
  readonly toldAt: Date | null;
  readonly certificateNo: string | null;
}

export const BILL = `order_no as "orderNo", ebp_code as "ebpCode", attempt, guarantor, agent, customs_code as "customsCode",
  invt_no as "invtNo", trim_scale(tax)::text as tax, trim_scale(returned)::text as returned, trim_scale(held)::text as held,
  released_at as "releasedAt", released_on::text as "releasedOn", due_from::text as "dueFrom", due_to::text as "dueTo",
  state, tax_no as "taxNo", told_at as "toldAt", certificate_no as "certificateNo"`;

const ofOrders = statement(`select ${BILL} from taxbills.bill where order_no = any($1)
order by order_no, ebp_code, attempt for update`);

/** All bills of these orders, locked for the caller's transaction. */
export const lockBills = (client: Client, orderNos: readonly string[]): Promise<Bill[]> =>
  client.query<Bill>(ofOrders, [orderNos]);

const reduceAll = statement(`
update taxbills.bill b set returned = m.returned, held = m.held, state = m.state
from unnest($1::text[], $2::text[], $3::int[], $4::numeric[], $5::numeric[], $6::text[])
  as m(order_no, ebp_code, attempt, returned, held, state)
where b.order_no = m.order_no and b.ebp_code = m.ebp_code and b.attempt = m.attempt`);

/** What is no longer owed of bills, and what is still reserved for them. */
export async function reduceBills(
  client: Client,
  bills: readonly (BillKey & { returned: string; held: string; state: BillState })[],
): Promise<void> {
  const of = <K extends keyof (typeof bills)[number]>(key: K) => bills.map((one) => one[key]);
  await client.run(reduceAll, [
    ...[of('orderNo'), of('ebpCode'), of('attempt'), of('returned'), of('held'), of('state')],
  ]);
}

/** Something given back of a bill. */
export interface Reduction extends BillKey {
  readonly reference: string;
  readonly amount: string;
  readonly afterPayment: boolean;
  readonly reason: string;
  readonly at: Date;
}

const addAll = statement(`
insert into taxbills.reduction (order_no, ebp_code, reference, attempt, amount, after_payment, reason, at)
select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::numeric[], $6::bool[], $7::text[], $8::timestamptz[])
on conflict do nothing returning order_no as "orderNo", ebp_code as "ebpCode", reference`);

/** Writes what is given back, each reference of a list once. @returns those that are new */
export async function addReductions(
  client: Client,
  reductions: readonly Reduction[],
): Promise<Pick<Reduction, 'orderNo' | 'ebpCode' | 'reference'>[]> {
  const of = <K extends keyof Reduction>(key: K) => reductions.map((one) => one[key]);
  return client.query(addAll, [
    ...[of('orderNo'), of('ebpCode'), of('reference'), of('attempt'), of('amount'), of('afterPayment')],
    ...[of('reason'), of('at')],
  ]);
}

/** What was given back of a list's tax, the first first. */
export const reductionsOf = (
  client: Queryable,
  key: Pick<BillKey, 'orderNo' | 'ebpCode'>,
): Promise<Reduction[]> =>
  client.query<Reduction>(
    `select order_no as "orderNo", ebp_code as "ebpCode", attempt, reference, trim_scale(amount)::text as amount,
       after_payment as "afterPayment", reason, at
     from taxbills.reduction where order_no = $1 and ebp_code = $2 order by at, reference`,
    [key.orderNo, key.ebpCode],
  );

/** A line of a bill, in the standard's names; amounts with two digits. */
export interface BillLine {
  readonly gnum: string;
  readonly gcode: string;
  readonly taxPrice: string;
  readonly customsTax: string;
  readonly valueAddedTax: string;
  readonly consumptionTax: string;
}

export async function billOf(
  client: Queryable,
  key: Pick<BillKey, 'orderNo' | 'ebpCode'>,
): Promise<(Bill & { readonly lines: readonly BillLine[] | null }) | undefined> {
  const [row] = await client.query<Bill & { readonly lines: readonly BillLine[] | null }>(
    `select ${BILL}, lines from taxbills.bill where order_no = $1 and ebp_code = $2 order by attempt desc limit 1`,
    [key.orderNo, key.ebpCode],
  );
  return row;
}

/** Whose bills, and which, are asked for. */
export interface BillsWish {
  /** Guarantor or declarant; those of the zone where it is left out. */
  readonly party: string | undefined;
  readonly state: BillState | undefined;
  readonly certificateNo: string | undefined;
  readonly before: { readonly at: string; readonly orderNo: string; readonly ebpCode: string } | undefined;
  readonly limit: number;
}

/** Bills, the latest first. */
export const billsPage = (client: Queryable, wish: BillsWish): Promise<Bill[]> =>
  client.query<Bill>(
    `select ${BILL} from taxbills.bill
     where ($1::text is null or guarantor = $1 or agent = $1) and ($2::text is null or state = $2)
       and ($3::text is null or certificate_no = $3)
       and ($4::timestamptz is null or (released_at, order_no, ebp_code) < ($4, $5, $6))
     order by released_at desc, order_no desc, ebp_code desc limit $7`,
    [
      ...[wish.party ?? null, wish.state ?? null, wish.certificateNo ?? null],
      ...[wish.before?.at ?? null, wish.before?.orderNo ?? null, wish.before?.ebpCode ?? null, wish.limit],
    ],
  );

/** What is due by one last day. */
export interface DueDay {
  readonly dueTo: string;
  readonly bills: number;
  readonly owed: string;
}

/** What is still owed, by its last day, the earliest first. */
export const dueDays = (client: Queryable, guarantor: string | undefined): Promise<DueDay[]> =>
  client.query<DueDay>(
    `select due_to::text as "dueTo", count(*)::int as bills, trim_scale(sum(tax - returned))::text as owed
     from taxbills.bill where state in ('open', 'merged') and ($1::text is null or guarantor = $1)
     group by due_to order by due_to limit 400`,
    [guarantor ?? null],
  );

/** A guarantor whose account says another amount is reserved than its bills do. */
export interface HeldDifference {
  readonly guarantor: string;
  readonly held: string;
}

/** What bills say is reserved, by guarantor. */
export const heldByGuarantor = (client: Queryable): Promise<HeldDifference[]> =>
  client.query<HeldDifference>(
    `select guarantor, trim_scale(sum(held))::text as held from taxbills.bill where held > 0 group by guarantor order by guarantor`,
  );
