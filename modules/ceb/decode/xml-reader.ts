import { impossibleCharacterAt, isSpace, isTooLongName, nameAt } from './characters.ts';
import { type Attribute, Namespaces } from './namespaces.ts';
import { expandText, normaliseLineEnds } from './references.ts';
import { readXmlDeclaration } from './xml-declaration.ts';
import { type XmlFault, xmlFault } from './xml-fault.ts';
import {
  afterSpace,
  type BrokenTag,
  badReference,
  broken,
  impossibleCharacter,
  longName,
  readStartTag,
} from './xml-tag.ts';

/** What the reader came upon. */
export type XmlEvent = 'start' | 'end' | 'text' | 'done' | 'fault';

interface OpenElement {
  /** Name as written, with its prefix. */
  readonly tag: string;
  readonly namespace: string;
  readonly name: string;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ONLY_SPACE = /^[ \t\n\r]*$/;

/**
 * A strict, non-validating reader of namespaced XML 1.0 (fifth edition) without DTD: one event at a time, no
 * recursion, linear time. It stops at the first thing that makes the text not XML; the fault says what and where.
 * Document types and entities are always refused.
 */
export class XmlReader {
  /** Of `start` and `end`: namespace (empty for none) and local name of the element. */
  namespace = '';
  name = '';
  /** Of `start`: attributes without namespace declarations. */
  attributes: readonly Attribute[] = [];
  /** Of `start`: written as `<name/>`. */
  empty = false;
  /** Of `text`: a stretch of character data; comments and CDATA sections divide a text into several. */
  value = '';
  /** Of `text`: came from a CDATA section. */
  cdata = false;
  /** Where the event begins in the text, and where the next one will. */
  from = 0;
  position = 0;
  fault: XmlFault | undefined;
  readonly text: string;
  readonly namespaces = new Namespaces();
  private readonly deepest: number;
  private readonly open: OpenElement[] = [];
  private rootSeen = false;

  constructor(text: string, deepest: number) {
    this.text = text;
    this.deepest = deepest;
  }

  /** Innermost open element's name as written; empty outside the root. */
  get tag(): string {
    return this.open.at(-1)?.tag ?? '';
  }

  /** Reads the next event. After `done` or `fault` there is none. */
  next(): XmlEvent {
    if (this.empty) {
      return this.closeElement();
    }
    for (;;) {
      this.from = this.position;
      const code = this.text.charCodeAt(this.position);
      const event = code === LESS ? this.readMarkup() : Number.isNaN(code) ? this.atEnd() : this.readText();
      if (event) {
        return event;
      }
    }
  }

  private fail({ at, code, zh, en }: BrokenTag): 'fault' {
    this.fault = xmlFault(this.text, at, code, zh, en);
    return 'fault';
  }

  private failHere(zh: string, en: string): 'fault' {
    return this.fail(broken(this.position, zh, en));
  }

  private atEnd(): XmlEvent {
    if (this.tag !== '') {
      return this.failHere(`元素 ${this.tag} 没有结束标签`, `The element ${this.tag} is not closed`);
    }
    return this.rootSeen ? 'done' : this.failHere('没有根元素', 'There is no root element');
  }

  /** Character data up to the next `<`; no event outside the root, where only white space may stand. */
  private readText(): XmlEvent | undefined {
    const { text, position } = this;
    const next = text.indexOf('<', position);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(position, end);
    if (this.open.length === 0) {
      if (!ONLY_SPACE.test(raw)) {
        return this.failHere('根元素之外有文字', 'There is text outside the root element');
      }
      this.position = end;
      return undefined;
    }
    if (next >= 0 && afterSpace(text, position) === end) {
      this.value = normaliseLineEnds(raw);
      this.cdata = false;
      this.position = end;
      return 'text';
    }
    const impossible = impossibleCharacterAt(raw);
    if (impossible >= 0) {
      return this.fail(impossibleCharacter(position + impossible));
    }
    const forbidden = raw.indexOf(']]>');
    if (forbidden >= 0) {
      return this.fail(
        broken(position + forbidden, '文字中不得出现 ]]>', 'The characters ]]> may not stand in text'),
      );
    }
    const expanded = expandText(raw);
    if (typeof expanded !== 'string') {
      return this.fail(badReference(expanded.entity, position + expanded.at));
    }
    this.value = expanded;
    this.cdata = false;
    this.position = end;
    return 'text';
  }

