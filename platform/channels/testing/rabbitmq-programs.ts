import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the programs of a broker lie. */
export interface BrokerPrograms {
  /** The script that starts it as whoever calls it. */
  readonly server: string;
  /** Folder with `erl` and `epmd`. */
  readonly erlang: string;
}

/** Where Debian's packages put them. Its `/usr/sbin/rabbitmq-server` starts only as root, so it is passed over. */
const SERVER = 'usr/lib/rabbitmq/bin/rabbitmq-server';
const ERLANG = 'usr/lib/erlang/bin';

/** Longest time for one call of apt, milliseconds. */
const APT_MS = 300_000;

/**
 * The broker of this machine, or Debian's packages fetched by `apt-get download` and unpacked into a folder: nothing
 * is installed, and nothing needs root.
 * @throws Error with the reason in one line where neither can be had.
 */
export async function brokerPrograms(cache: string): Promise<BrokerPrograms> {
  const installed = await installedPrograms();
  if (installed !== undefined) return installed;
  const kept = programsUnder(cache);
  if (kept !== undefined) return kept;
  await fetchPackages(cache);
  const fetched = programsUnder(cache);
  if (fetched === undefined)
    throw new Error('the packages do not hold the programs where they are looked for');
  return fetched;
}

function programsUnder(root: string): BrokerPrograms | undefined {
  const programs = { server: join(root, SERVER), erlang: join(root, ERLANG) };
  return existsSync(programs.server) && existsSync(join(programs.erlang, 'erl')) ? programs : undefined;
}

async function installedPrograms(): Promise<BrokerPrograms | undefined> {
  const debian = programsUnder('/');
  if (debian !== undefined) return debian;
  const folders = (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => folder !== '' && !folder.endsWith('sbin'));
  const server = folders.map((folder) => join(folder, 'rabbitmq-server')).find((path) => existsSync(path));
  const erlang = folders.find(
    (folder) => existsSync(join(folder, 'erl')) && existsSync(join(folder, 'epmd')),
  );
  return server !== undefined && erlang !== undefined ? { server, erlang } : undefined;
}

async function fetchPackages(cache: string): Promise<void> {
  const packages = await packageNames();
  await mkdir(join(cache, '..'), { recursive: true });
  const work = await mkdtemp(`${cache}.new-`);
  try {
    await apt('apt-get', ['download', ...packages], work);
    const root = join(work, 'root');
    for (const file of (await readdir(work)).filter((name) => name.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(work, file), root], { timeout: APT_MS });
    }
    await moveErlang(root, cache);
    await rename(root, cache);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The broker and every package of Erlang it stands on; libraries of the system are there on any Debian. */
async function packageNames(): Promise<string[]> {
  const only = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
    (it) => `--no-${it}`,
  );
  const listed = await apt('apt-cache', ['depends', '--recurse', ...only, 'rabbitmq-server'], '.');
  const erlang = listed.split('\n').filter((line) => /^erlang-[\w-]+$/.test(line));
  if (erlang.length === 0) throw new Error('apt knows no package rabbitmq-server; run apt-get update first');
  return ['rabbitmq-server', ...new Set(erlang)];
}

async function apt(program: string, args: readonly string[], folder: string): Promise<string> {
  try {
    const { stdout } = await run(program, [...args], { cwd: folder, timeout: APT_MS, maxBuffer: 1 << 26 });
    return stdout;
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    throw new Error(code === 'ENOENT' ? `there is no ${program} here` : `${program} ${args[0]} failed`, {
      cause: fault,
    });
  }
}

/** Erlang's own script holds the folder it was packed for. */
async function moveErlang(root: string, home: string): Promise<void> {
  const script = join(root, ERLANG, 'erl');
  const text = await readFile(script, 'utf8');
  await writeFile(script, text.replaceAll('/usr/lib/erlang', join(home, 'usr/lib/erlang')));
}
