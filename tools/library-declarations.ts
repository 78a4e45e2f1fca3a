import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { root } from './root.ts';

const run = promisify(execFile);

/**
 * Writes the compiler's declarations of the entries and of all they lead to into a folder, and nothing else.
 * @param entries source files by their path from the root.
 */
export async function writeDeclarations(folder: string, entries: readonly string[]): Promise<void> {
  const compiler = join(root, 'node_modules/.bin/tsc');
  const args = ['-p', join(root, 'tsconfig.library.json'), '--outDir', folder];
  await run(compiler, args, { cwd: root }).catch((error: { stdout?: string }) => {
    throw new Error(`The declarations cannot be written: ${error.stdout}`);
  });
  const wanted = new Map<string, string>();
  for (const entry of entries) await follow(folder, declarationOf(entry), wanted);
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = wanted.get(file);
    if (text === undefined) await rm(join(folder, file));
    else await writeFile(join(folder, file), withoutForeignTypes(text));
  }
}

const declarationOf = (source: string): string => source.replace(/^[.][/]/, '').replace(/[.]ts$/, '.d.ts');

/** Collects a declaration and those it imports, by path. */
async function follow(folder: string, file: string, wanted: Map<string, string>): Promise<void> {
  if (wanted.has(file)) return;
  const text = await readFile(join(folder, file), 'utf8');
  wanted.set(file, text);
  const doors: Readonly<Record<string, string>> = manifest.imports;
  for (const [, name = ''] of text.matchAll(/(?:from |import\()'([^']+)'/g)) {
    const source = name.startsWith('.') ? join(dirname(file), name) : doors[name];
    if (source !== undefined) await follow(folder, declarationOf(source), wanted);
  }
}

/**
 * Inside the library a few functions take types of packages that are bundled, and so are not there to be looked up.
 * None of these functions is on the surface, so their types may stay unknown.
 */
function withoutForeignTypes(text: string): string {
  return text.replace(/^import (?:type )?\{ ([\w, ]+) \} from '[^.#'][^']*';$/gm, (_, names: string) =>
    names
      .split(', ')
      .map((name) => `type ${name} = unknown;`)
      .join('\n'),
  );
}
