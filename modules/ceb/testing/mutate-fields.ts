import type { Chance } from './chance.ts';
import { placeOf } from './places.ts';
import { characters, dressed, fieldText } from './values.ts';
import { element, elementsIn, raw, type XmlElement, type XmlTree } from './xml-tree.ts';

/** Gives one field another text: lengths and numbers around its limits, written in many ways. */
export function changeField(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'field');
  if (place?.declaration?.kind !== 'field') return;
  const { element: field, declaration } = place;
  field.children = [raw(fieldText(declaration.field, chance))];
}

/** Gives one field of a number another text; every form XML Schema knows. */
export function changeNumber(tree: XmlTree, chance: Chance): void {
  for (let tries = 0; tries < 40; tries++) {
    const place = placeOf(tree, chance, 'field');
    if (place?.declaration?.kind === 'field' && place.declaration.field.type !== 'string') {
      place.element.children = [raw(fieldText(place.declaration.field, chance))];
      return;
    }
  }
}

/** Writes the same text of a field in another way, and once in a while something between. */
export function dressField(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'field');
  const [only, more] = place?.element.children ?? [];
  if (!place || more || only?.kind !== 'raw' || /[<&]/.test(only.raw)) return;
  place.element.children = [raw(dressed([...only.raw], chance))];
}

/** Empties a field in one of the ways there are to be empty. */
export function emptyField(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'field');
  if (!place) return;
  const content = chance.pick(['', '', '<!---->', '<?p?>', '<![CDATA[]]>', ' ', '\n', '&#32;', '\r\n']);
  place.element.children = content === '' ? [] : [raw(content)];
  place.element.short = chance.once(2);
}

/** Puts what does not belong there into a field: an element of some name. */
export function fillField(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'field');
  if (!place) return;
  const name = chance.pick([place.element.name, 'x', `${place.element.name}x`, 'ds:KeyName', 'ceb:note']);
  const inner = element(name, ...(chance.once(2) ? [raw('x')] : []));
  place.element.children.splice(chance.below(place.element.children.length + 1), 0, inner);
}

const MISPLACED = [
  ...[' ', '\t', '\n', '\r', '\r\n', '  \n\t', '\u00a0', '\u3000', '\u2028', '\u0085', '\ufeff', '\u200b'],
  ...[
    '\u000b',
    '\u000c',
    'x',
    '茶',
    '😀',
    '&#32;',
    '&#9;',
    '&#10;',
    '&#13;',
    '&#xA0;',
    '&#120;',
    '&amp;',
    '&lt;',
  ],
  ...[
    '<![CDATA[]]>',
    '<![CDATA[ ]]>',
    '<![CDATA[\n]]>',
    '<![CDATA[x]]>',
    '<![CDATA[<a>]]>',
    '<![CDATA[]]]]>',
  ],
  ...[
    '<!---->',
    '<!-- c -->',
    '<!-- - -->',
    '<!-- -- -->',
    '<!--->',
    '<!--a--->',
    '<!-- <a> & -->',
    '<!-- ]]> -->',
  ],
  ...['<?p?>', '<?p q?>', '<?p  ?>', '<?p??>', '<?p<a>?>', '<?茶 马?>', '<?xml?>', '<?XML?>', '<?xMl x?>'],
  ...[
    '<?xml version="1.0"?>',
    '<?xml-stylesheet href="a"?>',
    '<?xmlx?>',
    '<?a:b?>',
    '<?1?>',
    '<? p?>',
    '<?p',
  ],
  ...['<?p:?>', '<?:p?>', '<?p\n?>', '<?p\u0001?>', '<!-- \u0001 -->', '<![CDATA[\u0001]]>', '<![cdata[]]>'],
  ...['&', '&;', '&x;', '&#;', '&#x;', '&#0;', '&#1;', '&#xD800;', '&#xFFFE;', '&#x110000;', '&amp', '&AMP;'],
  ...[
    '&#x1F600;',
    '&#X41;',
    '&# 65;',
    '&#65 ;',
    '&#99999999999;',
    '&#x00000000000000041;',
    '&#-1;',
    '& amp;',
  ],
  ...[
    ']]>',
    ']]',
    ']]&gt;',
    '<',
    '>',
    '<!',
    '<!x>',
    '<!ELEMENT a ANY>',
    '<!DOCTYPE a>',
    '</x>',
    '<x',
    '<1/>',
  ],
  ...[
    '<a/>',
    '<a></a>',
    '<a/ >',
    '<a / >',
    '<a></a >',
    '<a></ a>',
    '<:a/>',
    '<a:/>',
    '<a:b:c/>',
    '<xml/>',
    '<xmlns:a/>',
  ],
  ...[
    '<xml:a/>',
    '<q:a xmlns:q="urn:q"/>',
    '<a xmlns=""/>',
    '<ceb:note>n</ceb:note>',
    '<note>n</note>',
    '<ds:KeyName/>',
  ],
];

/** Puts white space, comments, instructions, references, CDATA or plain nonsense somewhere between or into elements. */
export function insertSomething(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, ...(chance.once(2) ? (['group', 'signature'] as const) : []));
  const target: XmlElement = chance.once(6) || !place ? tree.root : place.element;
  const at = chance.below(target.children.length + 1);
  target.children.splice(at, 0, raw(chance.pick(MISPLACED)));
}

/** Puts white space, comments and instructions between all elements of a group, as printed messages have it. */
export function layOut(tree: XmlTree, chance: Chance): void {
  const filling = chance.pick([
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\n\n  ',
    '<!-- c -->',
    '<?p?>',
    '\u3000',
    '&#10;',
  ]);
  const target = chance.once(3) ? tree.root : placeOf(tree, chance, 'group', 'signature')?.element;
  if (!target) return;
  target.children = [raw(filling), ...elementsIn(target).flatMap((child) => [child, raw(filling)])];
}

/** A field with a text of one kind of character; for what only long texts bring out. */
export function lengthenField(tree: XmlTree, chance: Chance): void {
  const place = placeOf(tree, chance, 'field');
  if (!place) return;
  place.element.children = [raw(dressed(characters(chance.below(1200), chance), chance))];
}
