import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { applicationRoleExists, grantApplication } from './grants.ts';
import { OperatorError } from './operator-error.ts';

/** Where this program's own migrations lie. */
const MIGRATIONS_FOLDER: string = fileURLToPath(new URL('../../database/migrations', import.meta.url));

export interface MigrationReport {
  /** Names of the files applied now, in their order. */
  readonly applied: readonly string[];
  /** How many had been applied before. */
  readonly already: number;
}

interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly text: string;
}

/** PostgreSQL's code for a missing right. */
const FORBIDDEN = '42501';

/** Any number will do, as long as nobody else uses it: only one program migrates a database at a time. */
const LOCK = 20_150_312;

/**
 * Brings a database up to this program: applies the files `NNNN_name.sql` not yet recorded in
 * `postgres.migration`, in order, each in a transaction of its own, and renews the application role's rights.
 *
 * Throws OperatorError if the recorded history differs from the files, and PostgreSQL's error, with the
 * file's name before it, if a file fails (nothing of that file remains).
 */
export async function migrate(
  owner: pg.ClientConfig,
  folder: string = MIGRATIONS_FOLDER,
): Promise<MigrationReport> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ application_name: 'chama migrate', ...owner });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const recorded = await history(client);
    const pending = compareHistory(migrations, recorded);
    for (const migration of pending) await apply(client, migration);
    if (pending.length > 0 || !(await applicationRoleExists(client))) await grantApplication(client);
    return { applied: pending.map((migration) => migration.name), already: recorded.size };
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const misnamed = names.find((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name));
  if (misnamed !== undefined) throw new Error(`A migration is named NNNN_name.sql, not ${misnamed}`);
  const twice = names.find((name, place) => name.slice(0, 4) === names[place - 1]?.slice(0, 4));
  if (twice !== undefined) throw new Error(`Two migrations have the number of ${twice}`);
  return Promise.all(
    names.map(async (name) => {
      // Git may have turned line ends into CRLF; the history must not depend on that.
      const text = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** Name → digest of what has been applied here; empty for a new database. */
async function history(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const known = await client.query<{ there: boolean }>(
    `select to_regclass('postgres.migration') is not null as there`,
  );
  if (known.rows[0]?.there !== true) return new Map();
  const recorded = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from postgres.migration order by name',
  );
  return new Map(recorded.rows.map((row) => [row.name, row.sha256]));
}

function compareHistory(
  migrations: readonly Migration[],
  recorded: ReadonlyMap<string, string>,
): readonly Migration[] {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, sha256] of recorded) {
    const file = files.get(name);
    if (file === undefined) throw unknownMigration(name);
    if (file.sha256 !== sha256) throw changedMigration(name);
  }
  const last = [...recorded.keys()].at(-1) ?? '';
  const pending = migrations.filter((migration) => !recorded.has(migration.name));
  const late = pending.find((migration) => migration.name < last);
  if (late !== undefined) throw lateMigration(late.name, last);
  return pending;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.text);
    await client.query('insert into postgres.migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback').catch(() => undefined);
    if (fault instanceof pg.DatabaseError && fault.code === FORBIDDEN) throw mayNot(migration.name, fault);
    const reason = fault instanceof Error ? fault.message : String(fault);
    throw new Error(`database/migrations/${migration.name}: ${reason}`, { cause: fault });
  }
}

function mayNot(name: string, fault: pg.DatabaseError): OperatorError {
  return new OperatorError(
    {
      zh: `数据库账户无权执行迁移 ${name}（${fault.message}）；请用数据库属主的 DATABASE_URL 运行 chama migrate。`,
      en: `The database account may not apply the migration ${name} (${fault.message}); run chama migrate with the DATABASE_URL of the database's owner.`,
    },
    fault,
  );
}

function unknownMigration(name: string): OperatorError {
  return new OperatorError({
    zh: `数据库由更新的程序建立（含本程序没有的迁移 ${name}），请使用该版本程序。`,
    en: `The database was made by a newer program (it has the migration ${name}, unknown here); use that program.`,
  });
}

function changedMigration(name: string): OperatorError {
  return new OperatorError({
    zh: `迁移文件 ${name} 在执行之后被改动；请恢复原文件，另写新的迁移。`,
    en: `The migration ${name} was changed after it had been applied; restore the file and write a new migration instead.`,
  });
}

function lateMigration(name: string, last: string): OperatorError {
  return new OperatorError({
    zh: `迁移 ${name} 的编号小于已执行的 ${last}；请给它一个更大的编号。`,
    en: `The migration ${name} is numbered before ${last}, which has been applied; give it a higher number.`,
  });
}
