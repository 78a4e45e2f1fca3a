import type { Chance } from './chance.ts';
import { freeElement, oddName } from './free-content.ts';
import { placesOf } from './places.ts';
import {
  attribute,
  element,
  elementsIn,
  localName,
  prefixOf,
  raw,
  type XmlElement,
  type XmlTree,
} from './xml-tree.ts';

/** Free content is skipped by the schema, yet it has to be XML: names, prefixes, attributes, depth. */
const ODD_CONTENT = [
  ...[
    '',
    ' ',
    'x',
    '<!-- c -->',
    '<?p?>',
    '<![CDATA[]]>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<a/><!-- c --> ',
    '&#65;',
  ],
  ...[
    '<q:a/>',
    '<q:a xmlns:q="urn:q"/>',
    '<a xmlns=""/>',
    '<a xmlns="%"/>',
    '<a b="1" b="2"/>',
    '<a xml:id="1"/>',
  ],
  ...[
    '<a xml:id="a"><b xml:id="a"/></a>',
    '<a xml:lang="1"/>',
    '<a xml:space="x"/>',
    '<a xsi:type="x"/>',
    '<a q:b="1"/>',
  ],
  ...[
    '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:type="nothing"/>',
    '<a Id="a"/>',
    '<a Id="1"/>',
  ],
  ...[
    '<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true">x</a>',
    '<a>]]></a>',
    '<a>&#0;</a>',
  ],
  ...[
    '<a>text <b/> text</a>',
    '<a><![CDATA[<&]]></a>',
    '<茶 马="1">古道</茶>',
    '<a:b/>',
    '<a-b.c_d/>',
    '<a>\u0001</a>',
  ],
];

/** Puts something free into the extension; where the message has none, an extension is added in its place. */
export function changeExtension(tree: XmlTree, chance: Chance): void {
  const target = messageOf(tree) ?? addExtension(tree, chance);
  target.short = chance.once(2);
  target.children = chance.once(3)
    ? [raw(chance.pick(ODD_CONTENT))]
    : Array.from({ length: chance.of([0, 1, 1, 1, 1, 2]) ?? 1 }, () => freeElement(tree.root, chance));
}

/** An element in the free part of the message, where any name and attribute may stand. */
export function freePlace(tree: XmlTree, chance: Chance): XmlElement {
  const message = messageOf(tree) ?? addExtension(tree, chance);
  const [there] = elementsIn(message);
  if (there && !chance.once(4)) return chance.of([there, ...elementsIn(there)]) ?? there;
  const made = freeElement(tree.root, chance);
  message.children = [made];
  return made;
}

/** Names whose characters lie at the bounds of what names may hold: of elements, attributes and instructions. */
export function nameOddly(tree: XmlTree, chance: Chance): void {
  const place = freePlace(tree, chance);
  const name = oddName(chance);
  const where = chance.below(3);
  if (where === 0) place.children.push(element(name));
  else if (where === 1) place.attributes.push(attribute(name, '1'));
  else place.children.push(raw(`<?${name} x?>`));
}

function messageOf(tree: XmlTree): XmlElement | undefined {
  return placesOf(tree).find(({ declaration }) => declaration?.kind === 'one-skip')?.element;
}

function addExtension(tree: XmlTree, chance: Chance): XmlElement {
  const prefix = prefixOf(tree.root.name);
  const message = element(`${prefix}Message`);
  const fields = ['name', 'version'].map((name) => element(`${prefix}${name}`, raw('x')));
  const extension = element(`${prefix}ExtendMessage`, ...fields, message);
  const signature = tree.root.children.findIndex(
    (child) => child.kind === 'element' && localName(child.name) === 'Signature',
  );
  const at = signature < 0 || chance.once(4) ? tree.root.children.length : signature;
  tree.root.children.splice(at, 0, extension);
  return message;
}

/** So many elements inside one another that the bound of the parser is near. */
export function nestDeep(tree: XmlTree, chance: Chance): void {
  const depth = 250 + chance.below(8);
  const target = messageOf(tree) ?? addExtension(tree, chance);
  target.children = [raw(`${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`)];
}
