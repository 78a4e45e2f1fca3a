import { encode } from '../encode/encode.ts';
import { CEB_NAMESPACE, TABLES } from '../tables/tables.ts';
import type { Root } from '../types.ts';
import { knownTexts } from './known-fields.ts';
import { sampleMessage } from './messages.ts';
import { type Place, placesOf } from './places.ts';
import {
  attribute,
  copyOf,
  element,
  localName,
  raw,
  textOf,
  treeOf,
  type XmlElement,
  type XmlTree,
} from './xml-tree.ts';

/** One changed message and what must be said of it. */
export interface Known {
  /** Where the change was made, as findings name places. */
  readonly path: string;
  readonly what: string;
  readonly text: string;
  /** Code and path of every finding; none if the message is still sound. */
  readonly findings: readonly string[];
}

/**
 * Every field, group and attribute of a message changed in every way whose verdict is known beforehand: from the row of
 * its table and the change alone, without asking any reader.
 */
export function knownVerdicts(root: Root): Known[] {
  const tree = treeOf(encode(sampleMessage(root, true)));
  const paths = new Map<unknown, string>([[tree.root, '']]);
  return [
    ...ofRoot(tree),
    ...placesOf(tree).flatMap((place) => {
      const above = paths.get(place.parent);
      const name = localName(place.element.name);
      if (above === undefined || place.declaration === undefined) return [];
      const path = (above === '' ? '' : `${above}/`) + name + (place.most === 1 ? '' : '[1]');
      paths.set(place.element, path);
      const make = maker(tree, place, path);
      if (place.declaration.kind === 'field') return ofField(place, path, make);
      return place.declaration.kind === 'group' ? ofGroup(place, path, make) : [];
    }),
    ...ofTail(tree, root),
  ];
}

type Make = (what: string, change: () => void, ...findings: string[]) => Known;

/** Makes one change after another to the same tree, and takes each back. */
function maker(tree: XmlTree, { element: one, parent }: Place, path: string): Make {
  return (what, change, ...findings) => {
    const siblings = parent.children;
    const { name, attributes, children, short } = one;
    parent.children = [...siblings];
    Object.assign(one, { attributes: [...attributes], children: [...children] });
    change();
    const text = textOf(tree);
    parent.children = siblings;
    Object.assign(one, { name, attributes, children, short });
    return { path, what, text, findings };
  };
}

function ofField(place: Place, path: string, make: Make): Known[] {
  const { element: one, parent, declaration } = place;
  if (declaration?.kind !== 'field') return [];
  const { field } = declaration;
  const at = parent.children.indexOf(one);
  const missing = field.required === true ? [`CEB-MISSING ${path}`] : [];
  const parentPath = path.slice(0, path.lastIndexOf('/') + 1);
  const before = parent.children[at - 1];
  const known = [
    make('absent', () => parent.children.splice(at, 1), ...missing),
    make('twice', () => parent.children.splice(at, 0, copyOf(one)), `CEB-REPEATED ${path}`),
    make('under another name', () => (one.name += 'X'), `CEB-UNKNOWN ${path}X`, ...missing),
    make('in another namespace', () => toNamespace(one, 'urn:other'), `CEB-NAMESPACE ${path}`),
    make('under another prefix', () => toNamespace(one, CEB_NAMESPACE)),
    make('with an attribute', () => one.attributes.push(attribute('a', '1')), `CEB-ATTRIBUTE ${path}/@a`),
    make('with an element inside', () => one.children.push(element('b')), `CEB-UNKNOWN ${path}/b`),
    ...knownTexts(field).map(({ what, raw: given, code }) =>
      make(
        what,
        () => (one.children = given === '' ? [] : [raw(given)]),
        ...(code ? [`${code} ${path}`] : []),
      ),
    ),
  ];
  if (before?.kind === 'element') {
    const late = `CEB-ORDER ${parentPath}${localName(before.name)}`;
    known.push(make('too early', () => parent.children.splice(at - 1, 2, one, before), late));
  }
  return known;
}

function toNamespace(one: XmlElement, uri: string): void {
  one.name = `q:${localName(one.name)}`;
  one.attributes.push(attribute('xmlns:q', uri));
}

