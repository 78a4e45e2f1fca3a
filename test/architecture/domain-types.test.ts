import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, sourceFiles } from './tree.ts';

const PURE = /^(platform\/kernel|modules\/ceb|modules\/[^/]+\/domain)\/.*[.]ts$/;

describe('the pure domain', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chama-domain-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.domain.json'])
      cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });

  it('is compiled without Node types, every file of it', async () => {
    const listed = await compile(root, '--listFilesOnly');
    const pure = sourceFiles().filter((path) => PURE.test(path) && !/[.]test[.]ts$|\/testing\//.test(path));
    expect(pure.length).toBeGreaterThan(10);
    expect(pure.filter((path) => !listed.includes(`${path}\n`))).toEqual([]);
  });

  it.each([
    ['process', 'export const home = process.env;'],
    ['Buffer', "export const bytes = Buffer.from('a');"],
    ['setTimeout', 'export const late = setTimeout;'],
    ['fetch', "export const page = fetch('http://localhost');"],
  ])('may not use %s', async (name, sin) => {
    for (const path of ['platform/kernel/sin.ts', 'modules/ceb/decode/sin.ts', 'modules/tax/domain/sin.ts']) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), sin);
      const output = await compile(folder);
      expect(output).toMatch(new RegExp(`^${path}.*Cannot find name '${name}'`, 'm'));
      writeFileSync(join(folder, path), 'export const innocent = 1;');
    }
    expect(await compile(folder)).toBe('');
  });
});

async function compile(folder: string, ...options: string[]): Promise<string> {
  const program = join(root, 'node_modules/.bin/tsc');
  const run = promisify(execFile)(program, ['-p', 'tsconfig.domain.json', ...options], { cwd: folder });
  // The compiler writes its findings to its output and says so by its exit code.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout;
}
