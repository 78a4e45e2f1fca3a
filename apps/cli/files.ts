import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files named, and those ending in .xml inside the folders named, in the order given. */
export async function messageFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isDirectory()) files.push(path);
    else {
      const names = (await readdir(path)).filter((name) => /\.xml$/i.test(name)).sort();
      files.push(...names.map((name) => join(path, name)));
    }
  }
  return files;
}