function ofGroup(place: Place, path: string, make: Make): Known[] {
  const { element: one, parent, declaration, most = 1 } = place;
  if (declaration?.kind !== 'group') return [];
  const at = parent.children.indexOf(one);
  const plain = path.replace(/\[1\]$/, '');
  const times = (count: number): void => {
    parent.children.splice(at, 1, ...Array.from({ length: count }, () => one));
  };
  const known = [
    make('with text', () => one.children.push(raw('x')), `CEB-TEXT ${path}`),
    make('with a blank section', () => one.children.push(raw('<![CDATA[ ]]>')), `CEB-TEXT ${path}`),
    make('with white space, comment and instruction', () => one.children.push(raw(' \r\n\t<!-- c --><?p?>'))),
    make('with an attribute', () => one.attributes.push(attribute('a', '1')), `CEB-ATTRIBUTE ${path}/@a`),
    make('with an element unknown', () => one.children.push(element('b')), `CEB-UNKNOWN ${path}/b`),
  ];
  if (most === 1) return [...known, make('twice', () => times(2), `CEB-REPEATED ${plain}`)];
  if (!Number.isFinite(most)) return [...known, make('a hundred and thirty times', () => times(130))];
  return [
    ...known,
    make('one time less than the most', () => times(most - 1)),
    make('as often as may be', () => times(most)),
    make('one time too often', () => times(most + 1), `CEB-COUNT ${plain}[${most + 1}]`),
    make('two times too often', () => times(most + 2), `CEB-COUNT ${plain}[${most + 1}]`),
  ];
}

/** The two attributes of the root at their lengths, and others that may not stand there. */
function ofRoot(tree: XmlTree): Known[] {
  const { root } = tree;
  const given = root.attributes;
  const make = (what: string, attributes: typeof given, ...findings: string[]): Known => {
    root.attributes = attributes;
    const text = textOf(tree);
    root.attributes = given;
    return { path: '', what, text, findings };
  };
  const limits = [
    ['guid', [0, 35, 36, 37], 36, 36],
    ['version', [0, 1, 10, 11], 1, 10],
  ] as const;
  return [
    ...limits.flatMap(([name, lengths, least, most]) => {
      const others = given.filter((one) => one.name !== name);
      return [
        make(`no ${name}`, others, `CEB-ATTRIBUTE @${name}`),
        ...lengths.flatMap((length) =>
          ['x', '茶', '😀', '&#x41;', '&lt;', '&#10;'].map((one) =>
            make(
              `${name} of ${length} ${one}`,
              [...others, attribute(name, one.repeat(length))],
              ...(length >= least && length <= most ? [] : [`CEB-ATTRIBUTE @${name}`]),
            ),
          ),
        ),
      ];
    }),
    make('another attribute', [...given, attribute('a', '1')], 'CEB-ATTRIBUTE @a'),
    make('an attribute of XML', [...given, attribute('xml:lang', 'zh')], 'CEB-ATTRIBUTE @lang'),
    make('another declaration', [...given, attribute('xmlns:q', 'urn:q')]),
  ];
}

/** What follows the documents: there or not, twice, in another order. */
function ofTail(tree: XmlTree, root: Root): Known[] {
  const table = TABLES.find((one) => one.root === root);
  if (!table || table.tail === 'none') return [];
  const parts = tree.root.children;
  const named = (name: string) =>
    parts.filter((one) => one.kind === 'element' && localName(one.name) === name);
  const rest = parts.filter(
    (one) => one.kind === 'element' && !['ExtendMessage', 'Signature'].includes(localName(one.name)),
  );
  const [extension, signature] = [named('ExtendMessage'), named('Signature')];
  const usual = table.tail === 'import' ? [...extension, ...signature] : [...signature, ...extension];
  const make = (what: string, children: typeof parts, ...findings: string[]): Known => {
    tree.root.children = children;
    const text = textOf(tree);
    tree.root.children = parts;
    return { path: '', what, text, findings };
  };
  const missing = table.signature === 'required' ? ['CEB-MISSING Signature'] : [];
  const late = table.tail === 'import' ? 'ExtendMessage' : 'Signature';
  return [
    make('with all that may follow', [...rest, ...usual]),
    make('without signature', [...rest, ...extension], ...missing),
    make('without extension', [...rest, ...signature]),
    make('signed twice', [...rest, ...usual, ...signature], 'CEB-REPEATED Signature'),
    make(
      'extension and signature the other way round',
      [...rest, ...usual.toReversed()],
      `CEB-ORDER ${late}`,
    ),
  ];
}
