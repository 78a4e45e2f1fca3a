import { AT_START, type ContentModel, contentModel, mayEnd } from '../decode/content-model.ts';
import { SIGNATURE_ELEMENTS, type SimpleType } from '../tables/signature.ts';
import type { Chance } from './chance.ts';
import { freeElement } from './free-content.ts';
import { type Place, placeOf, placesOf } from './places.ts';
import { base64Text } from './values.ts';
import { attribute, copyOf, element, localName, raw, type XmlElement, type XmlTree } from './xml-tree.ts';

const NAMES = Object.keys(SIGNATURE_ELEMENTS);

/** URI references, right and wrong in each of their parts. */
function uriText(chance: Chance): string {
  return [
    chance.pick(['', '', '', 'http:', 'urn:', 'a+b.c-d:', '1:', ':', 'é:']),
    chance.pick([
      '',
      '',
      '//h',
      '//h:1',
      '//h:',
      '//h:2147483648',
      '//u:p@h',
      '//u@v@h',
      '//[::1]',
      '//[',
      '//',
    ]),
    chance.pick([
      '',
      '/',
      '/a/b',
      'a',
      'a:b',
      '/%41',
      '/%4',
      '/%zz',
      '//',
      '/a b',
      '/茶',
      '/[',
      '/;=,$',
      '/|',
      '/\\',
    ]),
    chance.pick(['', '', '', '?', '?q=1', '?a?b', '?[', '?茶', '?%']),
    chance.pick(['', '', '', '#', '#f', '#a#b', '#[', '#/?', '#%zz', '#茶']),
    chance.pick(['', '', '', '', '', ' ', '&#10;', '&#160;', '^', '`', '{', '}', '&lt;', '~', '!', "*'()"]),
  ].join('');
}

const INTEGERS = [
  ...['0', '-1', '+1', '01', ' 1 ', '', '1.0', '1.', 'x', '1e3', '+', '-0', '1 2', '１'],
  ...Array.from({ length: 12 }, (_, more) => '1'.repeat(17 + more)),
  ...['9', '0', '-9', '+9'].map((digit) => digit + '0'.repeat(24)),
  ...['0'.repeat(30), `${'0'.repeat(30)}1`, '9'.repeat(60), `-${'9'.repeat(24)}`],
];

function simpleText(type: SimpleType, chance: Chance): string {
  switch (type) {
    case 'base64':
      return base64Text(chance);
    case 'integer':
      return chance.pick(INTEGERS);
    case 'anyURI':
      return uriText(chance);
    case 'ID':
      return chance.pick(['a', 'b', 'c', '_a', 'a-1', '1', 'a:b', '', ' d ', '茶', 'a b']);
    default:
      return chance.pick(['', 'x', '茶', ' ', '&amp;', 'x<!--c-->y', '<![CDATA[<]]>']);
  }
}

/** Where an element is written: under which prefix, in which message. */
interface Writing {
  readonly prefix: string;
  readonly root: XmlElement;
}

/** An element of the signature schema made up by its content model: mostly right, with odd parts. */
function signatureElement(name: string, at: Writing, chance: Chance, depth = 0): XmlElement {
  const { simple, content, mixed, attributes = {} } = SIGNATURE_ELEMENTS[name] ?? {};
  const made = element(at.prefix + name);
  for (const [given, { type, required }] of Object.entries(attributes)) {
    if (required ? !chance.once(12) : chance.once(3)) {
      made.attributes.push(attribute(given, chance.once(2) ? 'a' : simpleText(type, chance)));
    }
  }
  if (simple) {
    const text = simpleText(simple, chance);
    if (text !== '') made.children.push(raw(text));
    return made;
  }
  if (content !== undefined && depth < 6) {
    made.children = contentOf(contentModel(content), at, chance, depth);
  }
  if (chance.once(mixed ? 3 : 16)) {
    made.children.splice(
      chance.below(made.children.length + 1),
      0,
      raw(chance.pick(['x', ' ', '茶', '&#65;'])),
    );
  }
  return made;
}

