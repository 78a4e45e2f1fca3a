import { DEFAULT_LIMITS } from '../decode/limits.ts';
import { Namespaces } from '../decode/namespaces.ts';
import { readXmlDeclaration } from '../decode/xml-declaration.ts';
import { readStartTag, type StartTag } from '../decode/xml-tag.ts';
import { type FoundSignature, readCanonically } from './canonical-reading.ts';
import { CanonicalWriter, declaresRelative } from './canonical-writer.ts';
import { Pieces } from './pieces.ts';
import { utf8Bytes, utf8Text } from './utf8.ts';

/** What quick reading found, places counted in bytes. */
export interface QuickDocument {
  readonly root: { readonly namespace: string; readonly name: string };
  /** The root's start tag in canonical form. */
  readonly rootTag: string;
  readonly content: readonly Uint8Array[];
  readonly signature: FoundSignature | undefined;
  readonly rootEnd: number;
  readonly extensionAt: number | undefined;
}

const TAB = 0x09;
const FEED = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const AMPERSAND = 0x26;
const SLASH = 0x2f;
const COLON = 0x3a;
const LESS = 0x3c;
const GREATER = 0x3e;
const DEEPEST = DEFAULT_LIMITS.deepest;
/** A root tag longer than this is left to the careful reading. */
const LONGEST_TAG = 4096;

/** 1 for ASCII bytes of character data that stand as they are in canonical form. */
const PLAIN = new Uint8Array(256);
for (let byte = BLANK; byte < 0x80; byte++) PLAIN[byte] = 1;
for (const byte of [TAB, FEED]) PLAIN[byte] = 1;
for (const byte of [LESS, GREATER, AMPERSAND]) PLAIN[byte] = 0;

/** 1 for bytes a name may begin with, 2 for those that may follow. */
const NAME = new Uint8Array(256);
for (const character of '0123456789.-') NAME[character.charCodeAt(0)] = 2;
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_')
  NAME[character.charCodeAt(0)] = 1;

const REFERENCES = ['&amp;', '&lt;', '&gt;', '&#xD;'].map(utf8Bytes);
const SIGNATURE = utf8Bytes('Signature');
const EXTENSION = utf8Bytes('ExtendMessage');
const CLOSING = utf8Bytes('></');

/**
 * Reads a message that is nearly canonical as it stands, in one pass over its bytes: what has to change (the root's
 * tag, empty elements, line ends of Windows) is mended, everything else copied. At the first thing that would need
 * more thought it gives up, and the careful reading begins anew; so it decides nothing by itself.
 */
export function readQuickly(bytes: Uint8Array): QuickDocument | undefined {
  return new QuickReading(bytes).run();
}

/**
 * Bytes of the character beyond ASCII that begins at a place, 0 if it is none that XML and UTF-8 allow. Characters of
 * three bytes are nearly all there are; those of four are read with care, and those of two.
 */
function wideLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const second = bytes[at + 1] as number;
  const third = bytes[at + 2] as number;
  if ((first & 0xf0) !== 0xe0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) {
    return longLength(bytes, at);
  }
  // No overlong forms, no surrogates, and neither U+FFFE nor U+FFFF.
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  return first === 0xef && second === 0xbf && third >= 0xbe ? 0 : 3;
}

function longLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first >= 0xf0 ? 4 : 2;
  return first >= 0xc0 && utf8Text(bytes.subarray(at, at + length)) !== undefined ? length : 0;
}

