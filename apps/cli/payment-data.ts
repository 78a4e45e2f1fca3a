import { parseArgs } from 'node:util';
import { draftPaymentData, type ReadPaymentData, readPaymentData } from '#ceb';
import { addDays, chinaDay, isDay } from '#kernel';
import { countExpired, removeExpired } from '#payment-data';
import { OperatorError } from '#postgres';
import { openSigner } from '#signatures';
import { inWords } from './check-words.ts';
import { withDatabase } from './database.ts';
import { bytesOf, writeOut } from './message-file.ts';
import { Misuse } from './misuse.ts';
import { KEY_OPTIONS, type KeyOptions, keyNamed, withKeys } from './signing-options.ts';

const NOT_VALID = 1;

interface Wishes extends KeyOptions {
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly until?: string | undefined;
  readonly yes: boolean;
}

/**
 * `payment-data check [--json] FILE`: checks a `realTimeDataUp` (notice 2018 No. 179) offline and prints the string
 * to sign; one that is not signed yet is taken too.
 * `payment-data sign KEY [-o OUT] FILE`: signs one, with a key named as for `chama sign`.
 * `payment-data purge [--until DAY] [--yes]`: counts, or removes, what is past the time it has to be kept.
 * @returns 0; 1 when the file is not valid or cannot be read.
 */
export async function paymentDataCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      ...KEY_OPTIONS,
      json: { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
      until: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [verb, file, more] = positionals;
  if (verb === 'check' && file !== undefined && more === undefined) return check(file, values.json);
  if (verb === 'sign' && file !== undefined && more === undefined) return sign(file, values);
  if (verb === 'purge' && file === undefined) return purge(values);
  throw new Misuse({
    zh: '用法：payment-data check [--json] 文件 | sign 密钥（同 chama sign） [-o 输出] 文件 | purge [--until 日期] [--yes]',
    en: 'Usage: payment-data check [--json] FILE | sign KEY (as for chama sign) [-o OUT] FILE | purge [--until DAY] [--yes]',
  });
}

async function check(file: string, json: boolean): Promise<number> {
  const read = readEither(await textOf(file));
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ...reportOf(file, read), ...(read.valid ? { toSign: read.toSign } : {}) })}\n`,
    );
  else {
    process.stdout.write(`${inWords(reportOf(file, read))}\n`);
    if (read.toSign !== undefined) process.stdout.write(`加签原文 · string to sign\n${read.toSign}\n`);
  }
  return read.valid ? 0 : NOT_VALID;
}

const reportOf = (file: string, { valid, findings }: ReadPaymentData) => ({
  ...{ file, root: 'realTimeDataUp', valid, findings },
});

/** A draft has neither certificate number nor signature, and lacks neither. */
function readEither(text: string): ReadPaymentData {
  const read = readPaymentData(text);
  const missing = read.findings.filter(({ code }) => code === 'PAYDATA-MISSING').map(({ path }) => path);
  return missing.includes('certNo') && missing.includes('signValue')
    ? readPaymentData(text, { unsigned: true })
    : read;
}

async function sign(file: string, wishes: Wishes): Promise<number> {
  const setting = await keyNamed(wishes);
  const read = readEither(await textOf(file));
  const { message } = read;
  if (!message) {
    process.stderr.write(`${inWords(reportOf(file, read))}\n`);
    return NOT_VALID;
  }
  const draft = draftPaymentData(message);
  const signed = await withKeys(async () => {
    const signer = await openSigner(setting);
    try {
      const signature = Buffer.from(await signer.sign(Buffer.from(draft.toSign, 'utf8')));
      return draft.signed(signer.certificateNumber, signature.toString('base64'));
    } finally {
      await signer.close();
    }
  });
  if (wishes.output === undefined) process.stdout.write(`${signed}\n`);
  else await writeOut(wishes.output, signed);
  return 0;
}

async function purge({ until, yes }: Wishes): Promise<number> {
  const yesterday = addDays(chinaDay(Date.now()), -1);
  const day = until ?? yesterday;
  if (!isDay(day))
    throw new Misuse({
      zh: `${day} 不是日期，应为 YYYY-MM-DD`,
      en: `${day} is no day; write YYYY-MM-DD`,
    });
  return withDatabase(async (database) => {
    if (yes) {
      const rows = await removeExpired(database, day);
      process.stdout.write(`已删除 ${rows} 行 · ${rows} rows removed\n`);
      return 0;
    }
    const { payments, requests } = await countExpired(database, [day, yesterday].toSorted()[0] ?? day);
    process.stdout.write(
      `已过保存期：支付 ${payments} 笔，请求 ${requests} 个；加 --yes 删除\n` +
        `Past their time: ${payments} payments, ${requests} requests; add --yes to remove them\n`,
    );
    return 0;
  });
}

async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    throw new OperatorError({ zh: `${file} 不是 UTF-8 文本`, en: `${file} is not text in UTF-8` }, fault);
  }
}