function contentOf(model: ContentModel, at: Writing, chance: Chance, depth: number): XmlElement[] {
  const made: XmlElement[] = [];
  let state = AT_START;
  while (made.length < 6 && !(mayEnd(model, state) && chance.once(2))) {
    const next = chance.of(state === AT_START ? model.first : (model.follow[state] ?? []));
    if (next === undefined) break;
    state = next;
    const symbol = model.symbols[next] ?? '';
    made.push(
      symbol.startsWith('#')
        ? freeElement(at.root, chance, depth + 1)
        : signatureElement(symbol, at, chance, depth + 1),
    );
  }
  return made;
}

function signaturePlace(tree: XmlTree, chance: Chance): (Place & { readonly prefix: string }) | undefined {
  const place = placeOf(tree, chance, 'signature');
  return place && { ...place, prefix: place.element.name.slice(0, place.element.name.indexOf(':') + 1) };
}

/** Replaces a part of the signature by one made up anew, or by another part. */
export function remakeSignaturePart(tree: XmlTree, chance: Chance): void {
  const place = signaturePlace(tree, chance);
  if (!place) return;
  const { element: old, parent, prefix } = place;
  const name = chance.once(4) ? chance.pick(NAMES) : localName(old.name);
  const made = signatureElement(name, { prefix, root: tree.root }, chance);
  const declared = old.attributes.filter((one) => one.name.startsWith('xmlns'));
  made.attributes.unshift(...declared);
  parent.children[parent.children.indexOf(old)] = made;
}

/** Adds a part to some element of the signature. */
export function addSignaturePart(tree: XmlTree, chance: Chance): void {
  const place = signaturePlace(tree, chance);
  if (!place) return;
  const { element: target, prefix } = place;
  const made = chance.once(2)
    ? freeElement(tree.root, chance)
    : signatureElement(chance.pick(NAMES), { prefix, root: tree.root }, chance);
  target.children.splice(chance.below(target.children.length + 1), 0, made);
}

/** More about the key: every kind of key information the schema knows. */
export function addKeyInformation(tree: XmlTree, chance: Chance): void {
  const info = placesOf(tree).find(({ element: one }) => localName(one.name) === 'KeyInfo');
  if (!info) return;
  const prefix = info.element.name.slice(0, info.element.name.indexOf(':') + 1);
  const kinds = ['KeyName', 'KeyValue', 'RetrievalMethod', 'X509Data', 'PGPData', 'SPKIData', 'MgmtData'];
  const made = chance.once(3)
    ? freeElement(tree.root, chance)
    : signatureElement(chance.pick(kinds), { prefix, root: tree.root }, chance);
  info.element.children.splice(chance.below(info.element.children.length + 1), 0, made);
}

/** Another value for one of the signature's texts and URIs. */
export function changeSignatureValue(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'signature');
  if (place?.declaration?.kind !== 'signature') return;
  const { simple, attributes = {} } = place.declaration.element;
  if (simple) {
    place.element.children = [raw(simpleText(simple, chance))];
    return;
  }
  const [name, wanted] = chance.of(Object.entries(attributes)) ?? [];
  if (!name || !wanted) return;
  const there = place.element.attributes.find((one) => one.name === name);
  const value = attribute(name, simpleText(wanted.type, chance).replaceAll('"', '&quot;'));
  if (there) Object.assign(there, value);
  else place.element.attributes.push(value);
}

/** A group of the message itself, or all of it, in a free place of the signature, where it is judged as elsewhere. */
export function copyIntoSignature(tree: XmlTree, chance: Chance): void {
  const target = placeOf(tree, chance, 'signature')?.element;
  const source = chance.once(8) ? tree.root : placeOf(tree, chance, 'group', 'field')?.element;
  if (!target || !source) return;
  target.children.splice(chance.below(target.children.length + 1), 0, copyOf(source));
}
