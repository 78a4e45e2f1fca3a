import { type Client, type Queryable, statement } from '#postgres';

/** A return centre. Days YYYY-MM-DD, in China. */
export interface Centre {
  readonly centreCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly customsCode: string;
  readonly owner: string;
  readonly address: string;
  readonly openedOn: string;
  readonly validTo: string | null;
}

const columns = `centre_code as "centreCode", name_zh as "nameZh", name_en as "nameEn", customs_code as "customsCode",
  owner, address, opened_on::text as "openedOn", valid_to::text as "validTo"`;

const upsert = statement(`
insert into return_centre.centre (centre_code, name_zh, name_en, customs_code, owner, address, opened_on, valid_to, filed_by, filed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (centre_code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
  customs_code = excluded.customs_code, owner = excluded.owner, address = excluded.address, opened_on = excluded.opened_on,
  valid_to = excluded.valid_to, filed_by = excluded.filed_by, filed_at = excluded.filed_at`);

/** Files a centre, or how it is from now on. */
export async function writeCentre(client: Client, centre: Centre, byWhom: string, at: Date): Promise<void> {
  const { centreCode, nameZh, nameEn, customsCode, owner, address, openedOn, validTo } = centre;
  await client.run(upsert, [
    ...[centreCode, nameZh, nameEn, customsCode, owner, address, openedOn, validTo, byWhom, at],
  ]);
}

const one = statement(`select ${columns} from return_centre.centre where centre_code = $1`);

/** The centre of a code; undefined where there is none. */
export async function centreOf(client: Queryable, centreCode: string): Promise<Centre | undefined> {
  const [row] = await client.query<Centre>(one, [centreCode]);
  return row;
}

const page = statement(
  `select ${columns} from return_centre.centre where centre_code > $1 order by centre_code limit $2`,
);

/** Centres in the order of their codes. */
export async function centresAfter(client: Queryable, after: string, limit: number): Promise<Centre[]> {
  return client.query<Centre>(page, [after, limit]);
}

const announce = statement(`
insert into return_centre.announcement (centre_code, scanned, order_no, ebp_code, announced_by, announced_at)
values ($1, $2, $3, $4, $5, $6)
on conflict (centre_code, scanned) do nothing`);

const announced =
  statement(`select order_no as "orderNo", ebp_code as "ebpCode", announced_by as "announcedBy"
  from return_centre.announcement where centre_code = $1 and scanned = $2`);

/** What was told beforehand of a label. */
export interface Announcement {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly announcedBy: string;
}

/** Notes what a label will stand for; the first who says so is believed. @returns what stands there now */
export async function noteAnnouncement(
  client: Client,
  { centreCode, scanned }: { readonly centreCode: string; readonly scanned: string },
  { orderNo, ebpCode, announcedBy }: Announcement,
  at: Date,
): Promise<Announcement> {
  await client.run(announce, [centreCode, scanned, orderNo, ebpCode, announcedBy, at]);
  return (await announcementOf(client, centreCode, scanned)) ?? { orderNo, ebpCode, announcedBy };
}

/** What was told beforehand of a label; undefined where nothing was. */
export async function announcementOf(
  client: Queryable,
  centreCode: string,
  scanned: string,
): Promise<Announcement | undefined> {
  const [row] = await client.query<Announcement>(announced, [centreCode, scanned]);
  return row;
}
