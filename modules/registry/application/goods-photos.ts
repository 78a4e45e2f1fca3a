import { createHash, randomUUID } from 'node:crypto';
import { Problem } from '#http';
import type { Client, Queryable } from '#postgres';
import { cleanPhoto, type PhotoType } from '../domain/photos/clean-photo.ts';
import { PhotoFault } from '../domain/photos/photo-parts.ts';
import { findFiledGoods } from '../storage/goods-filings.ts';
import {
  addPhoto,
  type GoodsKey,
  hasPicture,
  orderPhotos,
  type Photo,
  photosOf,
  pictureDigest,
  pictureOf,
  recordPhotoStep,
  removePhoto,
  retellPhoto,
} from '../storage/goods-photos.ts';
import type { Actor } from './filing-ports.ts';
import { type GoodsPorts, goodsNotFound } from './goods-filings.ts';

/** How much is taken of photos. */
export interface PhotoLimits {
  /** Photos of one item. */
  readonly most: number;
  readonly mostBytes: number;
  /** Width times height. */
  readonly mostPixels: number;
}

export interface PhotoPorts extends GoodsPorts {
  readonly photoLimits: () => PhotoLimits;
}

const problem = (status: number, code: string, zh: string, en: string) =>
  new Problem(status, code, { zh, en });

const notFound = (): Problem =>
  problem(404, 'PHOTO-NOT-FOUND', '没有此照片', 'There is no such photo of the goods');

/** Adds a photo, of which nothing but the picture is kept; the same picture again changes nothing. @throws Problem */
export async function addGoodsPhoto(
  ports: PhotoPorts,
  actor: Actor,
  key: GoodsKey,
  { bytes, alt }: { readonly bytes: Uint8Array; readonly alt: string },
): Promise<void> {
  // Who may not is told so before anything is made of the picture.
  await ownGoods(ports.database, actor, key);
  const limits = ports.photoLimits();
  const clean = cleaned(bytes, limits);
  const digest = createHash('sha256').update(clean.bytes).digest();
  await changing(ports, actor, key, async (client, photos) => {
    if (await hasPicture(client, key, digest)) return;
    if (photos.length >= limits.most)
      throw problem(
        ...([409, 'PHOTO-TOO-MANY', `每个商品最多 ${limits.most} 张照片，请先删除`] as const),
        `Goods have at most ${limits.most} photos; remove one first`,
      );
    const photoId = randomUUID();
    await addPhoto(client, key, { clean, digest, photoId, alt, by: actor.who, at: ports.now() });
    return { step: 'photo-added', photo: { photoId, alt } };
  });
}

function cleaned(bytes: Uint8Array, { mostBytes, mostPixels }: PhotoLimits) {
  const kibibytes = Math.floor(mostBytes / 1024);
  if (bytes.length > mostBytes)
    throw problem(
      ...([413, 'PHOTO-TOO-LARGE', `照片超过 ${kibibytes} KiB，请缩小后再上传`] as const),
      `The photo is larger than ${kibibytes} KiB; make it smaller`,
    );
  try {
    const clean = cleanPhoto(bytes);
    if (clean.width * clean.height <= mostPixels) return clean;
  } catch (fault) {
    if (!(fault instanceof PhotoFault)) throw fault;
    throw problem(
      ...([422, 'PHOTO-UNSOUND', `不是完整、静止的 JPEG、PNG 或 WebP 图片（${fault.message}）`] as const),
      `It is no whole, still JPEG, PNG or WebP: ${fault.message}`,
    );
  }
  throw problem(
    ...([422, 'PHOTO-TOO-WIDE', `照片超过 ${mostPixels} 像素，请缩小后再上传`] as const),
    `The photo has more than ${mostPixels} pixels; make it smaller`,
  );
}

/** What a photo is to become. */
export interface PhotoChange {
  readonly alt?: string | undefined;
  /** From 1. */
  readonly place?: number | undefined;
}

/** Gives a photo another text or place. @throws Problem 404 */
export async function changeGoodsPhoto(
  ports: PhotoPorts,
  actor: Actor,
  key: GoodsKey,
  photoId: string,
  { alt, place }: PhotoChange,
): Promise<void> {
  await changing(ports, actor, key, async (client, photos) => {
    const before = photos.find((photo) => photo.photoId === photoId);
    if (!before) throw notFound();
    const ids = photos.map((photo) => photo.photoId);
    const others = ids.filter((id) => id !== photoId);
    const wanted =
      place === undefined ? ids : [...others.slice(0, place - 1), photoId, ...others.slice(place - 1)];
    const moved = wanted.some((id, at) => id !== ids[at]);
    const retold = alt !== undefined && alt !== before.alt;
    if (!moved && !retold) return;
    if (moved) await orderPhotos(client, key, wanted);
    if (retold) await retellPhoto(client, key, photoId, alt);
    return {
      step: 'photo-changed',
      photo: { photoId, alt: alt ?? before.alt, ...(moved ? { place: wanted.indexOf(photoId) + 1 } : {}) },
    };
  });
}

/** Takes a photo away; its digest and who did it stay on record. @throws Problem 404 */
export async function removeGoodsPhoto(
  ports: PhotoPorts,
  actor: Actor,
  key: GoodsKey,
  photoId: string,
): Promise<void> {
  await changing(ports, actor, key, async (client, photos) => {
    const photo = photos.find((one) => one.photoId === photoId);
    if (!photo) throw notFound();
    await removePhoto(client, key, photoId, ports.now());
    return { step: 'photo-removed', photo: { photoId, alt: photo.alt } };
  });
}

type Done = Pick<Parameters<typeof recordPhotoStep>[2], 'step' | 'photo'>;

/** Has something done with the photos of one's own goods, one after the other, and puts it on record. */
async function changing(
  { database, now }: PhotoPorts,
  { who, party }: Actor,
  key: GoodsKey,
  deed: (client: Client, photos: readonly Photo[]) => Promise<Done | undefined>,
): Promise<void> {
  await database.transaction(async (client) => {
    await ownGoods(client, { party }, key, true);
    const done = await deed(client, await photosOf(client, key));
    if (done) await recordPhotoStep(client, key, { ...done, by: who, at: now() });
  });
}

/** @throws Problem 404 for goods that are not there or another's, 409 for withdrawn ones */
async function ownGoods(
  client: Queryable,
  { party }: Pick<Actor, 'party'>,
  { ebcCode, itemNo }: GoodsKey,
  lock = false,
): Promise<void> {
  const others = party !== undefined && party !== ebcCode;
  const filed = others ? undefined : await findFiledGoods(client, ebcCode, itemNo, lock);
  if (!filed) throw goodsNotFound(itemNo);
  if (filed.state !== 'withdrawn') return;
  throw problem(
    ...([409, 'GOODS-STATE', '商品已撤回，不能更改照片'] as const),
    'The goods are withdrawn; their photos stay as they are',
  );
}

/** A photo for its reader; the picture itself only where the reader has another one. @throws Problem 404 */
export async function pictureSeenBy(
  client: Queryable,
  { party }: Pick<Actor, 'party'>,
  key: GoodsKey,
  photoId: string,
): Promise<{ readonly type: PhotoType; readonly tag: string; readonly content: () => Promise<Buffer> }> {
  const others = party !== undefined && party !== key.ebcCode;
  const found = others ? undefined : await pictureDigest(client, key, photoId);
  if (!found) throw notFound();
  return {
    type: found.type,
    tag: `"${found.digest.toString('base64url').slice(0, 22)}"`,
    content: async () => {
      const picture = await pictureOf(client, key, photoId);
      if (!picture) throw notFound();
      return picture;
    },
  };
}
