import pg from 'pg';
import type { Bilingual } from '#kernel';
import { KeyFileFault, type KeyTable, lookForKeysMs, openVault, type Vault, WrongKeyFile } from '#vault';
import { OperatorError } from './operator-error.ts';

/** The keys of a database, kept fresh on a connection that is opened for each look. */
export interface KeptKeys {
  readonly vault: Vault;
  close(): Promise<void>;
}

/**
 * Opens the vault of a database and goes on looking for keys others make. Throws OperatorError where the key file is
 * not there, not closed to others or not the right one.
 * @param say hears where a key file was made
 */
export async function keysOf(
  config: pg.ClientConfig,
  file: string,
  say: (sentence: Bilingual) => void = () => undefined,
): Promise<KeptKeys> {
  const opened = await onConnection(config, (table) => openVault(table, file)).catch((fault: unknown) => {
    throw operatorErrorOf(fault);
  });
  if (opened.made)
    say({
      zh: `已生成密钥文件 ${file}。没有它就读不出库中的个人信息，请与数据库备份分开保存一份。`,
      en: `A key file was made: ${file}. Without it personal data in the database cannot be read; keep a copy of it apart from the backups.`,
    });
  let looking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    // A database that is away is met where it is needed; keys are looked for again the next time.
    looking = onConnection(config, (table) => opened.refresh(table)).catch(() => undefined);
  }, lookForKeysMs);
  timer.unref();
  return {
    vault: opened.vault,
    close: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

/** The sentence for an operator whose key file does not fit. */
function operatorErrorOf(fault: unknown): unknown {
  if (fault instanceof WrongKeyFile)
    return new OperatorError(
      {
        zh: `密钥文件 ${fault.file} 里没有本库所用的密钥（编号 ${fault.wanted}）；请用 CHAMA_KEY_FILE 指定原来的密钥文件。`,
        en: `The key file ${fault.file} lacks the key this database is sealed by (number ${fault.wanted}); name the original file by CHAMA_KEY_FILE.`,
      },
      fault,
    );
  if (!(fault instanceof KeyFileFault)) return fault;
  const { file } = fault;
  const sentences: Readonly<Record<KeyFileFault['why'], Bilingual>> = {
    missing: {
      zh: `找不到密钥文件 ${file}，而库中的个人信息是用它加密的；请从保管处取回，或用 CHAMA_KEY_FILE 指定它在哪里。`,
      en: `The key file ${file} is missing, and personal data in this database are sealed by it; bring it back from where it is kept, or say by CHAMA_KEY_FILE where it is.`,
    },
    'open-to-others': {
      zh: `密钥文件 ${file} 其他用户也能读；请执行 chmod 600 ${file}。`,
      en: `The key file ${file} can be read by other users; run chmod 600 ${file}.`,
    },
    unreadable: {
      zh: `密钥文件 ${file} 无法读取或内容不对：应为每行一把密钥（base64url，32 字节）。`,
      en: `The key file ${file} cannot be read or is none: it holds one key a line (base64url, 32 bytes).`,
    },
  };
  return new OperatorError(sentences[fault.why], fault);
}

async function onConnection<Result>(
  config: pg.ClientConfig,
  work: (table: KeyTable) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({
    application_name: 'chama keys',
    connectionTimeoutMillis: 10_000,
    ...config,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work({
      query: async (text, values) => (await client.query(text, values && [...values])).rows,
      run: async (text, values) => (await client.query(text, values && [...values])).rowCount ?? 0,
    });
  } finally {
    await client.end();
  }
}
