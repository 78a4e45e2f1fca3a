import type { JsonValue } from './json-value.ts';
import { type PaymentFindings, shown } from './payment-finding.ts';

/** Bounds of a text that is read; beyond them it is refused. Design limits (D): the notice names none. */
export const JSON_LIMITS = {
  /** UTF-16 units. A payment of a hundred orders with the longest links stays below. */
  characters: 4_000_000,
  /** Brackets within brackets; the deepest shape of the notice has four. */
  depth: 16,
  /** Values of every kind together. */
  values: 100_000,
} as const;

/**
 * Reads a JSON text (RFC 8259) and keeps what `JSON.parse` loses: how numbers are written, where values stand,
 * and names that come twice, which are findings. Takes time in proportion to the text.
 * @returns undefined when there is no value to speak of; the findings then say why.
 */
export function readJson(text: string, findings: PaymentFindings): JsonValue | undefined {
  if (text.length > JSON_LIMITS.characters) {
    findings.add(
      'PAYDATA-TOO-LARGE',
      'structure',
      '',
      [
        `内容超过 ${JSON_LIMITS.characters} 个字符`,
        `The text is longer than ${JSON_LIMITS.characters} characters`,
      ],
      ['核对内容；一笔支付只报一次', 'Check the content; one payment is sent at a time'],
    );
    return undefined;
  }
  return new Reader(text, findings).document();
}

