import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freePort } from '../../platform/channels/testing/free-ports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
/** The page asks for both; a machine that has neither cannot follow it. */
const canFollow = ['bash', 'curl'].every((program) => spawnSync(program, ['--version']).status === 0);

/** Should the page not come to its end, what it has started must. */
const TIDY = "trap 'kill $(jobs -p) 2> /dev/null || true' EXIT";

it.skipIf(!canFollow)(
  'the page of five minutes, followed to the letter, ends with two released lists and nothing running',
  async () => {
    const page = await readFile(join(root, 'docs/guides/five-minutes.md'), 'utf8');
    const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
    expect(blocks.length).toBeGreaterThanOrEqual(8);
    const data = await mkdtemp(join(tmpdir(), 'chama-five-'));
    // PostgreSQL does not run as root, and its own user must be able to enter.
    await chmod(data, 0o755);
    const port = await freePort();
    try {
      const env = { ...process.env, PORT: String(port), CHAMA_DATA: data };
      const { stdout } = await run('bash', ['-e', '-c', [TIDY, ...blocks].join('\n')], {
        cwd: root,
        env,
        timeout: 240_000,
      });
      expect(stdout).toContain(
        '{"state":"released","returnStatus":"800","returnInfo":"[Code:2600;Desc:放行]"',
      );
      const receipts = stdout.trimEnd().split('\n').slice(-6);
      expect(receipts.map((line) => line.split(' ')[0])).toEqual(['2', '120', '800', '2', '120', '800']);
      await expect(fetch(`http://127.0.0.1:${port}/api/health`)).rejects.toThrow('fetch failed');
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  },
  300_000,
);
