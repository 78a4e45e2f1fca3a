import { impossibleCharacterAt, isSpace, isTooLongName, nameAt } from './characters.ts';
import type { RawAttribute } from './namespaces.ts';
import { expandAttribute } from './references.ts';
import type { XmlFault } from './xml-fault.ts';

/** A start tag as it stands in the text. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  /** `<name/>`. */
  readonly empty: boolean;
  /** Just after the tag. */
  readonly end: number;
}

/** Why a tag cannot be read, and where. */
export interface BrokenTag {
  readonly at: number;
  readonly code: XmlFault['code'];
  readonly zh: string;
  readonly en: string;
}

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;

/** Reads the start tag whose `<` stands at a position. */
export function readStartTag(text: string, from: number): StartTag | BrokenTag {
  const name = nameAt(text, from + 1);
  if (name === '') {
    return broken(from, '< 之后不是元素名', 'A < is not followed by the name of an element');
  }
  if (isTooLongName(name)) {
    return longName(from);
  }
  const attributes: RawAttribute[] = [];
  let at = from + 1 + name.length;
  for (;;) {
    const next = afterSpace(text, at);
    const code = text.charCodeAt(next);
    if (code === GREATER) {
      return { name, attributes, empty: false, end: next + 1 };
    }
    if (code === SLASH && text.charCodeAt(next + 1) === GREATER) {
      return { name, attributes, empty: true, end: next + 2 };
    }
    const attribute = next === at ? '' : nameAt(text, next);
    if (attribute === '') {
      return broken(next, `元素 ${name} 的标签不合法`, `The tag of ${name} is not well formed`);
    }
    const end = readAttribute(text, attribute, next + attribute.length, attributes);
    if (typeof end !== 'number') {
      return end;
    }
    at = end;
  }
}

/** Reads `="value"` after the name of an attribute; returns where it ends. */
function readAttribute(text: string, name: string, from: number, into: RawAttribute[]): number | BrokenTag {
  if (isTooLongName(name)) {
    return longName(from - name.length);
  }
  const equals = afterSpace(text, from);
  const quote = afterSpace(text, equals + 1);
  const mark = text[quote];
  const end = mark === '"' || mark === "'" ? text.indexOf(mark, quote + 1) : -1;
  if (text.charCodeAt(equals) !== EQUALS || end < 0) {
    return broken(from, `属性 ${name} 不合法`, `The attribute ${name} is not well formed`);
  }
  const raw = text.slice(quote + 1, end);
  if (raw.includes('<')) {
    return broken(from, `属性 ${name} 的值含有 <`, `The value of ${name} contains a <`);
  }
  const impossible = impossibleCharacterAt(raw);
  if (impossible >= 0) {
    return impossibleCharacter(quote + 1 + impossible);
  }
  const value = expandAttribute(raw);
  if (typeof value !== 'string') {
    return badReference(value.entity, quote + 1 + value.at);
  }
  into.push({ name, value });
  return end + 1;
}

export function badReference(entity: string | undefined, at: number): BrokenTag {
  return entity === undefined
    ? broken(at, '& 之后不是合法的引用', 'An & is not followed by a proper reference')
    : {
        at,
        code: 'CEB-ENTITY',
        zh: `不接受实体引用 &${entity};`,
        en: `The entity reference &${entity}; is refused`,
      };
}

export function longName(at: number): BrokenTag {
  return broken(at, '名称超过 50000 字节', 'A name is longer than 50,000 bytes');
}

export function impossibleCharacter(at: number): BrokenTag {
  return broken(at, '含有 XML 不允许的字符', 'There is a character XML does not allow');
}

export function broken(at: number, zh: string, en: string): BrokenTag {
  return { at, code: 'CEB-XML', zh, en };
}

/** Position of the next character that is not white space. */
export function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}
