import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '#kernel';
import { loadRefundRates } from '../../../refunds/wiring.ts';
import { loadTaxBook } from '../../../tax/wiring.ts';
import { openAdviserBook } from '../../wiring.ts';
import { type Advice, advise } from './advise.ts';
import { CRITERIA } from './criteria.ts';
import { describeAdvice } from './describe.ts';
import type { Question } from './question.ts';
import { readQuestion } from './read-question.ts';

const book = openAdviserBook({ ...loadTaxBook(), refunds: loadRefundRates() });
const around = { day: '2026-05-01', district: '8600' };
const CASES = new URL('../../../../contracts/advice-cases.json', import.meta.url);
const cases: { id: string; title: string; source: string; question: object; expected: Expected }[] =
  JSON.parse(readFileSync(CASES, 'utf8')).cases;

interface Expected {
  readonly advised: string | null;
  readonly lawful: readonly string[];
  readonly unlawful: readonly string[];
  readonly missing: readonly string[];
}

function ask(question: object): Advice {
  const read = readQuestion(question, around);
  if (read.question === undefined) throw new Error(JSON.stringify(read.findings));
  return advise(read.question, book);
}

describe('the cases that are published', () => {
  test('there are at least thirty, each with a source', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(cases.filter(({ source }) => !/^R-\d/.test(source))).toEqual([]);
  });

  test.each(cases.map((one) => [`${one.id} ${one.title}`, one] as const))('%s', (_name, one) => {
    const advice = ask(one.question);
    const modes = (verdict: string) =>
      advice.modes.filter((mode) => mode.verdict === verdict).map(({ mode }) => mode);
    expect(advice.advised ?? null).toBe(one.expected.advised);
    expect(modes('lawful')).toEqual(one.expected.lawful);
    expect(modes('unlawful')).toEqual(one.expected.unlawful);
    expect(advice.missing).toEqual(one.expected.missing);
  });
});

const EXPORT: Question = {
  direction: 'export',
  day: '2026-05-01',
  district: '8600',
  buyer: 'consumer',
  stock: 'china',
  platformOrder: true,
  registered: true,
  licence: false,
  inspection: false,
  exportDuty: false,
  pilotZone: true,
  goods: { hs: '0902303100', value: parseDecimal('4800') },
};
const IMPORT: Question = {
  direction: 'import',
  day: '2026-05-01',
  buyer: 'consumer',
  stock: 'abroad',
  platformOrder: true,
  registered: true,
  licence: false,
  goods: { hs: '1901101090', value: parseDecimal('300') },
};
const of = (advice: Advice, mode: string) => advice.modes.find((one) => one.mode === mode);

describe('advice', () => {
  test('says of every mode which criteria hold, with rule, source and confidence', () => {
    const { modes } = describeAdvice(advise(EXPORT, book));
    for (const { criteria } of modes) {
      expect(criteria.length).toBeGreaterThan(0);
      for (const { rule, source, sentence } of criteria) {
        expect([rule, source, sentence.zh, sentence.en].every((text) => text !== '')).toBe(true);
      }
    }
    const against = of(advise(EXPORT, book), '9710')?.criteria.filter(({ holds }) => holds === 'no');
    expect(against?.map(({ row }) => row.code)).toEqual(['MODE-9710-E-FIRM']);
  });

  test('compares what retail import and general trade cost in tax', () => {
    const advice = advise({ ...IMPORT, importer: true }, book);
    expect(describeAdvice(advice).modes.slice(0, 2)).toMatchObject([
      { mode: '9610', verdict: 'lawful', importTax: { duty: '0.00', vat: '27.30', total: '27.30' } },
      { mode: '0110', verdict: 'lawful', importTax: { duty: '15.00', vat: '40.95', total: '55.95' } },
    ]);
  });

  test('asks for papers that the wish for a refund or a declaration brings', () => {
    const papers = (question: Question) => of(advise(question, book), '9610')?.papers.map(({ code }) => code);
    expect(papers(EXPORT)).toEqual(['order', 'waybill', 'list']);
    expect(papers({ ...EXPORT, refund: true })).toEqual(['order', 'waybill', 'list', 'summary', 'invoice']);
  });

  test('gives every mode papers and time', () => {
    for (const question of [EXPORT, IMPORT]) {
      for (const mode of advise(question, book).modes) {
        expect(mode.papers.length, mode.mode).toBeGreaterThan(0);
        expect(mode.hours, mode.mode).toBeGreaterThan(0n);
      }
    }
  });

  test('is the same for the same question', () => {
    expect(advise(EXPORT, book)).toEqual(advise(EXPORT, book));
  });

  test('no code of a criterion is used twice', () => {
    const codes = CRITERIA.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a question that cannot be read', () => {
  test('gives all its findings, each with its field', () => {
    const { findings } = readQuestion(
      {
        direction: 'sideways',
        buyer: 'robot',
        refund: 'maybe',
        goods: { value: '-1', hs: 'x' },
        colour: 'red',
      },
      around,
    );
    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'ADVICE-UNKNOWN-FIELD colour',
      'ADVICE-VALUE direction',
      'ADVICE-VALUE buyer',
      'ADVICE-VALUE refund',
      'ADVICE-VALUE goods.value',
      'ADVICE-VALUE goods.hs',
    ]);
    for (const { message, remedy } of findings) {
      expect([message.zh, message.en, remedy.zh, remedy.en].every((text) => text !== '')).toBe(true);
    }
  });

  test('what must be said is asked for; what is no object at all is told', () => {
    expect(readQuestion({}, around).findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'ADVICE-MISSING direction',
      'ADVICE-MISSING goods.value',
    ]);
    expect(readQuestion(null, around).findings).toHaveLength(1);
  });

  test('a place of the other direction is no answer', () => {
    const question = { direction: 'import', stock: 'china', goods: { value: 1 } };
    expect(readQuestion(question, around).findings.map(({ path }) => path)).toEqual(['stock']);
  });
});
