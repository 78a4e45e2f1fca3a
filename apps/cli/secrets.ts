import { parseArgs } from 'node:util';
import { type Database, joinDatabase, keyFileOf } from '#postgres';
import {
  addMasterKey,
  addSealingKey,
  learnKeys,
  lookForKeysMs,
  type MasterKeys,
  passes,
  readKeyFile,
  rewrapKeys,
  sealingKeys,
  sealTable,
} from '#vault';
import { aligned } from './columns.ts';
import { environment } from './environment.ts';
import { Misuse } from './misuse.ts';
import { sealedTables } from './sealed-tables.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What a verb works on: the database with its owner's rights, and the key file. */
interface Secrets {
  readonly database: Database;
  readonly masters: MasterKeys;
  readonly waitMs: number;
}

/** `secrets VERB`: the keys personal data are sealed by. */
export async function secretsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { wait: { type: 'string', default: String((3 * lookForKeysMs) / 1000) } },
  });
  const [verb = '', ...rest] = positionals;
  const seconds = Number(values.wait);
  if (!Object.hasOwn(verbs, verb) || rest.length > 0 || !(seconds >= 0)) throw usage();
  const { dataFolder, databaseUrl, keyFile } = environment();
  const options = { dataFolder, url: databaseUrl, keyFile, connections: 2, asOwner: true };
  const database = await joinDatabase(options);
  try {
    const masters = await readKeyFile(keyFileOf(options));
    if (!masters) throw usage();
    return (await verbs[verb]?.({ database, masters, waitMs: seconds * 1000 })) ?? 0;
  } finally {
    await database.close();
  }
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：secrets status | rotate [--wait 秒] | encrypt | new-master | rewrap',
    en: 'Usage: secrets status | rotate [--wait SECONDS] | encrypt | new-master | rewrap',
  });

const verbs: Readonly<Record<string, (secrets: Secrets) => Promise<number>>> = {
  status: async ({ database, masters }) => {
    const { vault } = database;
    const keys = await sealingKeys(database);
    for (const line of aligned(
      keys.map(({ number, wrappedBy, beginsAt }) => [
        `key ${number}`,
        number === vault.keyInUse ? '在用 in use' : '',
        beginsAt.getTime() === 0 ? '' : beginsAt.toISOString(),
        wrappedBy === masters.keys.at(-1)?.id ? '' : '待重新包裹 to be wrapped anew',
      ]),
    ))
      say(line);
    let open = 0;
    for (const table of sealedTables) {
      const behind = await table.behind(database);
      open += behind;
      say(`${table.name}: ${behind} 行未用在用密钥加密 · rows not sealed by it`);
    }
    for (const { target, seen, sealed, ended } of await passes(database, vault.keyInUse))
      say(`${target}: ${seen} 行已查 seen, ${sealed} 行已加密 sealed${ended ? '' : ' …'}`);
    return open === 0 ? 0 : 1;
  },
  rotate: async (secrets) => {
    const { database, masters, waitMs } = secrets;
    const number = await addSealingKey(database, masters, new Date(Date.now() + waitMs));
    say(
      `密钥 ${number} 已生成，${waitMs / 1000} 秒后启用，届时各服务器均已读到 · key ${number} begins in ${waitMs / 1000} s, when every server has read it`,
    );
    await learnKeys(database, masters, database.vault);
    await new Promise((resolve) => setTimeout(resolve, waitMs + 10));
    return encrypt(secrets);
  },
  encrypt,
  'new-master': async ({ masters }) => {
    const { file, keys } = await addMasterKey(masters.file);
    say(
      `${file} 现有 ${keys.length} 把密钥。请先把此文件复制到每台服务器，再执行 secrets rewrap。\n${file} now holds ${keys.length} keys. Copy it to every server first, then run: chama secrets rewrap`,
    );
    return 0;
  },
  rewrap: async ({ database, masters }) => {
    const wrapped = await rewrapKeys(database, masters);
    say(
      `${wrapped} 把数据密钥已由 ${masters.keys.at(-1)?.id} 重新包裹；备份也更新之后，旧密钥可从文件删除。\n${wrapped} keys wrapped anew; once older backups are no longer needed the former key can be taken out of the file.`,
    );
    return 0;
  },
};

/** Seals what is bare or sealed by an older key; stopped, it goes on from where it was. */
async function encrypt({ database }: Secrets): Promise<number> {
  const shown = new Map<string, number>();
  for (const table of sealedTables) {
    const done = await sealTable(database, table, ({ target, seen, sealed }) => {
      const now = performance.now();
      const last = shown.get(target) ?? shown.set(target, now).get(target) ?? now;
      if (now - last < 1000) return;
      shown.set(target, now);
      say(`${target}: ${seen} 行已查 seen, ${sealed} 行已加密 sealed …`);
    });
    say(`${done.target}: ${done.sealed} 行已加密 sealed`);
  }
  return 0;
}
