import type { Chance } from './chance.ts';
import { freeElement } from './free-content.ts';
import { placesOf } from './places.ts';
import { element, localName, prefixOf, raw, type XmlElement, type XmlTree } from './xml-tree.ts';

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
  const message = placesOf(tree).find(({ declaration }) => declaration?.kind === 'one-skip')?.element;
  const target = message ?? addExtension(tree, chance);
  target.short = chance.once(2);
  target.children = chance.once(3)
    ? [raw(chance.pick(ODD_CONTENT))]
    : Array.from({ length: chance.of([0, 1, 1, 1, 1, 2]) ?? 1 }, () => freeElement(tree.root, chance));
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
  const message = placesOf(tree).find(({ declaration }) => declaration?.kind === 'one-skip')?.element;
  const target = message ?? addExtension(tree, chance);
  target.children = [raw(`${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`)];
}
