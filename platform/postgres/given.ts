import pg from 'pg';
import { placeOf } from './database.ts';
import { OperatorError } from './operator-error.ts';

/** The oldest PostgreSQL the migrations are written for, as in `server_version_num`. */
const OLDEST_VERSION = 150_000;

/**
 * Looks at a database named by DATABASE_URL: it must be a PostgreSQL URL, answer within ten seconds, let us
 * in, be of version 15 or later, and order texts by their bytes (collation C) in UTF-8. Throws OperatorError
 * naming the place without the password.
 */
export async function inspectGiven(url: string): Promise<pg.ClientConfig> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw notAnAddress();
  const config = { connectionString: url, connectionTimeoutMillis: 10_000 };
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const answer = await client.query<{ number: number; text: string; bytewise: boolean }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as text,
         'B' < 'a' and current_setting('server_encoding') = 'UTF8' as bytewise`,
    );
    const version = answer.rows[0];
    if (version !== undefined && version.number < OLDEST_VERSION) throw tooOld(placeOf(config), version.text);
    // Beginnings of numbers are looked for as ranges of an index, which only this order allows.
    if (version?.bytewise === false) throw otherOrder(placeOf(config));
    return config;
  } catch (fault) {
    throw fault instanceof OperatorError ? fault : unreachable(placeOf(config), fault);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function notAnAddress(): OperatorError {
  return new OperatorError({
    zh: 'DATABASE_URL 不是 PostgreSQL 地址；格式为 postgres://用户:密码@主机:5432/数据库。',
    en: 'DATABASE_URL is not a PostgreSQL address; write postgres://user:password@host:5432/database.',
  });
}

function tooOld(place: string, version: string): OperatorError {
  return new OperatorError({
    zh: `${place} 的 PostgreSQL 版本为 ${version}，至少需要 15；请升级或改用内置数据库。`,
    en: `PostgreSQL at ${place} is version ${version}; 15 or later is needed: upgrade it or use the embedded one.`,
  });
}

function otherOrder(place: string): OperatorError {
  return new OperatorError({
    zh: `数据库 ${place} 须为 UTF8 编码、C 排序规则；请用 create database … template template0 encoding 'UTF8' locale 'C' 另建一个。`,
    en: `The database at ${place} must have encoding UTF8 and collation C; make one by create database … template template0 encoding 'UTF8' locale 'C'.`,
  });
}

function unreachable(place: string, fault: unknown): OperatorError {
  const reason = reasonOf(fault);
  return new OperatorError(
    {
      zh: `无法连接 DATABASE_URL 所指数据库 ${place}（${reason}）；请检查地址、账户和数据库是否运行。`,
      en: `The database at ${place} (DATABASE_URL) cannot be reached: ${reason}; check the address, the account and that it runs.`,
    },
    fault,
  );
}

/** A connection refused on both 127.0.0.1 and ::1 comes as an AggregateError without a message. */
function reasonOf(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(reasonOf))].join(', ');
  return fault instanceof Error ? fault.message : String(fault);
}
