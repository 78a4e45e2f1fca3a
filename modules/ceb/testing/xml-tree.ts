/** An element as it is written, so that a change can be made in one place and all else kept to the letter. */
export interface XmlElement {
  kind: 'element';
  /** As written, with its prefix. */
  name: string;
  attributes: XmlAttribute[];
  children: XmlNode[];
  /** Written as `<name/>` if it has no children. */
  short: boolean;
}

export interface XmlAttribute {
  name: string;
  /** As written between the quotes. */
  raw: string;
  quote: '"' | "'";
  /** White space before the name. */
  before: string;
}

/** Everything that is not an element, as written: text, comments, CDATA sections, instructions. */
export interface XmlRaw {
  kind: 'raw';
  raw: string;
}

export type XmlNode = XmlElement | XmlRaw;

/** A document in three parts; only the root can be changed by structure. */
export interface XmlTree {
  before: string;
  root: XmlElement;
  after: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<(?:[^"'<>]|"[^"]*"|'[^']*')*>|[^<]+/g;
const ATTRIBUTE = /(\s+)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Takes well-formed XML apart; what is not well formed throws. */
export function treeOf(text: string): XmlTree {
  const tree: { before: string; root?: XmlElement; after: string } = { before: '', after: '' };
  const open: XmlElement[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (token.startsWith('</')) {
      open.pop();
    } else if (token.startsWith('<') && !/^<[!?]/.test(token)) {
      const element = elementOf(token);
      if (parent) parent.children.push(element);
      else tree.root = element;
      if (!token.endsWith('/>')) open.push(element);
    } else if (parent) {
      parent.children.push({ kind: 'raw', raw: token });
    } else if (tree.root) {
      tree.after += token;
    } else {
      tree.before += token;
    }
  }
  const { before, root, after } = tree;
  if (!root || open.length > 0) throw new RangeError('The text is not a well-formed document.');
  return { before, root, after };
}

function elementOf(tag: string): XmlElement {
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? '';
  const attributes = [...tag.slice(name.length + 1).matchAll(ATTRIBUTE)].map(
    ([, before = ' ', attribute = '', double, single]): XmlAttribute => ({
      name: attribute,
      raw: double ?? single ?? '',
      quote: double === undefined ? "'" : '"',
      before,
    }),
  );
  return { kind: 'element', name, attributes, children: [], short: tag.endsWith('/>') };
}

export function textOf({ before, root, after }: XmlTree): string {
  return before + written(root) + after;
}

function written(node: XmlNode): string {
  if (node.kind === 'raw') return node.raw;
  const { name, attributes, children, short } = node;
  const given = attributes
    .map((one) => `${one.before}${one.name}=${one.quote}${one.raw}${one.quote}`)
    .join('');
  if (short && children.length === 0) return `<${name}${given}/>`;
  return `<${name}${given}>${children.map(written).join('')}</${name}>`;
}

export function elementsIn(node: XmlElement): XmlElement[] {
  return node.children.filter((child): child is XmlElement => child.kind === 'element');
}

export function copyOf(element: XmlElement): XmlElement {
  return structuredClone(element);
}

export function element(name: string, ...children: XmlNode[]): XmlElement {
  return { kind: 'element', name, attributes: [], children, short: children.length === 0 };
}

export function raw(text: string): XmlRaw {
  return { kind: 'raw', raw: text };
}

export function attribute(name: string, value: string): XmlAttribute {
  return { name, raw: value, quote: value.includes('"') ? "'" : '"', before: ' ' };
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}
