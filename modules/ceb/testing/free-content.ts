import { SIGNATURE_ELEMENTS, SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { Chance } from './chance.ts';
import { attribute, element, raw, type XmlElement } from './xml-tree.ts';

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** What an attribute of any element may be called, with values that may or may not fit. */
const ATTRIBUTES: readonly (readonly [name: string, ...values: string[]])[] = [
  ['a', '1', '', '&lt;', '&amp;', '&#10;', '&e;', '<', '&', '\u0001', '茶', '>', "'"],
  ['xml:lang', 'zh', 'zh-CN', '', '1', 'x y'],
  ['xml:space', 'preserve', 'default', 'x', ''],
  ['xml:base', 'a', 'http://x/', '%', ''],
  ['xml:id', 'a', 'b', '1', ' a ', '', 'a:b', 'a b', '茶', 'a&#10;'],
  ['xml:x', '1'],
  ['xsi:schemaLocation', 'a b', 'a', '', 'http://www.chinaport.gov.cn/ceb x.xsd', '%', 'a b c'],
  ['xsi:noNamespaceSchemaLocation', 'a', '', 'a b', '%'],
  ['xsi:nil', 'true', 'false', '1', '0', 'x', '', ' true '],
  ['xsi:x', '1'],
  ['xsi:type', 'x', 'xs:string', 'xs:int', 'xs:short', 'xs:token', 'xs:nothing', 'xs:anyType', ' xs:int '],
  ['xsi:type', 'xs:decimal', 'xs:base64Binary', 'ceb:XMLElement', 'ds:SignatureType', 'ds:CryptoBinary'],
  ['xsi:type', '', 'a b', 'a:b:c', ':a', 'a:', 'q:a', 'ds:KeyInfoType', 'ds:ObjectType'],
  ['guid', 'x', '123456789012345678901234567890123456'],
  ['version', '1.0', ''],
  ['Id', 'a', 'b', '1', '', ' a ', 'a b', 'a:b', '茶', '_', 'a&#10;', '-a', 'é', '\u00b7', '&#97;'],
  ['ID', 'a'],
  ['URI', '', '#a', 'a b', '%', '%4', '%41', '中', 'http://h:1/p?q#f', 'http://h:x/', '#a#b', '[', '^', '\\'],
  ['Algorithm', 'x', '', ' ', ':', '::', 'a:', 'http://www.w3.org/2000/09/xmldsig#sha1', '&#32;', '|', '{}'],
  ['Type', '::', 'urn:x', '1:b', ':b', '?', '//', '///', 'http://', 'http://@', 'http://a@b@c/', '//h:'],
  ['Target', '#a', '%'],
  ['Encoding', 'x', '%zz'],
  ['MimeType', 'text/xml', '%'],
  ['q:a', '1'],
  [':a', '1'],
  ['a:', '1'],
  ['a:b:c', '1'],
  ['a:1', '1'],
  ['1a', '1'],
  ['xmlns', ''],
  ['xmlns:', 'urn:x'],
  ['茶', '1'],
];

/** Adds an attribute of some kind, most often with the declaration its prefix needs. */
export function giveAttribute(target: XmlElement, root: XmlElement, chance: Chance): void {
  const [name = 'a', ...values] = chance.of(ATTRIBUTES) ?? [];
  const value = chance.pick(values);
  insert(target, name, value, chance);
  const needed: [string, string][] = name.startsWith('xsi:') ? [['xmlns:xsi', INSTANCE]] : [];
  if (value.includes('xs:')) needed.push(['xmlns:xs', SCHEMA]);
  if (value.includes('ds:')) needed.push(['xmlns:ds', SIGNATURE_NAMESPACE]);
  if (name.startsWith('q:')) needed.push(['xmlns:q', 'urn:q']);
  for (const [declared, uri] of needed) {
    const holder = chance.once(3) ? root : target;
    const there = [root, target].some(({ attributes }) => attributes.some((one) => one.name === declared));
    if (!there && !chance.once(12)) insert(holder, declared, uri, chance);
  }
}

function insert(target: XmlElement, name: string, value: string, chance: Chance): void {
  target.attributes.splice(chance.below(target.attributes.length + 1), 0, attribute(name, value));
}

const SIGNATURE_NAMES = Object.keys(SIGNATURE_ELEMENTS);
const NAMES = [
  ...[
    'a',
    'b',
    '茶',
    'a.b-c_d',
    'Order',
    'OrderHead',
    'BaseTransfer',
    'Message',
    'guid',
    'note',
    'gnum',
    '_',
    'é',
  ],
  ...['Signature', 'KeyName', 'X509SKI', 'Reference', 'CEB311Message', 'Tax', 'SummaryApplyHead', 'XPath'],
];
const URIS = ['urn:q', 'urn:q', '', 'x', CEB_NAMESPACE, CEB_NAMESPACE, SIGNATURE_NAMESPACE, 'http://a/b?c#d'];
const TEXTS = ['x', ' ', '1', '茶', '&amp;', '\n', '<!-- c -->', '<?p?>', '<![CDATA[<]]>', 'AA=='];

/** An element for a place where any may stand: of a foreign name, or of one the schemas know and judge even there. */
export function freeElement(root: XmlElement, chance: Chance, depth = 0): XmlElement {
  // Inside other free content the schema knows the signature's elements again.
  const signed = chance.once(depth > 0 ? 2 : 12);
  const name = signed ? chance.pick(SIGNATURE_NAMES) : nameFor(chance);
  const prefixed = chance.once(2);
  const made = element(prefixed ? `q:${name}` : name);
  if (signed || prefixed || chance.once(2)) {
    const uri = signed ? SIGNATURE_NAMESPACE : chance.pick(URIS);
    made.attributes.push(attribute(prefixed ? 'xmlns:q' : 'xmlns', uri));
  }
  if (chance.once(4)) giveAttribute(made, root, chance);
  while (depth < 5 && chance.once(3)) made.children.push(freeElement(root, chance, depth + 1));
  if (chance.once(2)) {
    made.children.splice(chance.below(made.children.length + 1), 0, raw(chance.pick(TEXTS)));
  }
  return made;
}

/** Bounds of the ranges of characters a name may begin with or hold; the odds are just outside and just inside. */
const RANGES = [
  ...[0x2d, 0x2e, 0x30, 0x39, 0x41, 0x5a, 0x5f, 0x61, 0x7a, 0xb7, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x300],
  ...[0x36f, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x203f, 0x2040, 0x2070, 0x218f, 0x2c00, 0x2fef],
  ...[0x3001, 0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff, 0xf0000, 0x10fffe],
];

function nameFor(chance: Chance): string {
  return chance.once(4) ? oddName(chance) : chance.pick(NAMES);
}

/** A name with one character at a bound of what names may hold. */
export function oddName(chance: Chance): string {
  const name = chance.pick(NAMES);
  const code = (chance.of(RANGES) ?? 0x41) + chance.below(3) - 1;
  const odd = code >= 0xd800 && code < 0xe000 ? 'x' : String.fromCodePoint(code);
  return chance.once(2) ? odd + name : name + odd;
}