const WORDS = { t: 'true', f: 'false', n: 'null' } as const;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Ends of a run of plain characters: quote, backslash, control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const STOP = /["\\\u0000-\u001f]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** One walk over a text. What breaks the syntax stops it; everything else goes on. */
class Reader {
  private readonly text: string;
  private readonly findings: PaymentFindings;
  private at = 0;
  private values = 0;
  private stopped = false;

  constructor(text: string, findings: PaymentFindings) {
    this.text = text;
    this.findings = findings;
  }

  document(): JsonValue | undefined {
    const value = this.value('', 0);
    if (this.stopped) return undefined;
    this.space();
    return this.at < this.text.length
      ? this.stop('后面有多余的内容', 'Something follows the JSON value')
      : value;
  }

  private value(path: string, depth: number): JsonValue | undefined {
    this.space();
    if (depth > JSON_LIMITS.depth)
      return this.stopLarge(
        `嵌套超过 ${JSON_LIMITS.depth} 层`,
        `Nested deeper than ${JSON_LIMITS.depth} levels`,
      );
    if (++this.values > JSON_LIMITS.values)
      return this.stopLarge(`超过 ${JSON_LIMITS.values} 个值`, `More than ${JSON_LIMITS.values} values`);
    const first = this.text[this.at];
    if (first === '{') return this.object(path, depth);
    if (first === '[') return this.list(path, depth);
    if (first === '"') {
      const start = this.at;
      const value = this.string(path);
      return value === undefined ? undefined : { kind: 'string', value, start, end: this.at };
    }
    if (first === 't' || first === 'f' || first === 'n') return this.word(WORDS[first]);
    return this.number();
  }

  private object(path: string, depth: number): JsonValue | undefined {
    const start = this.at++;
    const members = new Map<string, JsonValue>();
    for (let first = true; ; first = false) {
      this.space();
      if (first && this.take('}')) break;
      if (this.text[this.at] !== '"')
        return this.stop('此处应为带双引号的字段名', 'A field name in double quotes is expected here');
      const name = this.string(path);
      if (name === undefined) return undefined;
      const inner = path === '' ? name : `${path}/${name}`;
      this.space();
      if (!this.take(':')) return this.stop('字段名后应为冒号', 'A colon is expected behind the field name');
      const value = this.value(inner, depth + 1);
      if (value === undefined) return undefined;
      if (members.has(name)) this.twice(inner, name);
      else members.set(name, value);
      this.space();
      if (this.take('}')) break;
      if (!this.take(','))
        return this.stop('此处应为逗号或右花括号', 'A comma or a closing brace is expected here');
    }
    return { kind: 'object', members, start, end: this.at };
  }

  private list(path: string, depth: number): JsonValue | undefined {
    const start = this.at++;
    const items: JsonValue[] = [];
    for (let first = true; ; first = false) {
      this.space();
      if (first && this.take(']')) break;
      const value = this.value(`${path}[${items.length + 1}]`, depth + 1);
      if (value === undefined) return undefined;
      items.push(value);
      this.space();
      if (this.take(']')) break;
      if (!this.take(','))
        return this.stop('此处应为逗号或右方括号', 'A comma or a closing bracket is expected here');
    }
    return { kind: 'array', items, start, end: this.at };
  }

  private string(path: string): string | undefined {
    let value = '';
    let from = ++this.at;
    for (;;) {
      STOP.lastIndex = this.at;
      const found = STOP.exec(this.text);
      if (found === null) {
        this.at = this.text.length;
        return this.stop('字符串没有结束', 'The string does not end');
      }
      this.at = found.index;
      value += this.text.slice(from, this.at);
      if (found[0] === '"') break;
      if (found[0] !== '\\')
        return this.stop('字符串中的控制字符须转义', 'A control character in a string must be escaped');
      const escaped = this.escape();
      if (escaped === undefined) return undefined;
      value += escaped;
      from = this.at;
    }
    this.at++;
    if (!value.isWellFormed() || value.includes('\u0000')) this.badCharacter(path);
    return value;
  }

  private escape(): string | undefined {
    const letter = this.text[this.at + 1] ?? '';
    if (letter === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits))
        return this.stop('\\u 后应为四位十六进制数', 'Four hexadecimal digits are expected behind \\u');
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = ESCAPES[letter];
    if (escaped === undefined) return this.stop('没有这样的转义', 'There is no such escape');
    this.at += 2;
    return escaped;
  }

  private number(): JsonValue | undefined {
    NUMBER.lastIndex = this.at;
    const text = NUMBER.exec(this.text)?.[0];
    if (text === undefined) return this.stop('此处应为一个值', 'A value is expected here');
    const start = this.at;
    this.at += text.length;
    return { kind: 'number', text, start, end: this.at };
  }

  private word(word: 'true' | 'false' | 'null'): JsonValue | undefined {
    if (!this.text.startsWith(word, this.at)) return this.stop('此处应为一个值', 'A value is expected here');
    const start = this.at;
    this.at += word.length;
    return { kind: word, start, end: this.at };
  }

  private space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private twice(path: string, name: string): void {
    this.findings.add(
      'PAYDATA-DUPLICATE',
      'structure',
      path,
      [`字段 ${shown(name)} 出现两次`, `The field ${shown(name)} is given twice`],
      ['每个字段只写一次：两方可能各取一个', 'Give each field once: two readers may each take another'],
    );
  }

  private badCharacter(path: string): void {
    this.findings.add(
      'PAYDATA-CHARACTER',
      'structure',
      path,
      [
        '含有不成对的代理字符或空字符，无法用 UTF-8 传输',
        'Holds half of a character (a lone surrogate) or NUL, which UTF-8 text does not carry',
      ],
      ['按字符而不是按长度单位截断文字', 'Cut texts between characters, not between their halves'],
    );
  }

  private stop(zh: string, en: string): undefined {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = this.at - before.lastIndexOf('\n');
    this.stopped = true;
    this.findings.add(
      'PAYDATA-JSON',
      'structure',
      '',
      [`第 ${line} 行第 ${column} 列：${zh}`, `Line ${line}, column ${column}: ${en}`],
      ['按 RFC 8259 生成 JSON', 'Write JSON as RFC 8259 has it'],
    );
    return undefined;
  }

  private stopLarge(zh: string, en: string): undefined {
    this.stopped = true;
    this.findings.add(
      'PAYDATA-TOO-LARGE',
      'structure',
      '',
      [zh, en],
      ['按公告的结构填写', 'Keep to the shape of the notice'],
    );
    return undefined;
  }
}
