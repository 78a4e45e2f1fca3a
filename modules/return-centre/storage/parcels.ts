import { record } from '#journal';
import { type Client, type Queryable, statement } from '#postgres';
import type { ParcelState } from '../domain/parcel.ts';

/** A parcel in a return centre. Days YYYY-MM-DD, in China. */
export interface Parcel {
  readonly centreCode: string;
  readonly parcelNo: string;
  readonly scanned: string;
  readonly state: ParcelState;
  readonly revision: number;
  readonly receivedAt: Date;
  readonly receivedOn: string;
  readonly orderNo: string | null;
  readonly ebpCode: string | null;
  readonly ebcCode: string | null;
  readonly agentCode: string | null;
  readonly invtNo: string | null;
  readonly applyBy: string | null;
  readonly arriveBy: string | null;
  readonly bars: readonly string[];
  readonly splitOf: string | null;
  readonly returnNo: string | null;
  readonly paper: string | null;
  readonly movedAt: Date;
}

export const parcelColumns = `centre_code as "centreCode", parcel_no as "parcelNo", scanned, state, revision, received_at as "receivedAt",
  received_on::text as "receivedOn", order_no as "orderNo", ebp_code as "ebpCode", ebc_code as "ebcCode",
  agent_code as "agentCode", invt_no as "invtNo", apply_by::text as "applyBy", arrive_by::text as "arriveBy", bars,
  split_of as "splitOf", return_no as "returnNo", paper, moved_at as "movedAt"`;

/** Numbers of parcels: a letter, the day in China, nine digits. @param day YYYYMMDD */
export async function issueParcelNo(client: Client, day: string): Promise<string> {
  const [row] = await client.query<{ number: string }>(
    `select lpad(nextval('return_centre.parcel_no')::text, 9, '0') as number`,
    [],
  );
  return `P${day}${row?.number ?? ''}`;
}

const addOne = statement(`
insert into return_centre.parcel (centre_code, parcel_no, scanned, state, received_at, received_on, order_no, ebp_code, ebc_code,
  agent_code, invt_no, apply_by, arrive_by, bars, split_of, moved_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
on conflict (centre_code, scanned) where state <> 'sent-back' and split_of is null do nothing
returning parcel_no`);

/** Kinds of the journal that tell of a parcel; of one nobody knows there is nobody to tell. */
const KINDS: Readonly<Record<Exclude<ParcelState, 'unidentified'>, string>> = {
  identified: 'parcel-identified',
  'set-apart': 'parcel-set-apart',
  sorted: 'parcel-sorted',
  listed: 'parcel-listed',
  'sent-back': 'parcel-sent-back',
  destroyed: 'parcel-destroyed',
};

/** Takes a parcel in; one that was scanned before is left as it is. @returns whether it is new */
export async function addParcel(
  client: Client,
  parcel: Omit<Parcel, 'revision' | 'returnNo' | 'paper'>,
  byWhom: string,
): Promise<boolean> {
  const { centreCode, parcelNo, scanned, state, receivedAt, receivedOn, orderNo, ebpCode } = parcel;
  const rows = await client.query(addOne, [
    ...[centreCode, parcelNo, scanned, state, receivedAt, receivedOn, orderNo, ebpCode, parcel.ebcCode],
    ...[parcel.agentCode, parcel.invtNo, parcel.applyBy, parcel.arriveBy, parcel.bars, parcel.splitOf],
    parcel.movedAt,
  ]);
  if (rows.length === 0) return false;
  const first = { ...parcel, returnNo: null, paper: null };
  await writeStep(client, first, { seq: 1, at: parcel.movedAt, toState: state, byWhom, note: '' });
  return true;
}

/** A step a parcel has taken. */
export interface ParcelStep {
  readonly seq: number;
  readonly at: Date;
  readonly toState: ParcelState;
  readonly byWhom: string;
  readonly note: string;
}

async function writeStep(
  client: Client,
  parcel: Omit<Parcel, 'revision'>,
  { seq, at, toState, byWhom, note }: ParcelStep,
): Promise<void> {
  const { centreCode, parcelNo, orderNo, ebpCode, invtNo, returnNo, paper, bars } = parcel;
  await client.run(
    `insert into return_centre.step (centre_code, parcel_no, seq, at, to_state, by_whom, note) values ($1, $2, $3, $4, $5, $6, $7)`,
    [centreCode, parcelNo, seq, at, toState, byWhom, note],
  );
  if (toState === 'unidentified') return;
  const body = {
    ...{ parcelNo, centreCode, orderNo, ebpCode, invtNo },
    ...(returnNo === null ? {} : { returnNo }),
    ...(paper === null ? {} : { paper }),
    ...(bars.length > 0 ? { bars: bars.join(' ') } : {}),
    ...{ recipient: parcel.agentCode, enterprise: parcel.ebcCode },
  };
  await record(client, [{ at, kind: KINDS[toState], subject: parcelNo, body }]);
}

/** What a step finds out about a parcel. */
export type ParcelLearnt = Partial<
  Pick<
    Parcel,
    | 'orderNo'
    | 'ebpCode'
    | 'ebcCode'
    | 'agentCode'
    | 'invtNo'
    | 'applyBy'
    | 'arriveBy'
    | 'bars'
    | 'returnNo'
    | 'paper'
  >
> & { readonly toTell?: boolean };

