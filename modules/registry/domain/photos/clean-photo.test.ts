import { describe, expect, test } from 'vitest';
import { cleanPhoto } from './clean-photo.ts';
import { PhotoFault } from './photo-parts.ts';

const text = (letters: string) => [...letters].map((letter) => letter.charCodeAt(0));
const told = (bytes: Uint8Array) => String.fromCharCode(...bytes);

const segment = (marker: number, content: readonly number[]) => [
  ...[0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff],
  ...content,
];
/** EXIF as a telephone writes it: how the picture is turned, and a place in words. */
const exif = (orientation: number) =>
  segment(0xe1, [
    ...text('Exif\0\0II'),
    ...[0x2a, 0, 8, 0, 0, 0, 2, 0],
    ...[0x0f, 1, 2, 0, 5, 0, 0, 0, 38, 0, 0, 0],
    ...[0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0, 0, 0, 0],
    ...text('GPS 25.04 102.7'),
  ]);
const frame = segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const jpeg = (...segments: readonly (readonly number[])[]) =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat(), 0xff, 0xd9]);
const sound = [segment(0xdb, [0, 1]), frame, segment(0xc4, [0, 1]), scan];

function chunk(name: string, content: readonly number[]): number[] {
  const named = [...text(name), ...content];
  let crc = 0xffffffff;
  for (const byte of named) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  crc = (crc ^ 0xffffffff) >>> 0;
  const four = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return [...four(content.length), ...named, ...four(crc)];
}
const png = (...chunks: readonly (readonly number[])[]) =>
  Uint8Array.from([0x89, ...text('PNG\r\n\x1a\n'), ...chunks.flat()]);
const head = chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]);
const picture = chunk('IDAT', [1, 2, 3]);
const end = chunk('IEND', []);

function riff(name: string, content: readonly number[]): number[] {
  const size = content.length;
  return [...text(name), size & 255, size >> 8, 0, 0, ...content, ...(size % 2 ? [0] : [])];
}
function webp(...chunks: readonly (readonly number[])[]): Uint8Array {
  const content = chunks.flat();
  const size = content.length + 4;
  return Uint8Array.from([...text('RIFF'), size & 255, size >> 8, 0, 0, ...text('WEBP'), ...content]);
}
const extended = (flags: number) => riff('VP8X', [flags, 0, 0, 0, 39, 0, 0, 29, 0, 0]);
const lossy = riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 40, 0, 30, 0, 7]);

const faultOf = (bytes: Uint8Array): string => {
  try {
    return `taken as ${cleanPhoto(bytes).type}`;
  } catch (fault) {
    if (fault instanceof PhotoFault) return fault.why;
    throw fault;
  }
};

describe('a JPEG', () => {
  test('loses place, camera, comment, small picture and what follows its end, and stays upright', () => {
    const given = jpeg(
      exif(6),
      segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0SECRET')),
      segment(0xed, text('Photoshop SECRET')),
      segment(0xfe, text('SECRET comment')),
      segment(0xe2, text('ICC_PROFILE\0colours')),
      ...sound,
    );
    const clean = cleanPhoto(Uint8Array.from([...given, ...text('SECRET film')]));
    expect(clean).toMatchObject({ type: 'image/jpeg', width: 30, height: 40 });
    expect(told(clean.bytes)).not.toMatch(/SECRET|GPS/);
    expect(told(clean.bytes)).toContain('ICC_PROFILE');
    // Cleaned again it is what it was, turned as before.
    expect(cleanPhoto(clean.bytes)).toEqual(clean);
  });

  test('that holds nothing but its picture is kept byte by byte', () => {
    const given = jpeg(segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]), ...sound);
    expect(cleanPhoto(given)).toEqual({ type: 'image/jpeg', width: 40, height: 30, bytes: given });
  });

  test('that breaks off, has no picture or is of a kind no browser shows is not taken', () => {
    expect(faultOf(jpeg(...sound).slice(0, -2))).toBe('broken');
    expect(faultOf(jpeg(frame))).toBe('broken');
    expect(faultOf(jpeg(segment(0xc3, [8, 0, 30, 0, 40, 1]), scan))).toBe('type');
  });
});

describe('a PNG', () => {
  test('loses texts, time, place and whatever follows its end', () => {
    const secrets = [chunk('tEXt', text('a\0SECRET')), chunk('eXIf', text('SECRET')), chunk('priv', [1])];
    const given = png(head, chunk('gAMA', [0, 0, 1, 0]), ...secrets, picture, end, text('SECRET'));
    expect(cleanPhoto(given)).toEqual({
      ...{ type: 'image/png', width: 40, height: 30 },
      bytes: png(head, chunk('gAMA', [0, 0, 1, 0]), picture, end),
    });
  });

  test('that is damaged, breaks off, moves or holds a part nobody knows is not taken', () => {
    const damaged = png(head, picture, end);
    damaged[20] = 9;
    expect(faultOf(damaged)).toBe('broken');
    expect(faultOf(png(head, picture))).toBe('broken');
    expect(faultOf(png(head, end))).toBe('broken');
    expect(faultOf(png(head, chunk('acTL', [0]), picture, end))).toBe('moving');
    expect(faultOf(png(head, chunk('EVIL', [0]), picture, end))).toBe('broken');
  });
});

describe('a WebP', () => {
  test('loses its EXIF and XMP, and says so in its head', () => {
    const given = webp(extended(0x2c), lossy, riff('EXIF', text('SECRET')), riff('XMP ', text('SECRET')));
    expect(cleanPhoto(given)).toEqual({
      ...{ type: 'image/webp', width: 40, height: 30 },
      bytes: webp(extended(0x20), lossy),
    });
    const lossless = webp(riff('VP8L', [0x2f, 39, 0x40, 0x07, 0, 5]));
    expect(cleanPhoto(lossless)).toMatchObject({ width: 40, height: 30, bytes: lossless });
  });

  test('that moves, breaks off or has no single picture is not taken', () => {
    expect(faultOf(webp(extended(2), lossy))).toBe('moving');
    expect(faultOf(webp(extended(0)))).toBe('broken');
    expect(faultOf(webp(lossy, lossy))).toBe('broken');
    expect(faultOf(webp(lossy).slice(0, -4))).toBe('broken');
  });
});

test('what only calls itself a picture is none', () => {
  expect(faultOf(Uint8Array.from(text('<svg onload="alert(1)"/>')))).toBe('type');
  expect(faultOf(Uint8Array.from(text('GIF89a')))).toBe('type');
  expect(faultOf(new Uint8Array())).toBe('type');
});
