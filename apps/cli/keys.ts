import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { issueKey, listKeys, revokeKey } from '#exchange';
import { type Database, OperatorError } from '#postgres';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { withDatabase } from './database.ts';
import { environment } from './environment.ts';
import { KeyFile } from './key-file.ts';
import { Misuse } from './misuse.ts';

/** `keys create CODE`, `keys list [CODE]`, `keys revoke KEY-ID`. */
export async function keysCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      label: { type: 'string', default: '' },
      operator: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
    },
  });
  const [verb, subject] = positionals;
  if (verb === 'create' && subject) return withDatabase((database) => create(database, subject, values));
  if (verb === 'list') return withDatabase((database) => list(database, subject));
  if (verb === 'revoke' && subject) return withDatabase((database) => revoke(database, subject));
  throw new Misuse({
    zh: '用法：keys create 企业海关代码 | keys list [企业海关代码] | keys revoke 密钥编号',
    en: 'Usage: keys create CUSTOMS-CODE | keys list [CUSTOMS-CODE] | keys revoke KEY-ID',
  });
}

interface Wishes {
  readonly label: string;
  readonly operator: boolean;
  readonly save: boolean;
}

async function create(database: Database, code: string, { label, operator, save }: Wishes): Promise<number> {
  const known = (await enterpriseRegister(database).find([code])).get(code);
  if (!known)
    throw new OperatorError({
      zh: `企业 ${code} 未登记，不能为其生成密钥；请先用 enterprises add 登记。`,
      en: `Enterprise ${code} is not in the register; enter it with enterprises add before making a key for it.`,
    });
  const scope = operator ? 'operator' : 'enterprise';
  const { token, keyId } = await issueKey(database, code, label, scope, new Date());
  process.stderr.write(`密钥 ${keyId}（${known.name}）。只显示这一次：\nKey ${keyId}, shown only now:\n`);
  process.stdout.write(`${token}\n`);
  if (save) {
    const { dataFolder } = environment();
    await mkdir(dataFolder, { recursive: true });
    const file = new KeyFile(dataFolder);
    await file.add(new Map([[code, token]]));
    process.stderr.write(`已存入 ${file.path}，供 submit 使用。\nSaved in ${file.path} for submit.\n`);
  }
  return 0;
}

async function list(database: Database, code: string | undefined): Promise<number> {
  for (const key of await listKeys(database, code)) {
    const state = key.revokedAt ? `revoked ${key.revokedAt.toISOString()}` : 'active';
    process.stdout.write(
      `${key.keyId}  ${key.customsCode}  ${key.scope}  ${key.createdAt.toISOString()}  ${state}  ${key.label}\n`,
    );
  }
  return 0;
}

async function revoke(database: Database, keyId: string): Promise<number> {
  const isId = /^[0-9a-f-]{36}$/.test(keyId);
  if (isId && (await revokeKey(database, keyId, new Date()))) {
    process.stdout.write(
      `已吊销 ${keyId}，五秒内失效。\nRevoked ${keyId}; it stops working within five seconds.\n`,
    );
    return 0;
  }
  throw new OperatorError({
    zh: `没有可吊销的密钥 ${keyId}；用 keys list 查看。`,
    en: `There is no key ${keyId} to revoke; see keys list.`,
  });
}
