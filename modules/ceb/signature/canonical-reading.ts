import { DEFAULT_LIMITS } from '../decode/limits.ts';
import type { RawAttribute } from '../decode/namespaces.ts';
import { normaliseLineEnds } from '../decode/references.ts';
import type { XmlFault } from '../decode/xml-fault.ts';
import { XmlReader } from '../decode/xml-reader.ts';
import { readStartTag, type StartTag } from '../decode/xml-tag.ts';
import { SIGNATURE_NAMESPACE } from './algorithms.ts';
import { CanonicalWriter, declaredPrefix, declaresRelative } from './canonical-writer.ts';
import { type SignatureElement, TreeBuilder } from './signature-tree.ts';

/** Elements inside one another, as in `decode`: the bound of libxml2. */
const DEEPEST = DEFAULT_LIMITS.deepest;
const EXTENSION = 'ExtendMessage';

/** A signature as it stands under the root, places counted in UTF-16 units of the text. */
export interface FoundSignature {
  readonly from: number;
  readonly to: number;
  readonly element: SignatureElement;
  /** Canonical form of its SignedInfo as a node of the document; empty where there is none. */
  readonly signedInfo: string;
}

/** A document in canonical form without the signatures directly under its root. */
export interface CanonicalDocument {
  readonly root: { readonly namespace: string; readonly name: string };
  /** The root's start tag in canonical form. */
  readonly rootTag: string;
  readonly content: string;
  readonly signatures: readonly FoundSignature[];
  /** Where the root's end tag begins; undefined if the root has none (`<a/>`). */
  readonly rootEnd: number | undefined;
  /** Where the extension of the message begins, if there is one. */
  readonly extensionAt: number | undefined;
  /** A namespace without scheme was met: Canonical XML has no form for the document. */
  readonly relative: boolean;
}

/** Reads any well-formed document with namespaces and writes it canonically; linear in its length. */
export function readCanonically(text: string): CanonicalDocument | XmlFault {
  return new CanonicalReading(text).run();
}

class CanonicalReading {
  private readonly reader: XmlReader;
  private readonly content = new CanonicalWriter();
  /** Start tags of the open elements. */
  private readonly open: StartTag[] = [];
  private readonly signatures: FoundSignature[] = [];
  private signature: OpenSignature | undefined;
  private root = { namespace: '', name: '' };
  private rootTag = '';
  private rootEnd: number | undefined;
  private extensionAt: number | undefined;
  private relative = false;
  private position = 0;

  constructor(text: string) {
    this.reader = new XmlReader(text, DEEPEST);
  }

  run(): CanonicalDocument | XmlFault {
    const { reader } = this;
    for (;;) {
      const fromEmpty = reader.empty;
      const event = reader.next();
      if (event === 'fault') return reader.fault as XmlFault;
      if (!fromEmpty) this.instructions(this.position, event === 'done' ? reader.position : reader.from);
      this.position = reader.position;
      if (event === 'done') break;
      if (event === 'start') this.start();
      else if (event === 'end') this.end(fromEmpty);
      else this.characters();
    }
    const { root, rootTag, signatures, rootEnd, extensionAt, relative } = this;
    return { root, rootTag, content: this.content.text, signatures, rootEnd, extensionAt, relative };
  }

  private start(): void {
    const { reader, open } = this;
    const tag = readStartTag(reader.text, reader.from) as StartTag;
    this.relative ||= declaresRelative(tag);
    if (open.length === 1 && reader.name === EXTENSION) this.extensionAt ??= reader.from;
    const isSignature = reader.namespace === SIGNATURE_NAMESPACE && reader.name === 'Signature';
    if (open.length === 1 && isSignature) this.signature = new OpenSignature(reader.from);
    if (this.signature) this.signature.start(reader, tag, open);
    else if (open.length === 0) this.startRoot(tag);
    else this.content.start(tag);
    open.push(tag);
  }

  private startRoot(tag: StartTag): void {
    const { reader, content } = this;
    const before = content.text.length;
    content.start(tag);
    this.root = { namespace: reader.namespace, name: reader.name };
    this.rootTag = content.text.slice(before);
  }

  private end(fromEmpty: boolean): void {
    const { reader, open, signature } = this;
    const name = open.pop()?.name ?? '';
    if (open.length === 0 && !fromEmpty) this.rootEnd = reader.from;
    if (!signature) {
      this.content.end(name);
      return;
    }
    signature.end(name, open.length);
    if (open.length === 1) {
      this.signatures.push(signature.found(reader.position));
      this.signature = undefined;
    }
  }

  private characters(): void {
    const { value } = this.reader;
    if (this.signature) this.signature.characters(value);
    else this.content.characters(value);
  }

  /** The processing instructions in a stretch of text the reader passed over; the rest are comments and blanks. */
  private instructions(from: number, to: number): void {
    const { text } = this.reader;
    let at = from;
    while (at < to) {
      const next = text.indexOf('<', at);
      if (next < 0 || next >= to) return;
      if (text.startsWith('<!--', next)) {
        at = text.indexOf('-->', next + 4) + 3;
        continue;
      }
      const end = text.indexOf('?>', next);
      const declaration = next === 0 && /^<\?xml[ \t\r\n]/.test(text.slice(0, 6));
      if (!declaration) this.instruction(text.slice(next + 2, end));
      at = end + 2;
    }
  }

  private instruction(raw: string): void {
    const [, target = '', data = ''] =
      /^([^ \t\r\n]*)[ \t\r\n]*([\s\S]*)$/.exec(normaliseLineEnds(raw)) ?? [];
    const written = data === '' ? `<?${target}?>` : `<?${target} ${data}?>`;
    const outside = this.open.length === 0;
    const place = outside ? (this.root.name === '' ? 'before' : 'after') : 'inside';
    if (this.signature) this.signature.instruction(written);
    else this.content.instruction(written, place);
  }
}

/** Gathers one signature under the root: its elements as a tree, and its SignedInfo in canonical form. */
class OpenSignature {
  private readonly from: number;
  private readonly tree = new TreeBuilder();
  private signedInfo = '';
  private writer: CanonicalWriter | undefined;

  constructor(from: number) {
    this.from = from;
  }

  start(reader: XmlReader, tag: StartTag, ancestors: readonly StartTag[]): void {
    this.tree.start(reader);
    const first = ancestors.length === 2 && reader.name === 'SignedInfo' && this.signedInfo === '';
    if (first && reader.namespace === SIGNATURE_NAMESPACE) {
      this.writer = new CanonicalWriter();
      this.writer.inherit(ancestors.flatMap(({ attributes }) => attributes.filter(isInherited)));
    }
    this.writer?.start(tag);
  }

  end(name: string, depth: number): void {
    this.tree.end();
    this.writer?.end(name);
    if (this.writer && depth === 2) {
      this.signedInfo = this.writer.text;
      this.writer = undefined;
    }
  }

  characters(value: string): void {
    this.tree.characters(value);
    this.writer?.characters(value);
  }

  instruction(written: string): void {
    this.writer?.instruction(written, 'inside');
  }

  found(to: number): FoundSignature {
    return { from: this.from, to, element: this.tree.root, signedInfo: this.signedInfo };
  }
}

/** Declarations of namespaces, and the attributes in the namespace of XML itself. */
function isInherited({ name }: RawAttribute): boolean {
  return declaredPrefix(name) !== undefined || name.startsWith('xml:');
}
