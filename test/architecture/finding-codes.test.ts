import { describe, expect, test } from 'vitest';
import { FINDING_FAMILIES } from '../../apps/cli/finding-codes.ts';
import { sourceFiles, textOf } from './tree.ts';

const listed = FINDING_FAMILIES.flatMap(({ codes }) => codes);
const FAMILIES = [
  'ABROAD',
  'ADVICE',
  'BONDED',
  'BULK',
  'CANCEL',
  'CEB',
  'CENTRE',
  'CERT',
  'CONSENT',
  'DISPLAY',
  'DUTY',
  'DXP',
  'ENTRY',
  'EXCHANGE',
  'GATE',
  'GUARANTEE',
  'INSPECT',
  'LINK',
  'LOGIN',
  'PASSWORD',
  'PAYDATA',
  'REFUND',
  'REG',
  'RETURN',
  'ROAD',
  'SHEET',
  'SIG',
  'TAX',
];
const FAMILY = new RegExp(`'((?:${FAMILIES.join('|')})-[A-Z][A-Z0-9-]*)'`, 'g');

/** What the sources emit, without tests and the demo that expects them, and without the tables and unions that only name the codes. */
function emitted(): Set<string> {
  const sources = sourceFiles().filter(
    (path) =>
      /^(modules|apps|platform)\/.*[.]tsx?$/.test(path) &&
      !/[.]test[.]tsx?$|\/testing\/|^apps\/demo\/|-codes[.]ts$|[.]gen[.]ts$/.test(path),
  );
  const texts = sources.map((path) => textOf(path).replace(/^(export )?type \w+ =[^;]*;/gm, ''));
  return new Set(texts.flatMap((text) => [...text.matchAll(FAMILY)].map(([, code = '']) => code)));
}

describe('the codes of our own findings', () => {
  test('are listed when the sources give them, and given when they are listed', () => {
    expect(listed.map(({ code }) => code).sort()).toEqual([...emitted()].sort());
  });

  test('each stand in one table alone', () => {
    const codes = listed.map(({ code }) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  test('say what is wrong and what to do in Chinese and English', () => {
    for (const { code, levels, text, remedy } of listed) {
      expect(levels.length, code).toBeGreaterThan(0);
      for (const part of [text, remedy]) {
        expect(part.zh, code).toMatch(/[\u4e00-\u9fff]/);
        expect(part.en, code).toMatch(/^[^\u4e00-\u9fff]{10,}/);
      }
    }
  });
});
