import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { adviseCommand } from './advise.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-advise-'));
afterAll(() => rmSync(folder, { recursive: true }));
const PUBLISHED = new URL('../../contracts/advice-cases.json', import.meta.url).pathname;

async function run(
  content: unknown,
  ...options: string[]
): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, 'question.json');
  writeFileSync(file, JSON.stringify(content));
  return runWith([file, ...options]);
}

async function runWith(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const caught = { out: '', err: '' };
  const catching = (to: 'out' | 'err') => (text: unknown) => {
    caught[to] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'));
  try {
    return { code: await adviseCommand(args), ...caught };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const PARCEL = {
  direction: 'export',
  buyer: 'consumer',
  stock: 'china',
  platformOrder: true,
  registered: true,
  licence: false,
  refund: false,
  zoneRegistered: true,
  day: '2026-05-01',
  goods: { hs: '0902303100', value: '4800' },
};

test('one line a published case, each answering as expected', async () => {
  const { code, out } = await runWith(['--json', PUBLISHED]);
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const { default: published } = await import('../../contracts/advice-cases.json', {
    with: { type: 'json' },
  });
  expect(lines.map(({ id, actual }) => ({ id, expected: actual }))).toEqual(
    published.cases.map(({ id, expected }) => ({ id, expected })),
  );
});

test('one question in words names the mode advised and why others are not lawful', async () => {
  const { code, out } = await run(PARCEL, '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain('★ 9610 lawful  exempt, 3 papers, about 252 h');
  expect(out).toContain('✗ the buyer is a firm abroad  (R-1.6)');
});

test('a question that cannot be read gives its findings in both languages, and the next case follows', async () => {
  const { code, out, err } = await run(
    {
      cases: [
        { id: 'A', question: {} },
        { id: 'B', question: PARCEL },
      ],
    },
    '--json',
  );
  expect(code).toBe(1);
  expect(err).toContain('A  ADVICE-MISSING  direction');
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines[0]).toMatchObject({
    id: 'A',
    findings: [{ code: 'ADVICE-MISSING' }, { code: 'ADVICE-MISSING' }],
  });
  expect(lines[1]).toMatchObject({ id: 'B', actual: { advised: '9610' } });
});

test('no file, or one that cannot be read, is a misuse', async () => {
  await expect(adviseCommand([])).rejects.toThrow('Usage');
  await expect(adviseCommand([join(folder, 'none.json')])).rejects.toThrow('cannot be read');
});