class QuickReading {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly pieces: Pieces;
  /** Where the names of the open elements begin and end, root first. */
  private readonly names = new Int32Array(DEEPEST * 2);
  private depth = 0;
  private at = 0;
  private rootTag = '';
  private prefix: Uint8Array = new Uint8Array(0);
  private root = { namespace: '', name: '' };
  private signature: FoundSignature | undefined;
  private extensionAt: number | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.pieces = new Pieces(bytes);
  }

  run(): QuickDocument | undefined {
    if (!this.prolog() || !this.rootStart()) return undefined;
    while (this.depth > 0) {
      if (!this.text() || !this.markup()) return undefined;
    }
    const end = this.at;
    if (this.skipBlanks() !== this.bytes.length) return undefined;
    const { root, rootTag, signature, extensionAt } = this;
    this.pieces.until(end);
    const rootEnd = end - (this.name(0).length + 3);
    return { root, rootTag, content: this.pieces.parts, signature, rootEnd, extensionAt };
  }

  /** A byte order mark and an XML declaration; neither is part of the canonical form. */
  private prolog(): boolean {
    const { bytes } = this;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.at = 3;
    if (bytes[this.at] === LESS && bytes[this.at + 1] === 0x3f) {
      const end = bytes.indexOf(GREATER, this.at) + 1;
      const text = utf8Text(bytes.subarray(this.at, Math.min(end, this.at + LONGEST_TAG))) ?? '';
      if (!text.startsWith('<?xml') || readXmlDeclaration(text) !== text.length) return false;
      this.at = end;
    }
    this.skipBlanks();
    return bytes[this.at] === LESS;
  }

  private rootStart(): boolean {
    const { bytes, at } = this;
    const end = bytes.indexOf(GREATER, at) + 1;
    const text = end - at > LONGEST_TAG ? undefined : utf8Text(bytes.subarray(at, end));
    const tag = text === undefined || NAME[bytes[at + 1] ?? 0] !== 1 ? undefined : readStartTag(text, 0);
    if (!tag || !('attributes' in tag) || tag.empty || tag.end !== text?.length) return false;
    const resolved = new Namespaces().enter(tag.name, tag.attributes);
    const writer = new CanonicalWriter();
    writer.start(tag as StartTag);
    if ('zh' in resolved || declaresRelative(tag)) return false;
    this.root = { namespace: resolved.namespace, name: resolved.name };
    this.rootTag = writer.text;
    this.prefix = utf8Bytes(tag.name.slice(0, tag.name.indexOf(':') + 1));
    this.open(at + 1, at + 1 + utf8Bytes(tag.name).length);
    this.at = end;
    this.pieces.write(utf8Bytes(this.rootTag));
    this.pieces.from(end);
    return true;
  }

  /** Moves to the next `<`; false where there is something to think about. */
  private text(): boolean {
    const { bytes } = this;
    let { at } = this;
    for (;;) {
      while (PLAIN[bytes[at] as number] === 1) at++;
      const byte = bytes[at] as number;
      if (byte >= 0x80) {
        const length = wideLength(bytes, at);
        if (length === 0) return false;
        at += length;
      } else if (byte === LESS) {
        this.at = at;
        return true;
      } else if (byte === AMPERSAND) {
        const reference = REFERENCES.find((one) => this.stands(one, at));
        if (!reference) return false;
        at += reference.length;
      } else if (byte === RETURN && bytes[at + 1] === FEED) {
        this.pieces.until(at);
        this.pieces.from(at + 1);
        at++;
      } else return false;
    }
  }

  private markup(): boolean {
    return this.bytes[this.at + 1] === SLASH ? this.endTag() : this.startTag();
  }

  private endTag(): boolean {
    const { bytes, view, names } = this;
    const from = names[this.depth * 2 - 2] as number;
    const length = (names[this.depth * 2 - 1] as number) - from;
    const at = this.at + 2;
    if (at + length >= bytes.length) return false;
    let place = 0;
    // Four bytes at a time: names are half of a message, and each is compared once.
    for (; place + 4 <= length; place += 4) {
      if (view.getUint32(at + place) !== view.getUint32(from + place)) return false;
    }
    for (; place < length; place++) {
      if (bytes[at + place] !== bytes[from + place]) return false;
    }
    if (bytes[at + length] !== GREATER) return false;
    this.at = at + length + 1;
    this.depth--;
    return true;
  }

  private startTag(): boolean {
    const { bytes, prefix } = this;
    const from = this.at + 1;
    let at = from;
    if (prefix.length > 0 && this.stands(prefix, at)) at += prefix.length;
    const local = at;
    if (NAME[bytes[at] as number] !== 1) return false;
    do at++;
    while ((NAME[bytes[at] as number] as number) > 0);
    const byte = bytes[at];
    if (byte === GREATER) {
      if (this.depth === 1 && this.is(EXTENSION, local, at)) this.extensionAt ??= from - 1;
      if (this.depth === 1 && this.is(SIGNATURE, local, at)) return false;
      this.at = at + 1;
      return this.open(from, at);
    }
    if (byte === SLASH && bytes[at + 1] === GREATER) {
      this.pieces.until(at);
      this.pieces.write(CLOSING);
      this.pieces.write(bytes.subarray(from, at));
      this.pieces.from(at + 1);
      this.at = at + 2;
      return true;
    }
    return this.depth === 1 && this.signatureAt(from, at);
  }

  /** A signature under the root: read with care, as the only content of a message that has the same root. */
  private signatureAt(from: number, nameEnd: number): boolean {
    const { bytes } = this;
    let end = nameEnd;
    if (bytes[end] === COLON) {
      end++;
      while (NAME[bytes[end] ?? 0] !== 0) end++;
    }
    const qualified = utf8Text(bytes.subarray(from, end)) ?? '';
    if (this.signature || !/(^|:)Signature$/.test(qualified)) return false;
    const close = utf8Bytes(`</${qualified}>`);
    let to = end;
    while (to < bytes.length && !(bytes[to] === LESS && this.stands(close, to))) to++;
    to += close.length;
    const text = utf8Text(bytes.subarray(from - 1, to)) ?? '';
    const alone = readCanonically(`${this.rootTag}${text}</${this.name(0)}>`);
    const signature = 'signatures' in alone && !alone.relative ? alone.signatures : [];
    const [only] = signature;
    const whole = only && only.from === this.rootTag.length && only.to === only.from + text.length;
    if (!whole || signature.length !== 1) return false;
    this.signature = { ...only, from: from - 1, to };
    this.pieces.until(from - 1);
    this.pieces.from(to);
    this.at = to;
    return true;
  }

  private open(from: number, to: number): boolean {
    if (this.depth >= DEEPEST) return false;
    this.names[this.depth * 2] = from;
    this.names[this.depth * 2 + 1] = to;
    this.depth++;
    return true;
  }

  private name(depth: number): string {
    const { names, bytes } = this;
    return utf8Text(bytes.subarray(names[depth * 2], names[depth * 2 + 1])) ?? '';
  }

  private skipBlanks(): number {
    const { bytes } = this;
    let { at } = this;
    while (bytes[at] === BLANK || bytes[at] === FEED || bytes[at] === RETURN || bytes[at] === TAB) at++;
    this.at = at;
    return at;
  }

  private stands(wanted: Uint8Array, at: number): boolean {
    const { bytes } = this;
    for (let place = 0; place < wanted.length; place++) {
      if (bytes[at + place] !== wanted[place]) return false;
    }
    return true;
  }

  private is(wanted: Uint8Array, from: number, to: number): boolean {
    return to - from === wanted.length && this.stands(wanted, from);
  }
}
