import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import * as map from '../../architecture.mjs';
import { innocentTree, plants } from './plants.ts';
import { root, sourceFiles } from './tree.ts';

const roots = ['modules', 'platform', 'apps', 'test', 'bin', 'tools'];
const CODE = /[.](ts|tsx|mjs)$/;

const mirrors: string[] = [];
afterAll(() => {
  for (const mirror of mirrors) rmSync(mirror, { recursive: true });
});

describe('the rules of architecture.mjs', () => {
  it('hold in the whole tree, and the linter has really read it', async () => {
    const { summary, modules } = await wholeTree();
    expect(summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`)).toEqual([]);

    const read = new Set(modules.map((module) => module.source));
    const written = sourceFiles().filter(
      (path) => CODE.test(path) && roots.includes(path.split('/')[0] ?? ''),
    );
    const seen = written.filter((path) => read.has(path));
    expect(seen.length / written.length).toBeGreaterThan(0.95);
    const crossings = modules.flatMap((module) =>
      module.dependencies.filter((it) => it.module.startsWith('#')),
    );
    expect(crossings.length).toBeGreaterThan(10);
    // The whole tree is read; on a busy machine that takes its time.
  }, 120_000);

  it('allow nothing that is not used', async () => {
    const { modules } = await wholeTree();
    const working = modules.filter(({ source }) => !/[.]test[.]ts$|[/]testing/.test(source));
    const crossings = working.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [partOf(source), partOf(resolved)].join(' → ')),
    );
    const used = new Set(crossings);
    const allowed = Object.entries({ ...map.platform, ...map.modules, ...map.apps }).flatMap(
      ([name, { uses }]) => uses.map((use) => `${name} → ${use}`),
    );
    expect(allowed.filter((crossing) => !used.has(crossing))).toEqual([]);
  });

  it('let a tree pass that uses all the map allows and no more', async () => {
    const { summary } = await cruise(mirrorOf(innocentTree()), ['modules', 'platform', 'apps']);
    expect(summary.violations.map((it) => `${it.rule.name}: ${it.from} → ${it.to}`)).toEqual([]);
  });

  it('each catch the violation planted for it', async () => {
    const sins = Object.assign({}, ...plants.map(({ file, code, also }) => ({ [file]: code, ...also })));
    const { summary } = await cruise(mirrorOf({ ...innocentTree(), ...sins }), [
      'modules',
      'platform',
      'apps',
    ]);
    const caught = new Set(summary.violations.map((it) => `${it.rule.name} in ${it.from}`));
    expect(
      plants.map(({ rule, file }) => `${rule} in ${file}`).filter((plant) => !caught.has(plant)),
    ).toEqual([]);
  });

  it('have each a planted violation and a sentence that tells the offender what to do', () => {
    const planted = new Set(plants.map(({ rule }) => rule));
    const rules = config.forbidden ?? [];
    expect(rules.map(({ name }) => name).filter((name) => name === undefined || !planted.has(name))).toEqual(
      [],
    );
    for (const { comment } of rules) expect(comment).toMatch(/^\S.{40,}[.]$/s);
    for (const { severity } of rules) expect(severity).toBe('error');
  });
});

let cruised: Promise<ICruiseResult> | undefined;

function wholeTree(): Promise<ICruiseResult> {
  cruised ??= cruise(root, roots);
  return cruised;
}

/** `tax` of `modules/tax/domain/rates.ts`. */
function partOf(path: string): string | undefined {
  return /^(?:modules|platform|apps)\/([^/]+)\//.exec(path)?.[1];
}

function mirrorOf(files: Record<string, string>): string {
  const mirror = mkdtempSync(join(tmpdir(), 'chama-architecture-'));
  mirrors.push(mirror);
  for (const name of ['package.json', 'tsconfig.json', 'architecture.mjs', '.dependency-cruiser.mjs']) {
    cpSync(join(root, name), join(mirror, name));
  }
  symlinkSync(join(root, 'node_modules'), join(mirror, 'node_modules'));
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(mirror, path)), { recursive: true });
    writeFileSync(join(mirror, path), `${code}\nexport {};\n`);
  }
  return mirror;
}

async function cruise(folder: string, folders: string[]): Promise<ICruiseResult> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...folders];
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 });
  // The program's exit code counts the violations; what it found stands in its output all the same.
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ICruiseResult;
}
