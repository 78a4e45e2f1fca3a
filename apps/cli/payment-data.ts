import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type ReadPaymentData, readPaymentData } from '#ceb';
import { OperatorError } from '#postgres';
import { inWords } from './check-words.ts';

const NOT_VALID = 1;

/**
 * `chama payment-data check [--json] FILE`: checks a `realTimeDataUp` (notice 2018 No. 179) offline and prints the
 * string to sign; one that is not signed yet is taken too.
 * @returns 0; 1 when the file is not valid or cannot be read.
 */
export async function paymentDataCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [verb, file] = positionals;
  if (verb === 'check' && file !== undefined && positionals.length === 2) return check(file, values.json);
  throw new OperatorError({
    zh: '用法：payment-data check [--json] 文件',
    en: 'Usage: payment-data check [--json] FILE',
  });
}

async function check(file: string, json: boolean): Promise<number> {
  const read = readEither(await textOf(file));
  const report = { file, root: 'realTimeDataUp', valid: read.valid, findings: read.findings };
  if (json) process.stdout.write(`${JSON.stringify({ ...report, toSign: read.toSign })}\n`);
  else {
    process.stdout.write(`${inWords(report)}\n`);
    if (read.toSign !== undefined) process.stdout.write(`加签原文 · string to sign\n${read.toSign}\n`);
  }
  return read.valid ? 0 : NOT_VALID;
}

/** A draft has neither certificate number nor signature, and lacks neither. */
function readEither(text: string): ReadPaymentData {
  const read = readPaymentData(text);
  const missing = read.findings.filter(({ code }) => code === 'PAYDATA-MISSING').map(({ path }) => path);
  return missing.includes('certNo') && missing.includes('signValue')
    ? readPaymentData(text, { unsigned: true })
    : read;
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((fault: Error) => {
    throw new OperatorError({ zh: `无法读取 ${file}`, en: `${file} cannot be read` }, fault);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    throw new OperatorError({ zh: `${file} 不是 UTF-8 文本`, en: `${file} is not text in UTF-8` }, fault);
  }
}
