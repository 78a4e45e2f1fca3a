import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CopyText, type CopyValue } from './copy-text.ts';

/** What PostgreSQL makes of the text: rows of texts and nulls. */
function read(chunks: readonly Buffer[]): (string | null)[][] {
  const meanings: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
  return Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      line
        .split('\t')
        .map((text) =>
          text === '\\N' ? null : text.replace(/\\(.)/g, (_, found: string) => meanings[found] ?? found),
        ),
    );
}

describe('rows for COPY', () => {
  test('come out as they went in, whatever characters they hold', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[\\\t\n\rnN.x茶]*$/),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 50 });
    fc.assert(
      fc.property(rows, (given) => {
        const whole = new CopyText();
        const single = new CopyText();
        for (const row of given) {
          whole.row(row);
          for (const value of row) single.add(value);
          single.end();
        }
        expect(whole.rows).toBe(given.length);
        const chunks = whole.take();
        expect(read(chunks)).toEqual(given);
        expect(Buffer.concat(single.take())).toEqual(Buffer.concat(chunks));
      }),
    );
  });

  test('know numbers, truth, moments, bytes and absence', () => {
    const row: CopyValue[] = [
      1.5,
      9007199254740993n,
      true,
      false,
      new Date(0),
      new Uint8Array([0, 255]),
      undefined,
    ];
    const text = new CopyText();
    text.row(row);
    expect(text.take().toString()).toBe(
      '1.5\t9007199254740993\tt\tf\t1970-01-01T00:00:00.000Z\t\\\\x00ff\t\\N\n',
    );
  });

  test('are cut into chunks, and taken once', () => {
    const text = new CopyText();
    for (let place = 0; place < 3; place += 1) text.row(['a'.repeat(70_000)]);
    expect(text.take()).toHaveLength(3);
    expect(text.rows).toBe(0);
    expect(text.take()).toEqual([]);
  });
});
