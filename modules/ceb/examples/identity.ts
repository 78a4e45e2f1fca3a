/**
 * Numbers that follow from a text: the same text always gives the same number, so that samples can be compared
 * and the papers of one purchase find each other. Not secret and not random.
 */

/** FNV-1a over the code units, 32 bits, from a start of its own. */
function hash(text: string, start: number): number {
  let state = start >>> 0;
  for (let at = 0; at < text.length; at++) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
    // Mixed between characters, so that texts differing only at the end do not end alike.
    state = (state ^ (state >>> 15)) >>> 0;
  }
  return state;
}

const STARTS = [0x811c9dc5, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;

/** A GUID as the standard wants it: 36 characters, capitals, of version 4's shape. */
export function guidOf(text: string): string {
  const hex = STARTS.map((start) => hash(text, start).toString(16).padStart(8, '0')).join('');
  const variant = '89AB'[Number.parseInt(hex.charAt(16), 16) % 4];
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ];
  return parts.join('-').toUpperCase();
}

/** A run of `count` digits (at most 18), never beginning with 0. */
export function digitsOf(text: string, count: number): string {
  const digits = STARTS.map((start) => String(hash(text, start)).padStart(10, '0').slice(-6)).join('');
  return `${1 + (hash(text, 1) % 9)}${digits.slice(0, count - 1)}`;
}

/**
 * A number that follows another: `D1` marked `W` is `D1-W`. It begins like the first also where the field is
 * too short for all of it, since a test may read its wishes from the beginning.
 */
export function following(number: string, mark: string, most: number): string {
  const whole = `${number}-${mark}`;
  if ([...whole].length <= most) return whole;
  const end = `${digitsOf(number, 6)}-${mark}`;
  return `${[...number].slice(0, most - end.length).join('')}${end}`;
}