const move = statement(`
update return_centre.parcel set state = $3, revision = revision + 1, moved_at = $4, order_no = coalesce($5, order_no),
  ebp_code = coalesce($6, ebp_code), ebc_code = coalesce($7, ebc_code), agent_code = coalesce($8, agent_code),
  invt_no = coalesce($9, invt_no), apply_by = coalesce($10, apply_by), arrive_by = coalesce($11, arrive_by),
  bars = coalesce($12, bars), return_no = coalesce($13, return_no), paper = coalesce($14, paper), to_tell = $15
where centre_code = $1 and parcel_no = $2`);

/** Moves a locked parcel and writes the step down. */
export async function moveParcel(
  client: Client,
  before: Parcel,
  step: Omit<ParcelStep, 'seq'>,
  learnt: ParcelLearnt = {},
): Promise<void> {
  await client.run(move, [
    ...[before.centreCode, before.parcelNo, step.toState, step.at, learnt.orderNo ?? null],
    ...[learnt.ebpCode ?? null, learnt.ebcCode ?? null, learnt.agentCode ?? null, learnt.invtNo ?? null],
    ...[learnt.applyBy ?? null, learnt.arriveBy ?? null, learnt.bars ?? null, learnt.returnNo ?? null],
    ...[learnt.paper ?? null, learnt.toTell ?? false],
  ]);
  const { toTell: _, ...found } = learnt;
  await writeStep(client, { ...before, ...found }, { ...step, seq: before.revision + 1 });
}

/** Whose parcels: of their centre, or of their list. */
const ofParty = `($2::text is null or $2 in (ebc_code, agent_code)
  or centre_code in (select centre_code from return_centre.centre where owner = $2))`;

const one = statement(
  `select ${parcelColumns} from return_centre.parcel where parcel_no = $1 and ${ofParty}`,
);

/** A parcel by its number. @param party customs code of an enterprise whose it has to be */
export async function parcelByNo(
  client: Queryable,
  parcelNo: string,
  party: string | undefined,
): Promise<Parcel | undefined> {
  const [row] = await client.query<Parcel>(one, [parcelNo, party ?? null]);
  return row;
}

const several = statement(
  `select ${parcelColumns} from return_centre.parcel where parcel_no = any($1) and ${ofParty}`,
);

/** Parcels by their numbers, those of a party. */
export async function parcelsByNo(
  client: Queryable,
  parcelNos: readonly string[],
  party: string,
): Promise<ReadonlyMap<string, Parcel>> {
  const rows = await client.query<Parcel>(several, [parcelNos, party]);
  return new Map(rows.map((parcel) => [parcel.parcelNo, parcel]));
}

const byScan = statement(`select ${parcelColumns} from return_centre.parcel
  where centre_code = $1 and scanned = $2 and split_of is null order by received_at desc limit 1`);

/** The latest parcel with a label. */
export async function parcelScanned(
  client: Queryable,
  centreCode: string,
  scanned: string,
): Promise<Parcel | undefined> {
  const [row] = await client.query<Parcel>(byScan, [centreCode, scanned]);
  return row;
}

const lock = statement(
  `select ${parcelColumns} from return_centre.parcel where centre_code = $1 and parcel_no = $2 for update`,
);

/** A parcel, locked until the transaction ends. */
export async function lockParcel(
  client: Client,
  { centreCode, parcelNo }: Pick<Parcel, 'centreCode' | 'parcelNo'>,
): Promise<Parcel | undefined> {
  const [row] = await client.query<Parcel>(lock, [centreCode, parcelNo]);
  return row;
}

/** Which parcels are looked for; what is absent lets all pass. */
export interface ParcelWish {
  readonly party?: string | undefined;
  readonly centreCode?: string | undefined;
  readonly state?: string | undefined;
  readonly orderNo?: string | undefined;
  readonly before?: { readonly at: string; readonly parcelNo: string } | undefined;
  readonly limit: number;
}

const page = statement(`
select ${parcelColumns} from return_centre.parcel
where ($1::text is null or centre_code = $1) and ${ofParty} and ($3::text is null or state = $3)
  and ($4::text is null or order_no = $4) and ($5::timestamptz is null or (received_at, parcel_no) < ($5, $6))
order by received_at desc, parcel_no desc limit $7`);

/** Parcels, the latest received first. */
export async function parcelsPage(client: Queryable, wish: ParcelWish): Promise<Parcel[]> {
  return client.query<Parcel>(page, [
    ...[wish.centreCode ?? null, wish.party ?? null, wish.state ?? null, wish.orderNo ?? null],
    ...[wish.before?.at ?? null, wish.before?.parcelNo ?? null, wish.limit],
  ]);
}

const counts = statement(`select state, count(*)::int as parcels from return_centre.parcel
where ($1::text is null or centre_code = $1) and ${ofParty}
  and state in ('unidentified', 'identified', 'sorted', 'set-apart') group by state`);

/** How many parcels wait in each state that something is to be done in. */
export async function openParcels(
  client: Queryable,
  { centreCode, party }: Pick<ParcelWish, 'centreCode' | 'party'>,
): Promise<{ readonly state: string; readonly parcels: number }[]> {
  return client.query(counts, [centreCode ?? null, party ?? null]);
}

/** The steps of a parcel, the first first. */
export async function stepsOf(
  client: Queryable,
  { centreCode, parcelNo }: Pick<Parcel, 'centreCode' | 'parcelNo'>,
): Promise<ParcelStep[]> {
  return client.query<ParcelStep>(
    `select seq, at, to_state as "toState", by_whom as "byWhom", note from return_centre.step
     where centre_code = $1 and parcel_no = $2 order by seq`,
    [centreCode, parcelNo],
  );
}
