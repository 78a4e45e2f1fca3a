import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type OutputChunk, type Plugin } from 'rolldown';
import manifest from '../package.json' with { type: 'json' };
import { writeDeclarations } from './library-declarations.ts';
import { root } from './root.ts';

/** What others import, by name, and the source it is made of. */
const ENTRIES: Readonly<Record<string, string>> = {
  ceb: 'apps/library/ceb.ts',
  client: 'apps/library/client.ts',
};

/**
 * Builds the package `chama` into a folder, which is emptied first: bundled JavaScript that imports nothing,
 * declarations, licences. Throws if the bundle would need a module of Node or a package.
 * @returns how many files of how many bytes it is.
 */
export async function buildLibrary(folder: string): Promise<{ files: number; bytes: number }> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const [packages] = await Promise.all([
    bundle(folder),
    writeDeclarations(join(folder, 'types'), Object.values(ENTRIES)),
  ]);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(packageManifest(folder), null, 2)}\n`);
  for (const file of ['LICENSE', 'NOTICE']) await cp(join(root, file), join(folder, file));
  await cp(join(root, 'apps/library/package-readme.md'), join(folder, 'README.md'));
  await writeFile(join(folder, 'THIRD-PARTY.md'), await thirdParty(packages));
  return sizeOf(folder);
}

/**
 * The package for SM2 asks old Nodes for their `crypto` where the global one is missing; from Node 20 on it is there,
 * as in every browser.
 */
const webCryptoOnly: Plugin = {
  name: 'web-crypto-only',
  transform: (code, id) =>
    id.includes('sm-crypto-v2')
      ? code.replaceAll(
          /import\([^()]*["']crypto["']\s*\)/g,
          'Promise.resolve({ webcrypto: globalThis.crypto })',
        )
      : null,
};

/** Writes the JavaScript; returns the folders of the packages that went into it. */
async function bundle(folder: string): Promise<string[]> {
  const { output } = await build({
    cwd: root,
    input: { ...ENTRIES },
    platform: 'neutral',
    plugins: [webCryptoOnly],
    // Packages written for browsers and bundlers name their source in these fields.
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'warn',
    output: {
      dir: folder,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared-[hash].js',
    },
  });
  const chunks = output.filter((one): one is OutputChunk => one.type === 'chunk');
  const own = new Set(chunks.map(({ fileName }) => fileName));
  const foreign = chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]);
  for (const name of foreign.filter((one) => !own.has(one))) {
    const what = builtinModules.includes(name.replace(/^node:/, '')) ? 'a module of Node' : 'a package';
    throw new Error(`The library would need ${name}, ${what}: it must run in a browser by itself.`);
  }
  return packagesOf(chunks.flatMap(({ moduleIds }) => moduleIds));
}

/** Folders of the npm packages among the modules of a bundle. */
function packagesOf(modules: readonly string[]): string[] {
  const PACKAGE = /^(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/;
  const folders = modules.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** The declarations keep the front doors' names, so the package says where those lie; its JavaScript needs none. */
function packageManifest(folder: string): object {
  const types = (source: string): string =>
    `./types/${source.replace(/^[.][/]/, '').replace(/[.]ts$/, '.d.ts')}`;
  const exports = Object.entries(ENTRIES).map(([name, source]) => [
    `./${name}`,
    { types: types(source), default: `./${name}.js` },
  ]);
  const doors = Object.entries(manifest.imports)
    .map(([door, source]): [string, { types: string }] => [door, { types: types(source) }])
    .filter(([, door]) => existsSync(join(folder, door.types)));
  const { name, version, license } = manifest;
  return {
    name,
    version,
    description:
      "The CEB message standard of China's cross-border e-commerce, and a client of the platform Chama",
    license,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    exports: { ...Object.fromEntries(exports), './package.json': './package.json' },
    imports: Object.fromEntries(doors),
  };
}

/** The licences of what is bundled, word for word, as they ask for. */
async function thirdParty(folders: readonly string[]): Promise<string> {
  const parts = folders.map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      [key: string]: string;
    };
    const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : `\n\n${(await readFile(join(folder, file), 'utf8')).trim()}`;
    return `## ${name} ${version} (${license})${text}`;
  });
  const texts = await Promise.all(parts);
  return `# Bundled packages\n\n${texts.length === 0 ? 'None.' : texts.join('\n\n')}\n`;
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
