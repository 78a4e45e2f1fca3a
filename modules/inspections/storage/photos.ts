import { type Client, type Queryable, statement } from '#postgres';
import { placeOf, sealedColumn } from '#vault';

interface InspectionKey {
  readonly groupKey: string;
  readonly inspectionId: string;
}

/** A photo as it is told of. */
export interface Photo {
  readonly photoId: string;
  readonly orderNo: string | null;
  readonly ebpCode: string | null;
  /** What it shows, for who cannot see it. */
  readonly shows: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  readonly addedAt: Date;
}

const TOLD = `photo_id::text as "photoId", order_no as "orderNo", ebp_code as "ebpCode", shows, media_type as type,
  width, height, size_bytes as "sizeBytes", added_at as "addedAt"`;

/** Photos of an inspection, the first first. */
export const photosOf = (client: Queryable, { groupKey, inspectionId }: InspectionKey): Promise<Photo[]> =>
  client.query<Photo>(
    `select ${TOLD} from inspections.photo where group_key = $1 and inspection_id = $2 order by added_at, photo_id`,
    [groupKey, inspectionId],
  );

const placeFor = ({ groupKey, inspectionId }: InspectionKey, photoId: string): string =>
  placeOf('inspections.photo', groupKey, inspectionId, photoId);

const add = statement(`
  insert into inspections.photo (group_key, inspection_id, photo_id, order_no, ebp_code, shows, media_type, width, height,
    size_bytes, digest, content, added_by, added_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict on constraint photo_once do nothing`);

/** Adds a photo, sealed. @returns whether it is new: the same picture is kept once */
export async function addPhoto(
  client: Client,
  of: InspectionKey,
  photo: Omit<Photo, 'sizeBytes'> & {
    readonly digest: Uint8Array;
    readonly bytes: Uint8Array;
    readonly by: string;
  },
): Promise<boolean> {
  const { photoId, orderNo, ebpCode, shows, type, width, height, digest, bytes, by, addedAt } = photo;
  const sealed = client.vault.seal(placeFor(of, photoId), bytes);
  const added = await client.run(add, [
    ...[of.groupKey, of.inspectionId, photoId, orderNo, ebpCode, shows, type, width, height],
    ...[bytes.length, digest, sealed, by, addedAt],
  ]);
  return added === 1;
}

/** The picture itself. */
export async function pictureOf(
  client: Queryable,
  of: InspectionKey,
  photoId: string,
): Promise<{ readonly type: string; readonly bytes: Buffer } | undefined> {
  const [row] = await client.query<{ type: string; content: Buffer }>(
    `select media_type as type, content from inspections.photo
     where group_key = $1 and inspection_id = $2 and photo_id = $3`,
    [of.groupKey, of.inspectionId, photoId],
  );
  return row && { type: row.type, bytes: client.vault.open(placeFor(of, photoId), row.content) };
}

/** Photos, for a pass that seals them anew. */
export const sealedInspections = sealedColumn({
  ...{ table: 'inspections.photo', column: 'content' },
  key: { group_key: 'text', inspection_id: 'uuid', photo_id: 'uuid' },
});
