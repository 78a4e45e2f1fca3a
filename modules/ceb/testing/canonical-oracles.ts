import { createRequire } from 'node:module';
import { XmlDocument, type XmlElement, XmlStringOutputBufferHandler } from 'libxml2-wasm';
import { C14nCanonicalization } from 'xml-crypto';

/** Canonical forms by other hands: of a document without the signature under its root, and of its SignedInfo. */
export interface Canonical {
  readonly content: string;
  /** Empty where there is no signature. */
  readonly signedInfo: string;
}

const NAMESPACES = { ds: 'http://www.w3.org/2000/09/xmldsig#' };

/** libxml2's view; undefined if it does not take the text, or there are several signatures under the root. */
export function canonicalByLibxml2(bytes: Uint8Array): Canonical | undefined {
  let document: XmlDocument | undefined;
  try {
    document = XmlDocument.fromBuffer(bytes);
    const [signature, second] = document.find('/*/ds:Signature', NAMESPACES);
    if (second) return undefined;
    const info = signature && document.get('/*/ds:Signature/ds:SignedInfo', NAMESPACES);
    const signedInfo = info ? canonical(info as XmlElement) : '';
    if (signature) (signature as XmlElement).remove();
    return { content: canonical(document), signedInfo };
  } catch {
    return undefined;
  } finally {
    document?.dispose();
  }
}

function canonical(node: XmlDocument | XmlElement): string {
  const handler = new XmlStringOutputBufferHandler();
  node.canonicalize(handler);
  return handler.result;
}

interface DomNode {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly parentNode: DomNode;
  readonly childNodes: { readonly length: number; item(place: number): DomNode };
  readonly attributes: { readonly length: number; item(place: number): { name: string; value: string } };
  removeChild(child: DomNode): void;
}

/** Not imported: its types would give the types of the browser to every file of the project. */
const require = createRequire(import.meta.url);
const { DOMParser } = require('@xmldom/xmldom') as {
  readonly DOMParser: new (
    options: object,
  ) => { parseFromString(text: string, type: string): { documentElement: DomNode } };
};

/**
 * What xml-crypto and the parser beneath it have wrong by the recommendation: processing instructions are written as
 * text, `xml:` attributes not inherited, namespaces not escaped, prefixes sorted as words, names outside the basic
 * plane refused, line ends of XML 1.1 read as such.
 */
const BEYOND_XML_CRYPTO = /<\?(?!xml )|[\u0085\u2028]|xml:|xmlns:[\w]+="[^"]*&|xmlns:[^\w]/u;

/** The view of xml-crypto; undefined where it is known to be wrong. */
export function canonicalByXmlCrypto(text: string): Canonical | undefined {
  if (BEYOND_XML_CRYPTO.test(text)) return undefined;
  const parser = new DOMParser({ errorHandler: () => {} });
  const root = parser.parseFromString(text, 'text/xml').documentElement;
  const signature = childrenOf(root).find(isSignature);
  const info = signature && childrenOf(signature).find(({ localName }) => localName === 'SignedInfo');
  const signedInfo = signature && info ? processed(info, [...declared(root), ...declared(signature)]) : '';
  if (signature) root.removeChild(signature);
  return { content: processed(root, []), signedInfo };
}

function isSignature(node: DomNode): boolean {
  return node.namespaceURI === NAMESPACES.ds && node.localName === 'Signature';
}

type Declared = { readonly prefix: string; readonly namespaceURI: string };

function processed(node: DomNode, ancestors: readonly Declared[]): string {
  const last = new Map(ancestors.map((one) => [one.prefix, one]));
  const nearest = [...last.values()].filter(({ namespaceURI }) => namespaceURI !== '');
  const options = { ancestorNamespaces: nearest, defaultNsForPrefix: {} };
  return new C14nCanonicalization().process(node as never, options as never);
}

function childrenOf({ childNodes }: DomNode): DomNode[] {
  return Array.from({ length: childNodes.length }, (_, place) => childNodes.item(place));
}

function declared({ attributes }: DomNode): Declared[] {
  return Array.from({ length: attributes.length }, (_, place) => attributes.item(place))
    .filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(({ name, value }) => ({ prefix: name.slice('xmlns:'.length), namespaceURI: value }));
}
