import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { accountByLogin, accountNames, type KeyScope, keyScopeNames } from '#access';
import { findKey, issueKey, keyParameters, keyState, listKeys, revokeKey, rotateKey } from '#exchange';
import { Problem } from '#http';
import { chinaDay } from '#kernel';
import { type Database, OperatorError } from '#postgres';
import { parameterOn } from '#tax';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { loadTaxBook } from '../../modules/tax/wiring.ts';
import { withDatabase } from './database.ts';
import { environment } from './environment.ts';
import { KeyFile } from './key-file.ts';
import { Misuse } from './misuse.ts';

/** `keys create CODE`, `keys list [CODE]`, `keys rotate KEY-ID`, `keys revoke KEY-ID`. */
export async function keysCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      label: { type: 'string', default: '' },
      operator: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      scopes: { type: 'string', default: '' },
      days: { type: 'string', default: '' },
      overlap: { type: 'string', default: '' },
      owner: { type: 'string' },
    },
  });
  const [verb, subject] = positionals;
  if (verb === 'create' && subject) {
    const wishes = { ...values, scopes: scopesOf(values.scopes), days: wholeDays(values.days, 'days') };
    return withDatabase((database) => create(database, subject, wishes));
  }
  if (verb === 'list') return withDatabase((database) => list(database, subject));
  if (verb === 'rotate' && subject) {
    const overlap = wholeDays(values.overlap, 'overlap');
    return withDatabase((database) => rotate(database, subject, overlap, values.save));
  }
  if (verb === 'revoke' && subject) return withDatabase((database) => revoke(database, subject));
  throw new Misuse({
    zh: '用法：keys create 企业海关代码 | keys list [企业海关代码] | keys rotate 密钥编号 | keys revoke 密钥编号',
    en: 'Usage: keys create CUSTOMS-CODE | keys list [CUSTOMS-CODE] | keys rotate KEY-ID | keys revoke KEY-ID',
  });
}

interface Wishes {
  readonly label: string;
  readonly operator: boolean;
  readonly save: boolean;
  /** Login of the account that answers for it. */
  readonly owner?: string | undefined;
  /** None: all a clerk, or an operator, may do. */
  readonly scopes: readonly KeyScope[];
  readonly days: number | undefined;
}

/** Scopes with commas between. */
function scopesOf(text: string): KeyScope[] {
  const names = text.split(',').flatMap((name) => name.trim() || []);
  const unknown = names.filter((name) => !(keyScopeNames as string[]).includes(name));
  if (unknown.length === 0) return names as KeyScope[];
  throw new Misuse({
    zh: `没有权限 ${unknown.join('、')}；可用：${keyScopeNames.join('、')}`,
    en: `There is no scope ${unknown.join(', ')}; there are: ${keyScopeNames.join(', ')}`,
  });
}

function wholeDays(text: string, option: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new Misuse({ zh: `--${option} 应为天数`, en: `--${option} is a number of days` });
}

/** The parameters of keys of today. */
function parametersOfToday() {
  const { parameters } = loadTaxBook();
  return keyParameters((key) => parameterOn(parameters, key, chinaDay(Date.now()))?.value);
}

async function create(
  database: Database,
  code: string,
  { label, operator, save, scopes, days, owner }: Wishes,
): Promise<number> {
  const known = (await enterpriseRegister(database).find([code])).get(code);
  if (!known)
    throw new OperatorError({
      zh: `企业 ${code} 未登记，不能为其生成密钥；请先用 enterprises add 登记。`,
      en: `Enterprise ${code} is not in the register; enter it with enterprises add before making a key for it.`,
    });
  const { lifetimeDays, longestDays } = parametersOfToday();
  const lasts = days ?? lifetimeDays;
  if (lasts < 1 || lasts > longestDays)
    throw new Misuse({
      zh: `--days 应为 1 至 ${longestDays} 天`,
      en: `--days is from 1 to ${longestDays}`,
    });
  const ownerId =
    owner === undefined ? undefined : await ownerNamed(database, owner, operator ? undefined : code);
  const now = new Date();
  const { token, keyId } = await issueKey(database, code, label, operator ? 'operator' : 'enterprise', now, {
    expiresAt: new Date(now.getTime() + lasts * 86_400_000),
    ...(scopes.length > 0 ? { scopes } : {}),
    ownerId,
  });
  process.stderr.write(
    `密钥 ${keyId}（${known.name}），有效 ${lasts} 天。只显示这一次：\nKey ${keyId}, for ${lasts} days, shown only now:\n`,
  );
  process.stdout.write(`${token}\n`);
  if (save) await saveKey(code, token);
  return 0;
}

