import { createHash } from 'node:crypto';
import { cleanPhoto, PhotoFault } from '#registry';
import type { Inspector } from '../domain/officer.ts';
import { findInspection } from '../storage/inspections.ts';
import { addPhoto, photosOf, pictureOf } from '../storage/photos.ts';
import { addSteps } from '../storage/steps.ts';
import type { InspectionPorts } from './ports.ts';
import { InspectionRefusal } from './refusals.ts';
import { begunOf, stepOf } from './visit.ts';

type Ports = Pick<InspectionPorts, 'database' | 'now' | 'parameters'>;

/** A photo as it comes from a camera. */
export interface NewPhoto {
  /** Made by who sends it; the photo is known by it. */
  readonly photoId: string;
  readonly bytes: Uint8Array;
  readonly shows: string;
  readonly list: { readonly orderNo: string; readonly ebpCode: string } | undefined;
}

/** Adds a photo, of which nothing but the picture is kept, sealed; the same again changes nothing. @throws InspectionRefusal */
export async function addInspectionPhoto(
  { database, now, parameters }: Ports,
  officer: Inspector,
  inspectionId: string,
  { photoId, bytes, shows, list }: NewPhoto,
): Promise<void> {
  const limits = parameters().photos;
  const clean = cleaned(bytes, limits);
  const digest = createHash('sha256').update(clean.bytes).digest();
  const at = now();
  await database.transaction(async (client) => {
    const inspection = await begunOf(client, officer, inspectionId);
    const there = await photosOf(client, inspection);
    if (there.some((one) => one.photoId === photoId)) return;
    if (there.length >= limits.most) throw new InspectionRefusal('INSPECTION-PHOTOS');
    const { type, width, height } = clean;
    const added = await addPhoto(client, inspection, {
      ...{ photoId, shows, type, width, height, digest, bytes: clean.bytes, by: officer.id, addedAt: at },
      ...{ orderNo: list?.orderNo ?? null, ebpCode: list?.ebpCode ?? null },
    });
    if (added)
      await addSteps(client, [
        stepOf(inspection, 'photo', officer, at, { photoId, shows, ...list, name: officer.name }, photoId),
      ]);
  });
}

function cleaned(
  bytes: Uint8Array,
  { mostBytes, mostPixels }: { readonly mostBytes: number; readonly mostPixels: number },
) {
  try {
    const clean = bytes.length <= mostBytes ? cleanPhoto(bytes) : undefined;
    if (clean && clean.width * clean.height <= mostPixels) return clean;
  } catch (fault) {
    if (!(fault instanceof PhotoFault)) throw fault;
  }
  throw new InspectionRefusal('INSPECTION-PHOTO-UNSOUND');
}

/** The picture of a photo of an inspection of the party's, or of the zone where none is named. @throws InspectionRefusal */
export async function inspectionPicture(
  { database }: Ports,
  party: string | undefined,
  inspectionId: string,
  photoId: string,
): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const inspection = await findInspection(database.readers, inspectionId, party);
  const picture = inspection && (await pictureOf(database.readers, inspection, photoId));
  if (!picture) throw new InspectionRefusal('INSPECTION-PHOTO-NOT-FOUND');
  return picture;
}