  /** Something that begins with `<`; no event for comments, processing instructions and the XML declaration. */
  private readMarkup(): XmlEvent | undefined {
    const second = this.text.charCodeAt(this.position + 1);
    if (second === SLASH) return this.readEndTag();
    if (second === QUESTION) return this.readInstruction();
    if (second === EXCLAMATION) return this.readDeclaration();
    return this.readElement();
  }

  /** After `<!`: a comment, a CDATA section, or something refused. */
  private readDeclaration(): XmlEvent | undefined {
    const { text, position } = this;
    if (text.startsWith('<!--', position)) {
      const end = text.indexOf('--', position + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== GREATER) {
        return this.failHere('注释不合法', 'A comment is not closed, or contains a double hyphen');
      }
      return this.pass(position + 4, end, 3);
    }
    if (text.startsWith('<![CDATA[', position) && this.open.length > 0) {
      const end = text.indexOf(']]>', position + 9);
      if (end < 0) {
        return this.failHere('CDATA 没有结束', 'A CDATA section is not closed');
      }
      this.value = normaliseLineEnds(text.slice(position + 9, end));
      this.cdata = true;
      return this.pass(position + 9, end, 3) ?? 'text';
    }
    return text.startsWith('<!DOCTYPE', position)
      ? this.fail({
          at: position,
          code: 'CEB-DOCTYPE',
          zh: '不接受文档类型声明 DOCTYPE',
          en: 'A document type declaration (DOCTYPE) is refused',
        })
      : this.failHere('<! 之后的内容不合法', 'What follows <! is not allowed here');
  }

  /** Moves past content of free text and its closing mark, unless a character in it is impossible. */
  private pass(from: number, end: number, mark: number): 'fault' | undefined {
    const impossible = impossibleCharacterAt(this.text.slice(from, end));
    if (impossible >= 0) {
      return this.fail(impossibleCharacter(from + impossible));
    }
    this.position = end + mark;
    return undefined;
  }

  /** The XML declaration at the very start, or a processing instruction, which says nothing to us. */
  private readInstruction(): 'fault' | undefined {
    const { text, position } = this;
    if (position === 0 && text.startsWith('<?xml') && isSpace(text.charCodeAt(5))) {
      const declaration = readXmlDeclaration(text);
      if (typeof declaration === 'number') {
        this.position = declaration;
        return undefined;
      }
      return this.fail({ at: 0, ...declaration });
    }
    const target = nameAt(text, position + 2);
    if (isTooLongName(target)) {
      return this.fail(longName(position + 2));
    }
    const after = position + 2 + target.length;
    const end = text.indexOf('?>', after);
    const proper = target !== '' && !target.includes(':') && !/^xml$/i.test(target);
    if (!proper || end < 0 || (end !== after && !isSpace(text.charCodeAt(after)))) {
      return this.failHere('处理指令不合法', 'A processing instruction is not well formed');
    }
    return this.pass(after, end, 2);
  }

  private readEndTag(): XmlEvent {
    const { text, position, tag } = this;
    if (tag === '') {
      return this.failHere('多余的结束标签', 'There is an end tag too many');
    }
    const end = text.startsWith(tag, position + 2) ? afterSpace(text, position + 2 + tag.length) : -1;
    if (text.charCodeAt(end) !== GREATER) {
      return this.failHere(`应为 ${tag} 的结束标签`, `The end tag of ${tag} is expected`);
    }
    this.position = end + 1;
    return this.closeElement();
  }

  private closeElement(): XmlEvent {
    this.empty = false;
    const open = this.open.pop();
    this.namespaces.leave();
    this.namespace = open?.namespace ?? '';
    this.name = open?.name ?? '';
    return 'end';
  }

  private readElement(): XmlEvent {
    const { text, position, deepest } = this;
    if (this.open.length === 0 && this.rootSeen) {
      return this.failHere('只能有一个根元素', 'There is a second root element');
    }
    if (this.open.length >= deepest) {
      const zh = `元素嵌套超过 ${deepest} 层`;
      return this.fail({ at: position, code: 'CEB-DEPTH', zh, en: `More than ${deepest} elements deep` });
    }
    const tag = readStartTag(text, position);
    if (!('attributes' in tag)) {
      return this.fail(tag);
    }
    const resolved = this.namespaces.enter(tag.name, tag.attributes);
    if ('zh' in resolved) {
      return this.failHere(resolved.zh, resolved.en);
    }
    const { namespace, name, attributes } = resolved;
    this.namespace = namespace;
    this.name = name;
    this.attributes = attributes;
    this.open.push({ tag: tag.name, namespace, name });
    this.rootSeen = true;
    this.empty = tag.empty;
    this.position = tag.end;
    return 'start';
  }
}
