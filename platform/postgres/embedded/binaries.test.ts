import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reachableBinaries } from './binaries.ts';

const run = promisify(execFile);
const ourselves = { identity: {}, name: 'self' };

let folder: string;
let native: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-binaries-'));
  await chmod(folder, 0o755);
  const { postgres } = await reachableBinaries(folder, ourselves);
  const packaged = join(dirname(postgres), '..', '..');
  native = join(folder, 'package', 'native');
  await cp(packaged, dirname(native), { recursive: true, verbatimSymlinks: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function links(): Promise<string[]> {
  const listed: { target: string }[] = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  return listed.map(({ target }) => join(dirname(native), target));
}

describe('the programs of PostgreSQL', () => {
  test('run where the package’s install script was refused: the missing links are made', async () => {
    for (const link of await links()) await rm(link, { force: true });
    const { postgres } = await reachableBinaries(folder, ourselves, native);
    expect(dirname(postgres)).toBe(join(native, 'bin'));
    for (const link of await links()) expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  test.runIf(process.getuid?.() === 0)('are copied where their user cannot reach them', async () => {
    const nobody = { identity: { uid: 65_534, gid: 65_534 }, name: 'nobody' };
    await chmod(dirname(native), 0o700);
    const home = join(folder, 'home');
    const { postgres, initdb } = await reachableBinaries(home, nobody, native);
    expect(postgres.startsWith(join(home, 'postgresql-'))).toBe(true);
    const answer = await run(initdb, ['--version'], { ...nobody.identity, cwd: '/' });
    expect(answer.stdout).toContain('PostgreSQL');
    expect(await reachableBinaries(home, nobody, native)).toEqual({ postgres, initdb });
    expect(await readdir(home)).toHaveLength(1);
  });
});
