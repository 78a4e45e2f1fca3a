import type { Finding } from '#kernel';
import { impossibleCharacterAt, isPossible, nameAt } from '../decode/characters.ts';
import { normaliseLineEnds } from '../decode/references.ts';
import { structureFinding } from '../decode/structure-finding.ts';

/** One element as far as it could be read. */
export interface LenientElement {
  /** Name without prefix. */
  readonly name: string;
  readonly prefix: string;
  /** What stands in the start tag after the name, as it is. */
  readonly attributes: string;
  readonly children: LenientElement[];
  /** Text directly in it; where it has children, see `inner`. */
  text: string;
  /** Some text, even an empty CDATA section. */
  hasText: boolean;
  /** Where its content begins and ends in the whole text. */
  readonly from: number;
  to: number;
}

export interface LenientLimits {
  /** Elements inside one another. */
  readonly deepest: number;
  /** Elements in all. */
  readonly mostElements: number;
}

/** Elements of a text that means to be XML, and what had to be overlooked. */
export interface LenientReading {
  /** A nameless element around everything. */
  readonly top: LenientElement;
  readonly deviations: readonly Finding[];
}

const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g;
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads markup without insisting on it: a bare `<` or `&` is text, an end tag closes what it can, what is never closed
 * ends with the text. Time is proportional to the text: whatever is looked at is not looked at again. Document
 * types are not read: reading ends there, so no entity of anybody's own is ever expanded.
 */
export function readLeniently(text: string, limits: LenientLimits): LenientReading {
  return new LenientReader(text, limits).run();
}

type Overlooked = 'mark' | 'reference' | 'end' | 'cut' | 'doctype' | 'deep' | 'many' | 'character';

class LenientReader {
  private readonly text: string;
  private readonly limits: LenientLimits;
  private readonly overlooked = new Set<Overlooked>();
  private readonly open: LenientElement[] = [];
  private elements = 0;
  private at = 0;

  constructor(text: string, limits: LenientLimits) {
    this.text = text;
    this.limits = limits;
  }

  run(): LenientReading {
    const top = elementOf('', '', 0);
    this.open.push(top);
    if (impossibleCharacterAt(this.text) >= 0) this.overlooked.add('character');
    while (this.at >= 0 && this.at < this.text.length) this.at = this.step();
    if (this.open.length > 1) this.overlooked.add('cut');
    for (const element of this.open) element.to = this.text.length;
    return { top, deviations: [...this.overlooked].map(deviation) };
  }

  private get current(): LenientElement {
    return this.open.at(-1) as LenientElement;
  }

  /** Takes the text up to the next mark and what the mark begins. @returns where to go on, -1 to stop. */
  private step(): number {
    const { text, at } = this;
    const mark = text.indexOf('<', at);
    this.take(text.slice(at, mark < 0 ? text.length : mark));
    if (mark < 0) return text.length;
    if (text.startsWith('<!--', mark)) return this.past('-->', mark + 4);
    if (text.startsWith('<?', mark)) return this.past('?>', mark + 2);
    if (text.startsWith('<![CDATA[', mark)) return this.section(mark + 9);
    if (text.startsWith('</', mark)) return this.endTag(mark);
    if (text.startsWith('<!', mark)) return this.stop('doctype');
    return this.startTag(mark);
  }

  private stop(why: Overlooked): number {
    this.overlooked.add(why);
    return -1;
  }

  private past(end: string, from: number): number {
    const found = this.text.indexOf(end, from);
    return found < 0 ? this.stop('cut') : found + end.length;
  }

  private take(raw: string): void {
    if (raw === '') return;
    this.current.text += this.expand(normaliseLineEnds(raw));
    this.current.hasText = true;
  }

  private section(from: number): number {
    const end = this.text.indexOf(']]>', from);
    this.current.text += normaliseLineEnds(this.text.slice(from, end < 0 ? this.text.length : end));
    this.current.hasText = true;
    return end < 0 ? this.stop('cut') : end + 3;
  }

