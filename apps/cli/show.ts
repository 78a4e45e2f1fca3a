import { parseArgs } from 'node:util';
import { decode, readReceipt, unwrap } from '#ceb';
import { loadCodeLists } from '../../modules/registry/wiring.ts';
import { checkBytes } from './check-file.ts';
import { inWords } from './check-words.ts';
import { messageFiles } from './files.ts';
import { languageOf } from './language.ts';
import { bytesOrFinding } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { shownEnvelope } from './show-envelope.ts';
import { type Showing, shownMessage, shownReceipt } from './show-message.ts';

const NOT_VALID = 1;
/** Where the output is no terminal. A design choice (D): what fits a wide page. */
const PAGE_WIDTH = 120;

/**
 * `chama show [--lang zh|en] [--full] PATH…`: messages as tables for people, receipts also where they deviate
 * from the standard, transport messages with what is in them; personal data masked unless `--full`.
 * @returns 0; 1 when a file is none of these, and its findings are shown instead.
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
    const bytes = await bytesOrFinding(file);
    const { lines, known } = Buffer.isBuffer(bytes)
      ? shown(file, bytes, showing)
      : { lines: [inWords({ file, root: null, valid: false, findings: [bytes] })], known: false };
    good &&= known;
    process.stdout.write(`${lines.join('\n')}\n${files.length === 1 ? '' : '\n'}`);
  }
  return good ? 0 : NOT_VALID;
}

interface Shown {
  readonly lines: readonly string[];
  /** Whether it is something to be shown; the lines of what is not say what is wrong with it. */
  readonly known: boolean;
}

/** A sound message, a receipt however it came, or an envelope and then what is in it. */
function shown(file: string, bytes: Uint8Array, showing: Showing): Shown {
  const { message } = decode(bytes);
  if (message) return { lines: shownMessage(message, showing), known: true };
  const unwrapped = unwrap(bytes);
  if (unwrapped.valid) {
    const lines = shownEnvelope(unwrapped, showing.language);
    if (unwrapped.message === undefined) return { lines, known: true };
    const inside = shown(file, unwrapped.message, showing);
    return { lines: [...lines, '', ...inside.lines], known: inside.known };
  }
  const reading = readReceipt(bytes);
  if (reading.receipt) return { lines: shownReceipt(reading, showing), known: true };
  return { lines: [inWords({ file, ...checkBytes(bytes, { has: () => true }) })], known: false };
}
