import { bytesOf } from './message-file.ts';
import { Misuse } from './misuse.ts';

/** Reads the one file the arguments name. */
export async function readOne(
  positionals: readonly string[],
): Promise<{ readonly file: string; readonly bytes: Uint8Array }> {
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new Misuse({ zh: '请指明一份报文。', en: 'Name one message.' });
  }
  return { file, bytes: await bytesOf(file) };
}
