import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const bench = fileURLToPath(new URL('bench.ts', import.meta.url));

test('a bench of decoding alone reports every reader on every message, and needs no platform', async () => {
  const { stdout, stderr } = await run(process.execPath, [
    bench,
    '--only',
    'decode',
    '--json',
    '--seconds',
    '0.1',
  ]);
  const figures = JSON.parse(stdout) as Record<string, unknown>;
  const readers = ['decodePerSecond', 'libxml2XsdPerSecond', 'saxesPerSecond', 'ratio'];
  for (const name of [...readers, 'signedDocumentsPerSecond']) {
    expect(figures[name], name).toBeGreaterThan(0);
  }
  const cases = figures.cases as Record<string, unknown>[];
  expect(cases.map(({ name }) => name)).toEqual(['signed, 1', 'unsigned, 1', 'signed, 100', 'unsigned, 100']);
  for (const one of cases) for (const name of readers) expect(one[name], name).toBeGreaterThan(0);
  expect(stderr).not.toContain('platform');
});

test('a bench of something unknown is refused', async () => {
  await expect(run(process.execPath, [bench, '--only', 'nothing'])).rejects.toThrow('--only takes decode');
});
