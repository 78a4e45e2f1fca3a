import { isPossible } from './characters.ts';

/** Why a text cannot be read: a bare ampersand or a malformed reference, or a reference to an entity. */
export interface BadReference {
  /** Position in the given text. */
  readonly at: number;
  readonly entity?: string;
}

/** A map, not an object: an object answers to `toString` too, and the name comes from outside. */
const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Line ends as XML sees them: one line feed each. */
export function normaliseLineEnds(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** Content of an element as XML reads it: line ends made one, references replaced. */
export function expandText(raw: string): string | BadReference {
  return raw.includes('&') ? expand(raw, normaliseLineEnds) : normaliseLineEnds(raw);
}

/** Value of an attribute as XML reads it: white space becomes blanks, references are replaced. */
export function expandAttribute(raw: string): string | BadReference {
  return raw.includes('&') ? expand(raw, blankSpaces) : blankSpaces(raw);
}

function blankSpaces(raw: string): string {
  return normaliseLineEnds(raw).replace(/[\t\n]/g, ' ');
}

/** Replaces references; `treat` is applied to what stands between them only, never to what they stand for. */
function expand(raw: string, treat: (part: string) => string): string | BadReference {
  let expanded = '';
  let from = 0;
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', at);
    const name = end < 0 ? '' : raw.slice(at + 1, end);
    const character = name.startsWith('#') ? characterOf(name) : PREDEFINED.get(name);
    if (character === undefined) {
      return ENTITY_NAME.test(name) ? { at, entity: name } : { at };
    }
    expanded += treat(raw.slice(from, at)) + character;
    from = end + 1;
  }
  return expanded + treat(raw.slice(from));
}

const ENTITY_NAME = /^[\p{L}_][\p{L}\p{N}._:-]*$/u;

function characterOf(reference: string): string | undefined {
  const hexadecimal = reference.startsWith('#x');
  const digits = reference.slice(hexadecimal ? 2 : 1);
  if (!(hexadecimal ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits)) {
    return undefined;
  }
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10);
  return isPossible(code) ? String.fromCodePoint(code) : undefined;
}