/** @param customsCode of the enterprise whose staff it must be; undefined for an operator */
async function ownerNamed(
  database: Database,
  login: string,
  customsCode: string | undefined,
): Promise<string> {
  const account = await accountByLogin(database, login);
  const fits =
    customsCode === undefined ? account?.role === 'operator' : account?.customsCode === customsCode;
  if (account && fits && account.state === 'active') return account.accountId;
  throw new OperatorError({
    zh: `账号 ${login} 不能作为此密钥的责任人：须为${customsCode === undefined ? '运营人员' : '该企业人员'}的有效账号。`,
    en: `${login} cannot answer for this key: it takes an active account of ${customsCode === undefined ? 'an operator' : 'the staff of that enterprise'}.`,
  });
}

async function saveKey(code: string, token: string): Promise<void> {
  const { dataFolder } = environment();
  await mkdir(dataFolder, { recursive: true });
  const file = new KeyFile(dataFolder);
  await file.add(new Map([[code, token]]));
  process.stderr.write(`已存入 ${file.path}，供 submit 使用。\nSaved in ${file.path} for submit.\n`);
}

async function list(database: Database, code: string | undefined): Promise<number> {
  const now = new Date();
  const keys = await listKeys(database, code);
  const owners = await accountNames(
    database,
    keys.flatMap(({ ownerId }) => ownerId ?? []),
  );
  for (const key of keys) {
    const { keyId, customsCode, scope, scopes, createdAt, expiresAt, lastUsedAt, label } = key;
    const said = [
      ...[keyId, customsCode, scope, keyState(key, now), `made ${createdAt.toISOString()}`],
      expiresAt ? `until ${expiresAt.toISOString()}` : 'without end',
      lastUsedAt ? `used ${lastUsedAt.toISOString()}` : 'never used',
      ...[scopes?.join(',') ?? 'all', `owner ${owners.get(key.ownerId ?? '')?.login ?? '-'}`, label],
    ];
    process.stdout.write(`${said.join('  ')}\n`);
  }
  return 0;
}

async function rotate(
  database: Database,
  keyId: string,
  overlapDays: number | undefined,
  save: boolean,
): Promise<number> {
  const key = isId(keyId) ? await findKey(database, keyId) : undefined;
  if (!key)
    throw new OperatorError({
      zh: `没有密钥 ${keyId}；用 keys list 查看。`,
      en: `There is no key ${keyId}; see keys list.`,
    });
  const { customsCode } = key;
  const ports = { database, now: () => new Date(), parameters: parametersOfToday };
  const made = await rotateKey(ports, { customsCode }, keyId, overlapDays).catch((refused: unknown) => {
    throw refused instanceof Problem ? new OperatorError(refused.text, refused) : refused;
  });
  const until = made.formerUntil.toISOString();
  process.stderr.write(
    `新密钥 ${made.key.keyId}，旧密钥有效至 ${until}。只显示这一次：\nKey ${made.key.keyId}; the former one works until ${until}. Shown only now:\n`,
  );
  process.stdout.write(`${made.token}\n`);
  if (save) await saveKey(customsCode, made.token);
  return 0;
}

const isId = (keyId: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(keyId);

async function revoke(database: Database, keyId: string): Promise<number> {
  if (isId(keyId) && (await revokeKey(database, keyId, new Date()))) {
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
