import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files named, and those ending in .xml inside the folders named, in the order given; with `deep` also
 * those in the folders inside them. A folder that may not be read stands for itself, so that it is reported.
 */
export async function messageFiles(paths: readonly string[], deep = false): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    const names = found?.isDirectory()
      ? await readdir(path, { recursive: deep }).catch(() => undefined)
      : undefined;
    if (names === undefined) files.push(path);
    else {
      const messages = names.filter((name) => /\.xml$/i.test(name)).sort();
      files.push(...messages.map((name) => join(path, name)));
    }
  }
  return files;
}
