import { parseArgs } from 'node:util';
import { type Database, OperatorError } from '#postgres';
import { codeOf, firstAdministrator, fromBase32, stepAt } from '../../modules/access/wiring.ts';
import { enteringPorts } from '../server/access.ts';
import { withDatabase } from './database.ts';
import { environment } from './environment.ts';
import { LoginFile } from './login-file.ts';
import { Misuse } from './misuse.ts';

/** Kinds of administrator as they are typed. */
const kinds = {
  system: 'systemAdministrator',
  security: 'securityAdministrator',
  audit: 'auditAdministrator',
} as const;

/** `accounts create-administrator KIND LOGIN NAME STAFF-NUMBER`, `accounts code LOGIN`. */
export async function accountsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { again: { type: 'boolean', default: false } },
  });
  const [verb, ...rest] = positionals;
  if (verb === 'create-administrator' && rest.length === 4)
    return withDatabase((database) => createAdministrator(database, rest, values.again));
  if (verb === 'code' && rest.length === 1) return code(rest[0] ?? '');
  throw new Misuse({
    zh: '用法：accounts create-administrator system|security|audit 账号名 姓名 工号 [--again] | accounts code 演示账号名',
    en: 'Usage: accounts create-administrator system|security|audit LOGIN NAME STAFF-NUMBER [--again] | accounts code DEMO-LOGIN',
  });
}

async function createAdministrator(
  database: Database,
  [kind = '', login = '', displayName = '', staffNumber = '']: readonly string[],
  again: boolean,
): Promise<number> {
  if (!(kind in kinds))
    throw new Misuse({
      zh: `管理员种类应为 system、security 或 audit，而不是 ${kind}。`,
      en: `An administrator is system, security or audit, not ${kind}.`,
    });
  const role = kinds[kind as keyof typeof kinds];
  const ports = enteringPorts(database);
  const password = await firstAdministrator(ports, { login, displayName, role, staffNumber }, again);
  process.stderr.write(
    `已创建 ${login}。一次性密码只显示这一次；首次登录须更换密码并绑定验证器。\nMade ${login}. The one-time password is shown only now; the first sign-in replaces it and sets up an authenticator app.\n`,
  );
  process.stdout.write(`${password}\n`);
  return 0;
}

/** The code of a person of the demonstration, in the place of an authenticator app. */
async function code(login: string): Promise<number> {
  const file = new LoginFile(environment().dataFolder);
  const secret = (await file.read()).get(login)?.totpSecret;
  if (secret === undefined)
    throw new OperatorError({
      zh: `${file.path} 中没有演示账号 ${login} 的验证器密钥；正式账号的验证码只在其本人的设备上。`,
      en: `${file.path} has no authenticator secret of a demo account ${login}; codes of real accounts are on their owners' devices alone.`,
    });
  process.stdout.write(`${codeOf(Buffer.from(fromBase32(secret)), stepAt(new Date()))}\n`);
  return 0;
}