  private startTag(mark: number): number {
    const { text, open, limits } = this;
    const qualified = nameAt(text, mark + 1);
    const end = qualified === '' ? mark + 1 : this.tagEnd(mark + 1 + qualified.length);
    if (end < 0) return this.stop('cut');
    if (text[end - 1] !== '>') {
      // No tag after all: everything looked at so far is text.
      this.overlooked.add('mark');
      this.take(text.slice(mark, end));
      return end;
    }
    if (open.length > limits.deepest) return this.stop('deep');
    if (++this.elements > limits.mostElements) return this.stop('many');
    const empty = text[end - 2] === '/';
    const element = elementOf(qualified, text.slice(mark + 1 + qualified.length, end - (empty ? 2 : 1)), end);
    this.current.children.push(element);
    if (!empty) open.push(element);
    return end;
  }

  /** Just past the `>` of a tag, or at a `<` that comes first; -1 where the text ends before. */
  private tagEnd(from: number): number {
    const { text } = this;
    for (let at = from; at < text.length; at++) {
      const mark = text[at];
      if (mark === '>') return at + 1;
      if (mark === '<') return at;
      if (mark === '"' || mark === "'") {
        at = text.indexOf(mark, at + 1);
        if (at < 0) return -1;
      }
    }
    return -1;
  }

  private endTag(mark: number): number {
    const end = this.text.indexOf('>', mark);
    if (end < 0) return this.stop('cut');
    const { name } = split(this.text.slice(mark + 2, end).trim());
    let depth = this.open.length - 1;
    while (depth > 0 && this.open[depth]?.name !== name) depth--;
    if (depth === 0 || depth < this.open.length - 1) this.overlooked.add('end');
    if (depth > 0) {
      for (const element of this.open.splice(depth)) element.to = mark;
    }
    return end + 1;
  }

  private expand(raw: string): string {
    if (!raw.includes('&')) return raw;
    return raw.replace(REFERENCE, (whole, hexadecimal?: string, decimal?: string, name?: string) => {
      const code =
        hexadecimal === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hexadecimal, 16);
      const character = name ? PREDEFINED[name] : isPossible(code) ? String.fromCodePoint(code) : undefined;
      if (character === undefined) this.overlooked.add('reference');
      return character ?? whole;
    });
  }
}

function split(qualified: string): { prefix: string; name: string } {
  const colon = qualified.indexOf(':');
  return colon < 0
    ? { prefix: '', name: qualified }
    : { prefix: qualified.slice(0, colon), name: qualified.slice(colon + 1) };
}

function elementOf(qualified: string, attributes: string, from: number): LenientElement {
  return { ...split(qualified), attributes, children: [], text: '', hasText: false, from, to: from };
}

const SAID: Readonly<
  Record<
    Overlooked,
    readonly ['CEB-XML' | 'CEB-DOCTYPE' | 'CEB-DEPTH' | 'CEB-SIZE' | 'CEB-ENTITY', string, string]
  >
> = {
  mark: ['CEB-XML', '文字中有未转义的 <，按文字读取', 'An unescaped < was read as text'],
  reference: [
    'CEB-ENTITY',
    '文字中有未转义的 & 或未知实体，原样保留',
    'An unescaped & or an unknown entity was kept as it is',
  ],
  end: ['CEB-XML', '有元素的结束标签缺失或多余', 'An end tag is missing or too many'],
  cut: ['CEB-XML', '报文不完整，在结尾处中断', 'The text breaks off before its end'],
  doctype: [
    'CEB-DOCTYPE',
    '含有 DOCTYPE 或其他声明，其后的内容不读取',
    'There is a DOCTYPE or another declaration; nothing after it is read',
  ],
  deep: [
    'CEB-DEPTH',
    '元素嵌套过深，其后的内容不读取',
    'Elements are nested too deeply; nothing after that is read',
  ],
  many: ['CEB-SIZE', '元素过多，其后的内容不读取', 'There are too many elements; nothing after that is read'],
  character: [
    'CEB-XML',
    '含有 XML 不允许的控制字符，原样保留',
    'There are control characters XML does not allow; they were kept',
  ],
};

function deviation(why: Overlooked): Finding {
  const [code, zh, en] = SAID[why];
  return structureFinding(
    code,
    '',
    [zh, en],
    [
      '请核对读出的内容；需要时请发送方重新发送',
      'Look over what was read; ask its sender to send it again where need be',
    ],
  );
}
