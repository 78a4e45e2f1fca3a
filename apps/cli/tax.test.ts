import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { taxCommand } from './tax.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chama-tax-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file of this content and catches what it writes. */
async function run(
  content: unknown,
  ...options: string[]
): Promise<{ code: number; out: string[]; err: string }> {
  const file = join(folder, 'cases.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return runWith([file, ...options]);
}

async function runWith(args: string[]): Promise<{ code: number; out: string[]; err: string }> {
  const caught = { out: '', err: '' };
  const catching = (to: 'out' | 'err') => (text: unknown) => {
    caught[to] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'));
  try {
    const code = await taxCommand(args);
    return { code, out: caught.out.split('\n').filter((line) => line !== ''), err: caught.err };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const PLAIN = { hs: '1905310000', price: '30', qty: 1, vat: '0.13', mfn: '0' };

async function actual(input: object): Promise<Record<string, unknown>> {
  const { out, err } = await run({ import_cases: [{ id: 'A', input }] }, '--json');
  expect(err).toBe('');
  return JSON.parse(out[0] ?? '').actual;
}

test('one line a case, with the figures in the order of the case files', async () => {
  const { code, out } = await run(
    { import_cases: [{ id: 'TC-1', input: { lines: [PLAIN] } }], other_cases: [] },
    '--json',
  );
  expect(code).toBe(0);
  expect(out).toEqual([
    '{"id":"TC-1","actual":{"decision":"ACCEPT","factor":"0.7","dutiable_value":"30.00","lines":[{"hs":"1905310000","dutiable_value":"30.00","duty":"0.00","ct_statutory":"0.0000","ct":"0.00","vat_statutory":"3.9000","vat":"2.73","tax":"2.73"}],"duty":"0.00","ct":"0.00","vat":"2.73","tax_total":"2.73","actual_paid":"32.73","annual_used_after":"30.00"}}',
  ]);
});

describe('input is read generously', () => {
  test('numbers, texts, per cent and thousands separators mean the same', async () => {
    const spelt = { ...PLAIN, price: '1,500.00', qty: '2', vat: '13%' };
    const plain = { ...PLAIN, price: 1500, qty: 2, vat: 0.13 };
    expect(await actual({ lines: [spelt], freight: 15 })).toEqual(
      await actual({ lines: [plain], freight: '15' }),
    );
  });

  test('rates that are not given come from the tariff of the day', async () => {
    const line = { hs: '3304990029', price: '425', ct_qty: 20 };
    expect(await actual({ lines: [line], date: '2025-11-14' })).toMatchObject({ ct: '52.50', vat: '45.50' });
  });

  test('the kind of consumption tax may be left to its figures', async () => {
    const line = { ...PLAIN, price: '400', ct_qty: '0.7', ct: { rate: '0.20', per: '0.912' } };
    expect(await actual({ lines: [line] })).toMatchObject({ ct: '70.56', vat: '45.57' });
  });

  test('what was bought before counts to the yearly weight', async () => {
    const line = { ...PLAIN, hs: '1701991010', yearly_kg_limit: 2, kg: '1', yearly_kg_used: '1.5' };
    expect(await actual({ lines: [line] })).toEqual({
      decision: 'REJECT',
      reason: 'YEARLY_WEIGHT_LIMIT',
      dutiable_value: '30.00',
    });
  });

  test('a day before 2019 has the limits of its time', async () => {
    expect(await actual({ lines: [{ ...PLAIN, price: 2000.01 }], day: '2018-06-01' })).toMatchObject({
      factor: '1',
    });
  });

  test('a list of cases and a single case are read too', async () => {
    expect((await run([{ lines: [PLAIN] }, { lines: [PLAIN] }], '--json')).out).toHaveLength(2);
    expect((await run({ lines: [PLAIN] }, '--json')).out).toHaveLength(1);
  });
});

test('without --json the calculation is told step by step, in the languages asked for', async () => {
  const cases = { import_cases: [{ id: 'TC-1', title: 'biscuits', input: { lines: [PLAIN] } }] };
  const both = await run(cases);
  expect(both.out[0]).toMatch(/^TC-1 {2}biscuits/);
  expect(both.out.join('\n')).toContain('= 2.73');
  expect(both.out.some((line) => line.includes('完税价格'))).toBe(true);
  expect(both.out.some((line) => line.includes('Dutiable value'))).toBe(true);
  const english = await run(cases, '--lang', 'en');
  expect(english.out.some((line) => line.includes('完税价格'))).toBe(false);
});

describe('what cannot be read', () => {
  test('a bad case is named and does not keep the others from being computed', async () => {
    const cases = [
      { id: 'bad', input: { lines: [{ ...PLAIN, price: '-1' }] } },
      { id: 'good', input: { lines: [PLAIN] } },
    ];
    const { code, out, err } = await run({ import_cases: cases }, '--json');
    expect(code).toBe(1);
    expect(out.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['id', 'error'],
      ['id', 'actual'],
    ]);
    expect(err).toContain('bad.input.lines[0].price');
  });

  test.each<[string, unknown, RegExp]>([
    ['no lines', { import_cases: [{ id: 'A', input: {} }] }, /A.input lacks lines/],
    ['no VAT rate for an unknown code', [{ lines: [{ hs: '1', price: 1 }] }], /lacks vat/],
    ['a rate in per cent without its sign', [{ lines: [{ ...PLAIN, vat: 13 }] }], /must be a rate below 1/],
    ['an unknown kind of consumption tax', [{ lines: [{ ...PLAIN, ct: { type: 'x' } }] }], /is not known: x/],
    ['a day that is none', [{ day: '2025-02-30', lines: [PLAIN] }], /no valid day/],
    ['a day before the scheme', [{ day: '2014-01-01', lines: [PLAIN] }], /holds on 2014-01-01/],
    ['a case that is no object', [7], /is not an object/],
    ['text that is no JSON', '{', /is not JSON/],
  ])('%s', async (_name, content, message) => {
    const { code, err } = await run(content, '--json');
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  test('a missing file is one clear sentence', async () => {
    const { code, err } = await runWith([join(folder, 'none.json')]);
    expect(code).toBe(1);
    expect(err).toMatch(/^无法读取 .*\nCannot read .*\n$/);
  });

  test('no file, two files or an unknown language are misuse', async () => {
    expect((await runWith([])).code).toBe(2);
    expect((await runWith(['a', 'b'])).code).toBe(2);
    expect((await runWith(['a', '--lang', 'fr'])).code).toBe(2);
  });
});
