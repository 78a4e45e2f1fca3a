import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const bench = fileURLToPath(new URL('bench.ts', import.meta.url));

test('a small month of export lists is summed up, and its proof holds', { timeout: 90_000 }, async () => {
  const { stdout } = await run(process.execPath, [bench, '--only', 'summary', '--json', '--lists', '1000']);
  const figures = JSON.parse(stdout) as Record<string, unknown>;
  for (const name of ['listsPerSecond', 'seconds', 'closedPerSecond'])
    expect(figures[name], name).toBeGreaterThan(0);
  expect(figures).toMatchObject({ lists: 1_000, proofHolds: true, summaries: expect.any(Number) });
  expect(figures.summaries).toBeGreaterThan(12);
});

test.each([
  ['imports', []],
  ['exports', ['--only', 'export']],
])(
  'a short bench of %s reports every figure, and no list is left without its final receipt',
  {
    timeout: 90_000,
  },
  async (_what, only) => {
    const { stdout } = await run(process.execPath, [bench, '--json', '--seconds', '0.3', ...only]);
    const figures = JSON.parse(stdout) as Record<string, unknown>;
    const positive = [
      ...['dossiersPerSecond', 'copyPerSecond', 'ratio', 'p50Ms', 'p99Ms', 'dossiers', 'seconds'],
      'quietMedianMs',
    ];
    for (const name of positive) expect(figures[name], name).toBeGreaterThan(0);
    expect(figures).toMatchObject({
      unanswered: 0,
      cpuMicros: { node: expect.any(Number), postgres: expect.any(Number) },
      decoding: { decodePerSecond: expect.any(Number), libxml2XsdPerSecond: expect.any(Number) },
      machine: expect.stringContaining('Node 24'),
    });
    const statuses = figures.statuses as Record<string, number>;
    expect(Object.keys(statuses)).toContain('800');
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(figures.dossiers);
  },
);
