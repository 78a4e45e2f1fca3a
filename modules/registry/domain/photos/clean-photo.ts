import { cleanJpeg } from './jpeg.ts';
import { nameAt, PhotoFault } from './photo-parts.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** What photos may be, by what their bytes say and not by what they are called. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

/** A photo with nothing in it but its picture. */
export interface CleanPhoto {
  readonly type: PhotoType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/**
 * Writes a photo anew from the parts that make its picture: place, time, camera, maker's notes, small pictures, comments and
 * whatever follows its end stay behind. What turns it upright stays. The picture itself is not unpacked.
 * @throws PhotoFault where it is none, is not whole, or moves
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto {
  const begins = (...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
  if (begins(0xff, 0xd8, 0xff)) return { type: 'image/jpeg', ...cleanJpeg(bytes) };
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    return { type: 'image/png', ...cleanPng(bytes) };
  if (begins(0x52, 0x49, 0x46, 0x46) && nameAt(bytes, 8) === 'WEBP')
    return { type: 'image/webp', ...cleanWebp(bytes) };
  throw new PhotoFault('type', 'it begins like no JPEG, PNG or WebP');
}
