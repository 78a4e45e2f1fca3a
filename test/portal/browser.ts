import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

/** A browser that is on this machine and how to start it. */
export interface FoundBrowser {
  readonly name: 'debian' | 'package';
  readonly executablePath: string;
  readonly args: readonly string[];
  /** On top of this process's own. */
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/** The package holds one binary only. */
export const packageFits = process.platform === 'linux' && process.arch === 'x64';

const debian = '/usr/bin/chromium';

/** It looks at our own pages only, and root and containers have no sandbox to offer; it calls nobody. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A dot that pulses in every open tab is drawn sixty times a second, by the processor.
  '--force-prefers-reduced-motion',
  // Scripts of pages are compiled and their memory tidied on threads of their own, for which a machine of two cores has none.
  '--js-flags=--single-threaded',
];

/** Debian's `chromium` where it is installed, else the browser inside an npm package. */
async function findBrowser(): Promise<FoundBrowser> {
  if (existsSync(debian)) return { name: 'debian', executablePath: debian, args, env: {} };
  if (!packageFits)
    throw new Error(`No browser for ${process.platform} ${process.arch}: install Debian's chromium.`);
  return packagedBrowser();
}

export async function launchBrowser(found?: FoundBrowser): Promise<Browser> {
  const { executablePath, args, env } = found ?? (await findBrowser());
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const start = (): Promise<Browser> =>
    chromium.launch({
      executablePath,
      args: [...args],
      env: { ...Object.fromEntries(inherited), ...env },
    });
  // It has been seen to die while starting, by a fault of its own.
  return start().catch(start);
}

/**
 * Unpacks @sparticuz/chromium beside node_modules' other caches, once. Its own door unpacks into the shared /tmp and
 * leaves out the libraries (NSS, NSPR, expat) that a fresh Debian lacks, as it expects to run elsewhere.
 */
export async function packagedBrowser(): Promise<FoundBrowser> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const parts = join(dirname(entry), '../../bin');
  const { version } = JSON.parse(await readFile(join(dirname(entry), '../../package.json'), 'utf8')) as {
    version: string;
  };
  const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(parts, cache, home);
  return {
    name: 'package',
    executablePath: join(home, 'chromium'),
    args,
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
  };
}

/** Into a folder of its own, then renamed: two test runs at once never see half a browser. */
async function unpack(parts: string, cache: string, home: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'chromium-'));
  try {
    await inflate(join(parts, 'chromium.br'), join(folder, 'chromium'));
    await chmod(join(folder, 'chromium'), 0o755);
    for (const name of ['al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
      const archive = join(folder, name);
      await inflate(join(parts, `${name}.br`), archive);
      await run('tar', ['-xf', archive, '-C', folder]);
      await rm(archive);
    }
    await writeFile(join(folder, 'fonts.conf'), fontsAround(home));
    await rename(folder, home);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

const inflate = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));

/** The package's one Latin face, and whatever the machine has, Chinese faces above all. */
const fontsAround = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${home}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`;
