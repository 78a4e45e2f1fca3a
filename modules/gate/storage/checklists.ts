import type { Client, Queryable } from '#postgres';

/** A checklist 核注清单: what is set aside of a book to leave it, or declared to come into it. */
export interface Checklist {
  readonly checklistNo: string;
  readonly bookNo: string;
  readonly direction: 'out' | 'in';
  /** `goods`: what is sold leaves, what was bought comes in; `display`: goes on display, or comes back from it. */
  readonly purpose: 'goods' | 'display';
  readonly owner: string;
  readonly customsCode: string;
  readonly state: 'made' | 'approved' | 'passed' | 'cancelled';
  /** Customs declaration of a first-line entry. */
  readonly entryNo: string | null;
  readonly grossKg: string;
  readonly lists: number;
  readonly passNo: string | null;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly settledAt: Date | null;
  readonly reason: string;
}

/** Goods of a checklist, in the unit of the book. */
export interface ChecklistGoods {
  readonly itemNo: number;
  readonly quantity: string;
  readonly expiresOn: string | null;
}

const COLUMNS = `checklist_no as "checklistNo", book_no as "bookNo", direction, purpose, owner, customs_code as "customsCode", state,
  entry_no as "entryNo", trim_scale(gross_kg)::text as "grossKg", lists, pass_no as "passNo", made_by as "madeBy",
  made_at as "madeAt", settled_at as "settledAt", reason`;

/** A new number: `QD` of a checklist, `HF` of a pass, `ZS` of goods on display, `XS` of a sale there; office, year, `I` into the zone or `E` out of it, nine digits. */
export async function issueNo(
  client: Client,
  kind: 'QD' | 'HF' | 'ZS' | 'XS',
  office: string,
  direction: 'out' | 'in',
  day: string,
): Promise<string> {
  const [row] = await client.query<{ no: string }>(
    `select lpad(nextval('gate.paper_no')::text, 9, '0') as no`,
  );
  return `${kind}${office}${day.slice(2, 4)}${direction === 'in' ? 'I' : 'E'}${row?.no}`;
}

/** Writes a new checklist with its goods. @returns whether its entry is on no other one */
export async function addChecklist(
  client: Client,
  list: Checklist,
  goods: readonly ChecklistGoods[],
): Promise<boolean> {
  const added = await client.run(
    `insert into gate.checklist (book_no, checklist_no, direction, owner, customs_code, state, entry_no, gross_kg, lists,
       made_by, made_at, purpose) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
    [
      ...[
        list.bookNo,
        list.checklistNo,
        list.direction,
        list.owner,
        list.customsCode,
        list.state,
        list.entryNo,
      ],
      ...[list.grossKg, list.lists, list.madeBy, list.madeAt, list.purpose],
    ],
  );
  if (added === 0) return false;
  await client.run(
    `insert into gate.checklist_goods (book_no, checklist_no, item_no, quantity, expires_on)
     select $1, $2, * from unnest($3::int[], $4::numeric[], $5::date[])`,
    [
      ...[list.bookNo, list.checklistNo, goods.map(({ itemNo }) => itemNo)],
      ...[goods.map(({ quantity }) => quantity), goods.map(({ expiresOn }) => expiresOn)],
    ],
  );
  return true;
}

/** A checklist; undefined where there is none, or none of the owner that is named. */
export async function checklistOf(
  client: Queryable,
  checklistNo: string,
  owner: string | undefined,
  lock = false,
): Promise<Checklist | undefined> {
  const [row] = await client.query<Checklist>(
    `select ${COLUMNS} from gate.checklist where checklist_no = $1 and ($2::text is null or owner = $2)
     ${lock ? 'for update' : ''}`,
    [checklistNo, owner ?? null],
  );
  return row;
}

export async function goodsOf(
  client: Queryable,
  { bookNo, checklistNo }: Pick<Checklist, 'bookNo' | 'checklistNo'>,
): Promise<ChecklistGoods[]> {
  return client.query<ChecklistGoods>(
    `select item_no as "itemNo", trim_scale(quantity)::text as quantity, expires_on::text as "expiresOn"
     from gate.checklist_goods where book_no = $1 and checklist_no = $2 order by item_no`,
    [bookNo, checklistNo],
  );
}

export async function settleChecklist(
  client: Client,
  { bookNo, checklistNo }: Pick<Checklist, 'bookNo' | 'checklistNo'>,
  settled: {
    readonly state: Checklist['state'];
    readonly by: string;
    readonly at: Date;
    readonly reason?: string;
  },
): Promise<void> {
  await client.run(
    `update gate.checklist set state = $3, settled_by = $4, settled_at = $5, reason = $6
     where book_no = $1 and checklist_no = $2`,
    [bookNo, checklistNo, settled.state, settled.by, settled.at, settled.reason ?? ''],
  );
}

/** Where a page of papers begins, and whose they are. */
export interface PaperWish {
  readonly owner: string | undefined;
  readonly state: string | undefined;
  readonly before: { readonly at: string; readonly no: string } | undefined;
  readonly limit: number;
}

/** Checklists of an owner or of the zone, the latest first. */
export async function checklistsPage(client: Queryable, wish: PaperWish): Promise<Checklist[]> {
  return client.query<Checklist>(
    `select ${COLUMNS} from gate.checklist
     where ($1::text is null or owner = $1) and ($2::text is null or state = $2)
       and ($3::timestamptz is null or (made_at, checklist_no) < ($3, $4))
     order by made_at desc, checklist_no desc limit $5`,
    [wish.owner ?? null, wish.state ?? null, wish.before?.at ?? null, wish.before?.no ?? null, wish.limit],
  );
}

/** Checklists of a pass. */
export async function checklistsOn(client: Queryable, passNo: string): Promise<Checklist[]> {
  return client.query<Checklist>(
    `select ${COLUMNS} from gate.checklist where pass_no = $1 order by checklist_no`,
    [passNo],
  );
}

/** Puts checklists that may be carried on a pass. @returns those it was done to */
export async function loadChecklists(
  client: Client,
  passNo: string,
  wish: {
    readonly owner: string;
    readonly direction: 'out' | 'in';
    readonly checklistNos: readonly string[];
  },
): Promise<Pick<Checklist, 'checklistNo' | 'grossKg' | 'customsCode' | 'lists'>[]> {
  return client.query(
    `update gate.checklist set pass_no = $1
     where checklist_no = any($4) and owner = $2 and direction = $3 and pass_no is null
       and state = case direction when 'in' then 'approved' else 'made' end
     returning checklist_no as "checklistNo", gross_kg::text as "grossKg", customs_code as "customsCode", lists`,
    [passNo, wish.owner, wish.direction, wish.checklistNos],
  );
}

/** Takes the checklists off a pass that is void. */
export async function unloadChecklists(client: Client, passNo: string): Promise<void> {
  await client.run('update gate.checklist set pass_no = null where pass_no = $1', [passNo]);
}
