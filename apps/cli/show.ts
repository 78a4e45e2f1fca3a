import { parseArgs } from 'node:util';
import { decode, readReceipt } from '#ceb';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { checkFile } from './check-file.ts';
import { inWords } from './check-words.ts';
import { messageFiles } from './files.ts';
import { languageOf } from './language.ts';
import { bytesOrFinding } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { type Showing, shownMessage, shownReceipt } from './show-message.ts';

const NOT_VALID = 1;
/** Where the output is no terminal. A design choice (D): what fits a wide page. */
const PAGE_WIDTH = 120;

/**
 * `chama show [--lang zh|en] [--full] PATH…`: messages as tables for people, receipts also where they deviate
 * from the standard; personal data masked unless `--full`.
 * @returns 0; 1 when a file is neither, and its findings are shown instead.
 */
export async function showCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string', default: 'zh' }, full: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const files = await messageFiles(positionals, true);
  if (files.length === 0)
    throw new Misuse({ zh: '请给出要显示的报文文件。', en: 'Name the messages to show.' });
  const codeLists = loadCodeLists();
  const width = process.stdout.columns ?? PAGE_WIDTH;
  const showing: Showing = { language: languageOf(values.lang), full: values.full, width, codeLists };
  let good = true;
  for (const file of files) {
    const lines = await shown(file, showing);
    good &&= lines !== undefined;
    const text = lines?.join('\n') ?? inWords(await checkFile(file, { has: () => true }));
    process.stdout.write(`${text}\n${files.length === 1 ? '' : '\n'}`);
  }
  return good ? 0 : NOT_VALID;
}

/** A sound message, or a receipt however it came; undefined for what is neither. */
async function shown(file: string, showing: Showing): Promise<string[] | undefined> {
  const bytes = await bytesOrFinding(file);
  if (!Buffer.isBuffer(bytes)) return undefined;
  const { message } = decode(bytes);
  if (message) return shownMessage(message, showing);
  const reading = readReceipt(bytes);
  return reading.receipt && shownReceipt(reading, showing);
}
