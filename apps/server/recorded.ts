import { readdirSync, readFileSync } from 'node:fs';
import type { Recorded } from '#http';

const folder = new URL('../../contracts/examples/', import.meta.url);

let read: Readonly<Record<string, Recorded>> | undefined;

/** What operations were seen to be asked and to answer, by their names: `contracts/examples`, read once when it is asked for. */
export function recorded(): Readonly<Record<string, Recorded>> {
  read ??= Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    ]),
  );
  return read;
}
