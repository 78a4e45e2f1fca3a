import type { Chance } from './chance.ts';

function splice(bytes: Uint8Array, at: number, remove: number, insert: readonly number[]): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
}

/** What no UTF-8 is: too long, too short, surrogates, beyond Unicode, stray parts; and a few that are. */
const SEQUENCES: readonly (readonly number[])[] = [
  ...[
    [0xc0, 0x80],
    [0xc1, 0xbf],
    [0xe0, 0x80, 0x80],
    [0xe0, 0x9f, 0xbf],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf0, 0x8f, 0xbf, 0xbf],
  ],
  ...[
    [0xed, 0xa0, 0x80],
    [0xed, 0xbf, 0xbf],
    [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
  ],
  ...[
    [0xf5, 0x80, 0x80, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
    [0xfe],
    [0xff],
  ],
  ...[
    [0x80],
    [0xbf],
    [0xc3],
    [0xe8, 0x8c],
    [0xf0, 0x9f, 0x98],
    [0xb2, 0xe8],
    [0xef, 0xbf, 0xbe],
    [0xef, 0xbf, 0xbf],
  ],
  ...[
    [0xf4, 0x8f, 0xbf, 0xbf],
    [0xed, 0x9f, 0xbf],
    [0xee, 0x80, 0x80],
    [0xe8, 0x8c, 0xb6],
    [0xef, 0xbb, 0xbf],
    [0xc2, 0x85],
    [0],
  ],
];

/** Bytes that are not UTF-8, or only just. */
export function insertBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  return splice(bytes, chance.below(bytes.length + 1), 0, chance.of(SEQUENCES) ?? []);
}

export function changeByte(bytes: Uint8Array, chance: Chance): Uint8Array {
  return splice(
    bytes,
    chance.below(bytes.length),
    chance.below(2),
    chance.once(3) ? [] : [chance.below(256)],
  );
}

/** A byte order mark, once or twice, right or wrong. */
export function addByteOrderMark(bytes: Uint8Array, chance: Chance): Uint8Array {
  const marks = [
    [0xef, 0xbb, 0xbf],
    [0xef, 0xbb, 0xbf],
    [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb],
  ];
  return splice(bytes, 0, 0, chance.of(marks) ?? []);
}

/** The same text in another encoding, with or without its byte order mark. */
export function changeEncoding(bytes: Uint8Array, chance: Chance): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const marked = chance.once(2) ? `\ufeff${text}` : text;
  switch (chance.below(5)) {
    case 0:
      return units(marked, 2, false);
    case 1:
      return units(marked, 2, true);
    case 2:
      return units(marked, 4, false);
    case 3:
      return units(marked, 4, true);
    default:
      return Uint8Array.from(text, (character) => Math.min(character.charCodeAt(0), 255));
  }
}

function units(text: string, size: 2 | 4, big: boolean): Uint8Array {
  const codes =
    size === 4
      ? Array.from(text, (character) => character.codePointAt(0) ?? 0)
      : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = new Uint8Array(codes.length * size);
  const view = new DataView(bytes.buffer);
  codes.forEach((code, at) => {
    if (size === 2) view.setUint16(at * 2, code, !big);
    else view.setUint32(at * 4, code, !big);
  });
  return bytes;
}
