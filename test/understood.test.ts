import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { root } from './architecture/tree.ts';

test.each([
  ['test/fuzz/fuzz.ts', ['--nope'], '--nope'],
  ['test/fuzz/fuzz.ts', ['--count', '0'], '--count is a whole number from 1, not 0.'],
  ['test/load/bench.ts', ['--nope'], '--nope'],
])('%s %j is answered with one sentence and ends with 2', { timeout: 60_000 }, (script, words, complaint) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(complaint)]);
});
