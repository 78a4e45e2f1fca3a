import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { Chance } from './chance.ts';
import { anyElement, placesOf } from './places.ts';
import { attribute, localName, prefixOf, type XmlElement, type XmlTree } from './xml-tree.ts';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** The namespaces of the standard, what comes near them, what is reserved, and what is no URI. */
const URIS = [
  ...[CEB_NAMESPACE, CEB_NAMESPACE, CEB_NAMESPACE, SIGNATURE_NAMESPACE, INSTANCE, 'urn:x', ''],
  ...[
    'http://www.chinaport.gov.cn/ce&#98;',
    'http://www.chinaport.gov.cn/&#x63;eb',
    'http://www.chinaport.gov.cn/dxp',
  ],
  ...[
    `${CEB_NAMESPACE}/`,
    `${CEB_NAMESPACE}#`,
    ` ${CEB_NAMESPACE}`,
    `${CEB_NAMESPACE} `,
    CEB_NAMESPACE.toUpperCase(),
  ],
  ...[
    'http://www.chinaport.gov.cn/\nceb',
    'https://www.chinaport.gov.cn/ceb',
    'ceb',
    '#',
    '%',
    '%41',
    'a b',
    '中',
    ':x',
  ],
  ...[
    XML_NAMESPACE,
    XMLNS_NAMESPACE,
    'http://h:99999999999/',
    'http://[::1]/',
    'a:b',
    '&lt;',
    '&amp;',
    '//',
    '?',
  ],
];

function declarationName(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix.replace(/:$/, '')}`;
}

/** Every element of a namespace under another prefix, or under none. */
export function changePrefix(tree: XmlTree, chance: Chance): void {
  const from = prefixOf(tree.root.name);
  const to = chance.pick([
    '',
    '',
    'q:',
    'ceb:',
    'CEB:',
    'a-b.c:',
    '茶:',
    '_:',
    'xmlx:',
    'x1:',
    'Xml:',
    '1:',
    'ds:',
  ]);
  const renamed = (one: XmlElement): void => {
    if (prefixOf(one.name) === from) one.name = to + localName(one.name);
  };
  const all = placesOf(tree).map(({ element }) => element);
  const share = chance.once(4) ? Math.max(1, chance.below(all.length)) : all.length;
  renamed(tree.root);
  for (const one of all.slice(0, share)) renamed(one);
  const declared = tree.root.attributes.find(({ name }) => name === declarationName(from));
  if (share === all.length && declared && chance.below(6) > 0) declared.name = declarationName(to);
  else tree.root.attributes.push(attribute(declarationName(to), CEB_NAMESPACE));
}

/** Some elements under a second prefix for the same namespace. */
export function mixPrefixes(tree: XmlTree, chance: Chance): void {
  const from = prefixOf(tree.root.name);
  tree.root.attributes.push(attribute('xmlns:q', chance.once(5) ? chance.pick(URIS) : CEB_NAMESPACE));
  for (const { element } of placesOf(tree)) {
    if (prefixOf(element.name) === from && chance.once(3)) element.name = `q:${localName(element.name)}`;
  }
}

/** Declares a namespace on some element: the same again, another, none, a reserved one. */
export function declareNamespace(tree: XmlTree, chance: Chance): void {
  const target = anyElement(tree, chance);
  const prefix = chance.pick([
    '',
    '',
    prefixOf(target.name),
    'ceb',
    'ds',
    'q',
    'xsi',
    'xml',
    'xmlns',
    '茶',
    '1',
    'a:b',
  ]);
  target.attributes.push(attribute(declarationName(prefix), chance.pick(URIS)));
}

/** Takes a declaration away, or gives it another namespace. */
export function changeDeclaration(tree: XmlTree, chance: Chance): void {
  const holders = [tree.root, ...placesOf(tree).map(({ element }) => element)].filter(({ attributes }) =>
    attributes.some(({ name }) => name.startsWith('xmlns')),
  );
  const holder = chance.of(holders);
  const declared = chance.of(holder?.attributes.filter(({ name }) => name.startsWith('xmlns')) ?? []);
  if (!holder || !declared) return;
  if (chance.once(2)) declared.raw = chance.pick(URIS);
  else holder.attributes.splice(holder.attributes.indexOf(declared), 1);
}

/** One element, and all below it or not, in another namespace under a prefix or the default. */
export function moveToNamespace(tree: XmlTree, chance: Chance): void {
  const target = anyElement(tree, chance);
  const prefix = chance.pick(['', 'q:', prefixOf(target.name)]);
  target.attributes.push(attribute(declarationName(prefix), chance.pick(URIS)));
  target.name = prefix + localName(target.name);
}
