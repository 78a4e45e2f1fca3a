import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import { errorCatalogue, meaningsOf } from './catalogue.ts';
import { FAILURES } from './entry.ts';
import { readReturnInfo, returnInfo } from './return-info.ts';
import { statusesOf } from './statuses-of-receipts.ts';

/** Codes this platform itself answers with. */
const EMITTED = [
  ...['-301002', '-301008', '-301009', '-301010', '-301011', '-301012', '-301013', '-301014'],
  ...['-401006', '-401007', '-401009', '-401012', '-504011', '-504012', '-504014', '-504015'],
  ...['-621001', '-621004', '-621005', '-621011', '-621012', '-621018', '-621027'],
  ...['1200', '1311', '1313', '1320', '1322', '1327', '1332', '1800', '2600', '13035', '13127', '130126'],
];
const STATUSES = [
  '1',
  '2',
  '3',
  '4',
  '100',
  '120',
  '300',
  '399',
  '500',
  '501',
  '502',
  '503',
  '599',
  '600',
  '700',
  '800',
  '899',
];

describe('the catalogue of codes', () => {
  it('explains every code in both languages', () => {
    for (const { code, text, cause, remedy, source } of errorCatalogue) {
      for (const { zh, en } of [text, cause, remedy]) {
        expect(zh, code).toMatch(/\p{Script=Han}/u);
        expect(en, code).toMatch(/[a-z]/);
        expect(en, code).not.toMatch(/\p{Script=Han}/u);
      }
      expect(source).not.toBe('');
    }
  });

  it('explains the codes this platform answers with in words of their own', () => {
    const shared = new Set<string>(Object.values(FAILURES).map(([cause]) => cause));
    for (const code of EMITTED) {
      expect(
        meaningsOf(code).some(({ cause }) => !shared.has(cause.zh)),
        code,
      ).toBe(true);
    }
  });

  it('knows every status of the receipts', () => {
    for (const status of STATUSES) {
      expect(meaningsOf(status)[0]?.family, status).toBe('status');
    }
  });

  it('gives the two codes the standard uses twice both their meanings', () => {
    expect(meaningsOf('-621027')).toHaveLength(2);
    expect(meaningsOf('-625022')).toHaveLength(2);
    expect(meaningsOf('-1')).toEqual([]);
    expect(meaningsOf('4711')).toEqual(meaningsOf('4000-9999'));
    expect(meaningsOf('4711')).toHaveLength(1);
  });
});

describe.skipIf(!officialPresent)('the catalogue and the published list', () => {
  interface Listed {
    readonly business: readonly { readonly code: string }[];
    readonly dxpPlatform: readonly { readonly code: string }[];
    readonly observedInPractice: readonly { readonly code: string }[];
    readonly customsAuditDescInReturnInfo: readonly { readonly pattern: string }[];
  }
  interface Element {
    readonly name: string;
    readonly elements?: readonly Element[];
    readonly statusValues?: readonly string[];
  }
  const statusField = (elements: readonly Element[]): Element | undefined =>
    elements
      .flatMap((element) => [element, ...(element.elements ?? [])])
      .find(({ name }) => name === 'returnStatus');

  it('name the same codes as often', () => {
    const listed: Listed = JSON.parse(readFileSync(join(OFFICIAL, 'errors.json'), 'utf8'));
    const published = [...listed.business, ...listed.dxpPlatform].map(({ code }) => code);
    const ours = errorCatalogue
      .filter(({ family }) => !['status', 'customs', 'format'].includes(family))
      .map(({ code }) => code);
    expect(ours.toSorted()).toEqual(published.toSorted());
  });

  it('know what is seen in practice, and the words customs puts into returnInfo', () => {
    const { observedInPractice, customsAuditDescInReturnInfo }: Listed = JSON.parse(
      readFileSync(join(OFFICIAL, 'errors.json'), 'utf8'),
    );
    for (const { code } of observedInPractice) expect(meaningsOf(code), code).not.toEqual([]);
    for (const { pattern } of customsAuditDescInReturnInfo) {
      const [result] = readReturnInfo(pattern);
      expect(meaningsOf(result?.code ?? '')[0]?.family, pattern).toBe('customs');
    }
  });

  it('name the same statuses for each receipt', () => {
    const { messages }: { messages: Record<string, { elements: Element[] }> } = JSON.parse(
      readFileSync(join(OFFICIAL, 'messages.json'), 'utf8'),
    );
    for (const [root, { elements }] of Object.entries(messages)) {
      const published = statusField(elements)?.statusValues ?? [];
      expect(statusesOf(root).toSorted(), root).toEqual(published.toSorted());
    }
  });
});

describe('the result inside returnInfo', () => {
  it('is written as customs writes it', () => {
    expect(returnInfo('1322', '订单清单表体商品项不一致')).toBe('[Code:1322;Desc:订单清单表体商品项不一致]');
  });

  it('is read with any capitals, several at once, among other text', () => {
    expect(readReturnInfo('退单[code:13035;Desc:支付企业不一致];[Code:1313;Desc:]')).toEqual([
      { code: '13035', description: '支付企业不一致' },
      { code: '1313', description: '' },
    ]);
    expect(readReturnInfo('清单新增申报成功[guid]')).toEqual([]);
  });

  it('fits into returnInfo and is read back, whatever the description', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (description) => {
        const written = returnInfo('1322', description);
        expect([...written].length).toBeLessThanOrEqual(1000);
        expect(readReturnInfo(written)).toHaveLength(1);
      }),
    );
  });
});
