import { readFile, writeFile } from 'node:fs/promises';
import { OperatorError } from '#postgres';
import { Misuse } from './misuse.ts';

/** Reads the one file the arguments name. */
export async function readOne(
  positionals: readonly string[],
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new Misuse({ zh: '请指明一份报文。', en: 'Name one message.' });
  }
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new OperatorError({ zh: `无法读取 ${file}。`, en: `${file} cannot be read.` }, cause);
  });
  return { file, bytes };
}

/** Writes what came of it. */
export async function writeOut(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes).catch((cause: unknown) => {
    throw new OperatorError({ zh: `无法写入 ${file}。`, en: `${file} cannot be written.` }, cause);
  });
}
