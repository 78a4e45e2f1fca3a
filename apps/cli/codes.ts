import { parseArgs, styleText } from 'node:util';
import {
  type CodeEntry,
  errorCatalogue,
  meaningsOf,
  PAYMENT_DATA_ANSWERS,
  type PaymentAnswerMeaning,
  paymentAnswerMeaning,
} from '#ceb';
import type { FindingCode } from '#kernel';
import { FINDING_FAMILIES } from './finding-codes.ts';
import { Misuse } from './misuse.ts';

const NOTHING_FOUND = 1;

/**
 * `chama codes [--json] SEARCH…`: result codes and statuses, the answers to raw payment data, and the codes of our own
 * findings, by number (with or without its sign) or code, or by Chinese or English words in text, cause or remedy; all
 * words must occur.
 * @returns 0; 1 when nothing is found.
 */
export async function codesCommand(args: readonly string[]): Promise<number> {
  const { flags, words } = apart(args);
  const { values } = parseArgs({ args: flags, options: { json: { type: 'boolean', default: false } } });
  if (words.length === 0)
    throw new Misuse({
      zh: '请给出代码或关键词，例如 -621018、SIG-DIGEST、限额。',
      en: 'Name a code or words, such as -621018, SIG-DIGEST or "limit".',
    });
  const found = codesFor(words);
  for (const entry of found) {
    process.stdout.write(values.json ? `${JSON.stringify(entry)}\n` : `${inWords(entry)}\n`);
  }
  if (found.length > 0) return 0;
  process.stderr.write(`没有找到 ${words.join(' ')}。\nNothing found for ${words.join(' ')}.\n`);
  return NOTHING_FOUND;
}

/** Result codes begin with a minus, which an option does too: what is a number is searched for. */
function apart(args: readonly string[]): { flags: string[]; words: string[] } {
  const isFlag = (text: string): boolean => text.startsWith('-') && !/^-\d/.test(text);
  return {
    flags: args.filter(isFlag),
    words: args.filter((text) => !isFlag(text)).flatMap((text) => text.split(/\s+/).filter(Boolean)),
  };
}

/**
 * A code of the catalogue, an answer to raw payment data (notice 2018 No. 179), or a code of our own findings, whose
 * cause is what the finding itself says.
 */
type Found = Pick<CodeEntry, 'code' | 'text' | 'remedy'> &
  Partial<Pick<CodeEntry, 'cause' | 'source'>> & {
    readonly family: CodeEntry['family'] | 'payment-data' | 'finding';
    readonly levels?: FindingCode['levels'];
  };

const FINDINGS: readonly Found[] = FINDING_FAMILIES.flatMap(({ codes }) =>
  codes.map((entry): Found => ({ ...entry, family: 'finding' })),
);

const answerOf = ({ codes: [first, last], meaning, ...rest }: PaymentAnswerMeaning): Found => ({
  ...{ code: first === last ? `${first}` : `${first}-${last}`, family: 'payment-data', text: meaning },
  ...{ cause: rest.cause, remedy: rest.remedy, source: rest.source },
});

/** Codes by a whole number, then by its beginning, else those that hold all the words; last by the range it lies in. */
export function codesFor(words: readonly string[]): readonly Found[] {
  const [only = ''] = words.length === 1 ? words : [];
  const all: readonly Found[] = [...errorCatalogue, ...PAYMENT_DATA_ANSWERS.map(answerOf), ...FINDINGS];
  const exact = all.filter(({ code }) => code === only.toUpperCase() || code === `-${only}`);
  if (exact.length > 0) return exact;
  const found = all.filter((entry) => words.every((word) => holds(entry, word.toLowerCase())));
  if (found.length > 0) return found;
  const answer = paymentAnswerMeaning(only);
  return [...meaningsOf(only), ...(answer ? [answerOf(answer)] : [])];
}

function holds({ code, family, text, cause, remedy }: Found, word: string): boolean {
  if (/^-?\d+$/.test(word)) return code.startsWith(word) || code.startsWith(`-${word}`);
  const all = [code, family, ...[text, cause, remedy].flatMap((part) => (part ? [part.zh, part.en] : []))];
  return all.some((part) => part.toLowerCase().includes(word));
}

function inWords({ code, family, levels, text, cause, remedy, source }: Found): string {
  return [
    `${styleText('bold', code)}  ${styleText('dim', [family, ...(levels ?? [])].join(' · '))}`,
    `  ${text.zh}`,
    `  ${text.en}`,
    ...(cause ? [`  原因 · cause   ${cause.zh}`, `                 ${cause.en}`] : []),
    styleText('cyan', `  处理 · remedy  ${remedy.zh}`),
    styleText('cyan', `                 ${remedy.en}`),
    ...(source === undefined ? [] : [styleText('dim', `  ${source}`)]),
  ].join('\n');
}
