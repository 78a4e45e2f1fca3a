import { type Client, type Queryable, statement } from '#postgres';
import type { CleanPhoto, PhotoType } from '../domain/photos/clean-photo.ts';

/** Whose goods, and which. */
export interface GoodsKey {
  readonly ebcCode: string;
  readonly itemNo: string;
}

/** A photo as it is told of. */
export interface Photo {
  readonly photoId: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  readonly addedBy: string;
  readonly addedAt: Date;
}

const TOLD = `photo_id as "photoId", alt, media_type as type, width, height, size_bytes as "sizeBytes",
  added_by as "addedBy", added_at as "addedAt"`;
const OF_GOODS = 'ebc_code = $1 and item_no = $2 and removed_at is null';
const LIST = statement(`select ${TOLD} from registry.goods_photo where ${OF_GOODS} order by place`);

/** The photos of goods in their order. */
export const photosOf = (client: Queryable, { ebcCode, itemNo }: GoodsKey): Promise<Photo[]> =>
  client.query<Photo>(LIST, [ebcCode, itemNo]);

const SAME = statement(`select photo_id from registry.goods_photo where ${OF_GOODS} and digest = $3`);

/** Whether goods have this picture already. */
export async function hasPicture(
  client: Queryable,
  { ebcCode, itemNo }: GoodsKey,
  digest: Uint8Array,
): Promise<boolean> {
  return (await client.query(SAME, [ebcCode, itemNo, digest])).length > 0;
}

const ADD = statement(`
  insert into registry.goods_photo (ebc_code, item_no, photo_id, place, alt, media_type, width, height, size_bytes, digest,
    content, added_by, added_at)
  select $1, $2, $3, coalesce(max(place), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12
  from registry.goods_photo where ${OF_GOODS}`);

/** Adds a photo behind the others. */
export async function addPhoto(
  client: Client,
  { ebcCode, itemNo }: GoodsKey,
  photo: {
    readonly clean: CleanPhoto;
    readonly digest: Uint8Array;
    readonly photoId: string;
    readonly alt: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const { clean, digest, photoId, alt, by, at } = photo;
  const { type, width, height, bytes } = clean;
  await client.run(ADD, [
    ...[ebcCode, itemNo, photoId, alt, type, width, height, bytes.length, digest, Buffer.from(bytes), by, at],
  ]);
}

const RETELL = statement(`
  update registry.goods_photo set alt = $4 where ${OF_GOODS} and photo_id = $3`);
const ORDER = statement(`
  update registry.goods_photo stored set place = wanted.place
  from unnest($3::uuid[]) with ordinality as wanted (photo_id, place)
  where ${OF_GOODS} and stored.photo_id = wanted.photo_id`);
const REMOVE = statement(`
  update registry.goods_photo set content = null, removed_at = $4 where ${OF_GOODS} and photo_id = $3`);

export const retellPhoto = (client: Client, { ebcCode, itemNo }: GoodsKey, photoId: string, alt: string) =>
  client.run(RETELL, [ebcCode, itemNo, photoId, alt]);

/** Puts the photos of goods into this order. */
export const orderPhotos = (client: Client, { ebcCode, itemNo }: GoodsKey, photoIds: readonly string[]) =>
  client.run(ORDER, [ebcCode, itemNo, photoIds]);

/** Takes the picture away; that it was there stays. */
export const removePhoto = (client: Client, { ebcCode, itemNo }: GoodsKey, photoId: string, at: Date) =>
  client.run(REMOVE, [ebcCode, itemNo, photoId, at]);

const DIGEST = statement(`
  select media_type as type, digest from registry.goods_photo where ${OF_GOODS} and photo_id = $3`);
const CONTENT = statement(`select content from registry.goods_photo where ${OF_GOODS} and photo_id = $3`);

/** Type and digest of a photo, without reading its picture. */
export async function pictureDigest(client: Queryable, { ebcCode, itemNo }: GoodsKey, photoId: string) {
  const [row] = await client.query<{ type: PhotoType; digest: Buffer }>(DIGEST, [ebcCode, itemNo, photoId]);
  return row;
}

export async function pictureOf(
  client: Queryable,
  { ebcCode, itemNo }: GoodsKey,
  photoId: string,
): Promise<Buffer | undefined> {
  const [row] = await client.query<{ content: Buffer }>(CONTENT, [ebcCode, itemNo, photoId]);
  return row?.content;
}

const LOOK_AGAIN = statement(`
  update registry.goods set state = 'filed', filed_by = $3, decided_by = null, changed_at = $4
  where ebc_code = $1 and item_no = $2 and state = 'approved'`);
const ADD_STEP = statement(`
  insert into registry.goods_step (ebc_code, item_no, step, done_by, done_at, photo) values ($1, $2, $3, $4, $5, $6)`);

/** What was done with a photo. */
export type PhotoStep = 'photo-added' | 'photo-changed' | 'photo-removed';

/** Puts on record what was done with a photo; approved goods are looked at again. */
export async function recordPhotoStep(
  client: Client,
  { ebcCode, itemNo }: GoodsKey,
  step: { readonly step: PhotoStep; readonly by: string; readonly at: Date; readonly photo: object },
): Promise<void> {
  await client.run(LOOK_AGAIN, [ebcCode, itemNo, step.by, step.at]);
  await client.run(ADD_STEP, [ebcCode, itemNo, step.step, step.by, step.at, JSON.stringify(step.photo)]);
}
