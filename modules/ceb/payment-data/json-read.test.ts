import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JSON_LIMITS, readJson } from './json-read.ts';
import type { JsonValue } from './json-value.ts';
import { PaymentFindings } from './payment-finding.ts';

function read(text: string): { value: JsonValue | undefined; codes: string[] } {
  const findings = new PaymentFindings();
  const value = readJson(text, findings);
  return { value, codes: findings.list.map(({ code }) => code) };
}

/** What `JSON.parse` would have made of it. */
function plain(value: JsonValue): unknown {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return Number(value.text);
    case 'array':
      return value.items.map(plain);
    case 'object':
      return Object.fromEntries([...value.members].map(([name, inner]) => [name, plain(inner)]));
    default:
      return JSON.parse(value.kind);
  }
}

describe('JSON', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'), (json, indent) => {
        const parsed: unknown = JSON.parse(json);
        const { value, codes } = read(JSON.stringify(parsed, undefined, indent));
        expect(codes.filter((code) => code !== 'PAYDATA-CHARACTER')).toEqual([]);
        // A name like __proto__ is a name here.
        expect(value && JSON.stringify(plain(value))).toBe(JSON.stringify(parsed));
      }),
    );
  });

  test('is taken exactly where JSON.parse takes it, whatever is typed', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '"',
      '\\n',
      '\\u12',
      '\n',
      '+',
      '01',
      '\ufeff',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        let good = true;
        try {
          JSON.parse(text);
        } catch {
          good = false;
        }
        expect([text, read(text).value !== undefined]).toEqual([text, good]);
      }),
      { numRuns: 5_000 },
    );
  });

  test('knows where each value stands', () => {
    const text = ' {"a" : [ 5.0 , "x"] }';
    const { value } = read(text);
    const list = value?.kind === 'object' ? value.members.get('a') : undefined;
    expect(list && text.slice(list.start, list.end)).toBe('[ 5.0 , "x"]');
  });
});

describe('hostile JSON', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'PAYDATA-JSON'],
    ['a string that never ends', `"${'a'.repeat(1_000_000)}`, 'PAYDATA-JSON'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'PAYDATA-TOO-LARGE'],
    ['a hundred thousand objects', '{"a":'.repeat(100_000), 'PAYDATA-TOO-LARGE'],
    ['a million numbers', `[${'1,'.repeat(999_999)}1]`, 'PAYDATA-TOO-LARGE'],
    ['more text than a payment has', ' '.repeat(JSON_LIMITS.characters + 1), 'PAYDATA-TOO-LARGE'],
    ['a number of a million digits and a letter', `${'1'.repeat(1_000_000)}x`, 'PAYDATA-JSON'],
    ['a line end in a string', '"a\nb"', 'PAYDATA-JSON'],
    ['an escape there is not', '"\\x41"', 'PAYDATA-JSON'],
    ['a comment', '/* */ 1', 'PAYDATA-JSON'],
    ['two values', '{} {}', 'PAYDATA-JSON'],
    ['NaN', 'NaN', 'PAYDATA-JSON'],
  ])('%s is refused with one finding', (_what, text, code) => {
    expect(read(text)).toEqual({ value: undefined, codes: [code] });
  });

  test('with a thousand names twice gives a hundred findings and one that there are more', () => {
    const { codes } = read(`{${'"a":1,'.repeat(1_000)}"b":2}`);
    expect(codes).toHaveLength(101);
    expect(codes.at(-1)).toBe('PAYDATA-MANY');
  });

  test('names line and column', () => {
    const findings = new PaymentFindings();
    readJson('{\n  "a": 1,\n  b: 2\n}', findings);
    expect(findings.list[0]?.message.en).toBe(
      'Line 3, column 3: A field name in double quotes is expected here',
    );
  });
});
