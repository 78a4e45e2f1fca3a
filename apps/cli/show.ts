import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decode } from '#ceb';
import { OperatorError } from '#postgres';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { checkFile } from './check-file.ts';
import { inWords } from './check-words.ts';
import { messageFiles } from './files.ts';
import { languageOf } from './language.ts';
import { type Showing, shownMessage } from './show-message.ts';

const NOT_VALID = 1;
/** Where the output is no terminal. A design choice (D): what fits a wide page. */
const PAGE_WIDTH = 120;

/**
 * `chama show [--lang zh|en] [--full] PATH…`: messages as tables for people; personal data masked unless `--full`.
 * @returns 0; 1 when a file is not a sound message, whose findings are shown instead.
 */
export async function showCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string', default: 'zh' }, full: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const files = await messageFiles(positionals, true);
  if (files.length === 0)
    throw new OperatorError({ zh: '请给出要显示的报文文件。', en: 'Name the messages to show.' });
  const codeLists = loadCodeLists();
  const width = process.stdout.columns ?? PAGE_WIDTH;
  const showing: Showing = { language: languageOf(values.lang), full: values.full, width, codeLists };
  let good = true;
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined);
    const message = bytes && decode(bytes).message;
    good &&= message !== undefined;
    const text = message
      ? shownMessage(message, showing).join('\n')
      : inWords(await checkFile(file, { has: () => true }));
    process.stdout.write(`${text}\n${files.length === 1 ? '' : '\n'}`);
  }
  return good ? 0 : NOT_VALID;
}
