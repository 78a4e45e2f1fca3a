import { impossibleCharacterAt, isSpace, nameAt } from './characters.ts';
import { type Attribute, Namespaces, type RawAttribute } from './namespaces.ts';
import { expandAttribute, expandText, normaliseLineEnds } from './references.ts';
import { readXmlDeclaration } from './xml-declaration.ts';
import { type XmlFault, xmlFault } from './xml-fault.ts';

/** What the reader came upon. */
export type XmlEvent = 'start' | 'end' | 'text' | 'done' | 'fault';

/** Elements inside one another; the same bound as libxml2's default (D). */
export const DEEPEST_DEFAULT = 256;

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
  private readonly limit: number;
  private readonly impossibleAt: number;
  private readonly open: { readonly tag: string; readonly namespace: string; readonly name: string }[] = [];
  private endPending = false;
  private rootSeen = false;

  constructor(text: string, deepest: number = DEEPEST_DEFAULT) {
    this.impossibleAt = impossibleCharacterAt(text);
    this.text = this.impossibleAt < 0 ? text : text.slice(0, this.impossibleAt);
    this.limit = deepest;
  }

  get depth(): number {
    return this.open.length;
  }

  /** Reads the next event. After `done` or `fault` there is none. */
  next(): XmlEvent {
    if (this.endPending) {
      return this.closeElement();
    }
    for (;;) {
      this.from = this.position;
      const code = this.text.charCodeAt(this.position);
      if (Number.isNaN(code)) {
        return this.atEnd();
      }
      if (code !== LESS) {
        const event = this.readText();
        if (event) return event;
        continue;
      }
      const second = this.text.charCodeAt(this.position + 1);
      if (second === SLASH) {
        return this.readEndTag();
      }
      if (second === EXCLAMATION) {
        const event = this.readMarkup();
        if (event) return event;
      } else if (second === QUESTION) {
        const fault = this.readInstruction();
        if (fault) return fault;
      } else {
        return this.readStartTag();
      }
    }
  }

  /** An impossible character cuts the text short, so it is named before any fault the cut may have caused. */
  private fail(code: XmlFault['code'], zh: string, en: string, at: number = this.position): 'fault' {
    this.fault =
      this.impossibleAt >= 0 && code === 'CEB-XML'
        ? xmlFault(
            this.text,
            this.impossibleAt,
            code,
            '含有 XML 不允许的字符',
            'There is a character XML does not allow',
          )
        : xmlFault(this.text, at, code, zh, en);
    return 'fault';
  }

  private atEnd(): XmlEvent {
    if (this.impossibleAt >= 0) {
      return this.fail('CEB-XML', '', '');
    }
    const open = this.open.at(-1);
    if (open) {
      return this.fail('CEB-XML', `元素 ${open.tag} 没有结束标签`, `The element ${open.tag} is not closed`);
    }
    return this.rootSeen ? 'done' : this.fail('CEB-XML', '没有根元素', 'There is no root element');
  }

  /** Character data up to the next tag; nothing outside the root, where only white space may stand. */
  private readText(): XmlEvent | undefined {
    const next = this.text.indexOf('<', this.position);
    const end = next < 0 ? this.text.length : next;
    const raw = this.text.slice(this.position, end);
    if (this.open.length === 0) {
      if (!/^[ \t\n\r]*$/.test(raw)) {
        return this.fail('CEB-XML', '根元素之外有文字', 'There is text outside the root element');
      }
      this.position = end;
      return undefined;
    }
    const forbidden = raw.indexOf(']]>');
    if (forbidden >= 0) {
      const at = this.position + forbidden;
      return this.fail('CEB-XML', '文字中不得出现 ]]>', 'The characters ]]> may not stand in text', at);
    }
    const expanded = expandText(raw);
    if (typeof expanded !== 'string') {
      return this.badReference(expanded.entity, this.position + expanded.at);
    }
    this.value = expanded;
    this.cdata = false;
    this.position = end;
    return 'text';
  }

  private badReference(entity: string | undefined, at: number): 'fault' {
    return entity === undefined
      ? this.fail('CEB-XML', '& 之后不是合法的引用', 'An & is not followed by a proper reference', at)
      : this.fail(
          'CEB-ENTITY',
          `不接受实体引用 &${entity};`,
          `The entity reference &${entity}; is refused`,
          at,
        );
  }

  /** After `<!`: a comment (no event), a CDATA section, or something refused. */
  private readMarkup(): XmlEvent | undefined {
    const { text, position } = this;
    if (text.startsWith('<!--', position)) {
      const end = text.indexOf('--', position + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== GREATER) {
        return this.fail('CEB-XML', '注释不合法', 'A comment is not closed, or contains a double hyphen');
      }
      this.position = end + 3;
      return undefined;
    }
    if (text.startsWith('<![CDATA[', position) && this.open.length > 0) {
      const end = text.indexOf(']]>', position + 9);
      if (end < 0) {
        return this.fail('CEB-XML', 'CDATA 没有结束', 'A CDATA section is not closed');
      }
      this.value = normaliseLineEnds(text.slice(position + 9, end));
      this.cdata = true;
      this.position = end + 3;
      return 'text';
    }
    return text.startsWith('<!DOCTYPE', position)
      ? this.fail(
          'CEB-DOCTYPE',
          '不接受文档类型声明 DOCTYPE',
          'A document type declaration (DOCTYPE) is refused',
        )
      : this.fail('CEB-XML', '<! 之后的内容不合法', 'What follows <! is not allowed here');
  }

  /** The XML declaration at the very start, or a processing instruction, which says nothing to us. */
  private readInstruction(): 'fault' | undefined {
    const { text, position } = this;
    if (position === 0 && /^<\?xml[ \t\n\r]/.test(text)) {
      const declaration = readXmlDeclaration(text);
      if (typeof declaration === 'number') {
        this.position = declaration;
        return undefined;
      }
      return this.fail(declaration.code, declaration.zh, declaration.en);
    }
    const target = nameAt(text, position + 2);
    const end = text.indexOf('?>', position + 2);
    const after = text.charCodeAt(position + 2 + target.length);
    if (target === '' || target.includes(':') || /^xml$/i.test(target) || end < 0) {
      return this.fail('CEB-XML', '处理指令不合法', 'A processing instruction is not well formed');
    }
    if (!isSpace(after) && end !== position + 2 + target.length) {
      return this.fail('CEB-XML', '处理指令不合法', 'A processing instruction is not well formed');
    }
    this.position = end + 2;
    return undefined;
  }

  private readEndTag(): XmlEvent {
    const open = this.open.at(-1);
    if (!open) {
      return this.fail('CEB-XML', '多余的结束标签', 'There is an end tag too many');
    }
    let at = this.position + 2;
    if (!this.text.startsWith(open.tag, at)) {
      return this.fail('CEB-XML', `应为 ${open.tag} 的结束标签`, `The end tag of ${open.tag} is expected`);
    }
    at = this.skipSpace(at + open.tag.length);
    if (this.text.charCodeAt(at) !== GREATER) {
      return this.fail('CEB-XML', `应为 ${open.tag} 的结束标签`, `The end tag of ${open.tag} is expected`);
    }
    this.position = at + 1;
    return this.closeElement();
  }

  private closeElement(): XmlEvent {
    this.endPending = false;
    const open = this.open.pop();
    this.namespaces.leave();
    this.namespace = open?.namespace ?? '';
    this.name = open?.name ?? '';
    return 'end';
  }

  private readStartTag(): XmlEvent {
    if (this.open.length === 0 && this.rootSeen) {
      return this.fail('CEB-XML', '只能有一个根元素', 'There is a second root element');
    }
    const tag = nameAt(this.text, this.position + 1);
    if (tag === '') {
      return this.fail('CEB-XML', '< 之后不是元素名', 'A < is not followed by the name of an element');
    }
    if (this.open.length >= this.limit) {
      return this.fail('CEB-DEPTH', `元素嵌套超过 ${this.limit} 层`, `More than ${this.limit} elements deep`);
    }
    const raw: RawAttribute[] = [];
    const empty = this.readAttributes(this.position + 1 + tag.length, raw);
    if (empty === 'fault') {
      return 'fault';
    }
    const resolved = this.namespaces.enter(tag, raw);
    if ('zh' in resolved) {
      return this.fail('CEB-XML', resolved.zh, resolved.en);
    }
    this.namespace = resolved.namespace;
    this.name = resolved.name;
    this.attributes = resolved.attributes;
    this.open.push({ tag, namespace: resolved.namespace, name: resolved.name });
    this.rootSeen = true;
    this.endPending = empty;
    return 'start';
  }

  /** Reads attributes up to the end of the tag and moves past it; tells whether the element is empty (`/>`). */
  private readAttributes(from: number, into: RawAttribute[]): boolean | 'fault' {
    let at = from;
    for (;;) {
      const next = this.skipSpace(at);
      const code = this.text.charCodeAt(next);
      if (code === GREATER) {
        this.position = next + 1;
        return false;
      }
      if (code === SLASH && this.text.charCodeAt(next + 1) === GREATER) {
        this.position = next + 2;
        return true;
      }
      const name = next === at ? '' : nameAt(this.text, next);
      if (name === '') {
        return this.fail('CEB-XML', '标签不合法', 'A tag is not well formed', next);
      }
      const end = this.readAttribute(name, next + name.length, into);
      if (end === 'fault') {
        return end;
      }
      at = end;
    }
  }

  private readAttribute(name: string, from: number, into: RawAttribute[]): number | 'fault' {
    const equals = this.skipSpace(from);
    const quote = this.skipSpace(equals + 1);
    const mark = this.text[quote];
    const end = mark === '"' || mark === "'" ? this.text.indexOf(mark, quote + 1) : -1;
    if (this.text.charCodeAt(equals) !== EQUALS || end < 0) {
      return this.fail('CEB-XML', `属性 ${name} 不合法`, `The attribute ${name} is not well formed`, from);
    }
    const raw = this.text.slice(quote + 1, end);
    if (raw.includes('<')) {
      return this.fail('CEB-XML', `属性 ${name} 的值含有 <`, `The value of ${name} contains a <`, from);
    }
    const value = expandAttribute(raw);
    if (typeof value !== 'string') {
      return this.badReference(value.entity, quote + 1 + value.at);
    }
    into.push({ name, value });
    return end + 1;
  }

  private skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.text.charCodeAt(at))) at++;
    return at;
  }
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
