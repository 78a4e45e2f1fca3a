import { randomBytes } from 'node:crypto';
import type { MasterKey, MasterKeys } from './key-file.ts';
import { Nonces, openBytes, sealBytes } from './sealing.ts';
import type { DataKey, SecretName, Vault } from './vault.ts';

/** The part of a database this needs. */
export interface KeyTable {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

/** The data keys are wrapped by a key-encryption key that is not in the key file. */
export class WrongKeyFile extends Error {
  readonly file: string;
  /** Of the key that is missing. */
  readonly wanted: string;

  constructor(file: string, wanted: string) {
    super(`${file} lacks the key-encryption key ${wanted}`);
    this.file = file;
    this.wanted = wanted;
  }
}

interface Row {
  readonly name: string;
  readonly number: number;
  readonly wrapped: Buffer;
  readonly wrappedBy: string | null;
  readonly beginsAt: Date;
}

const SEALING = 'sealing';
const secretNames: readonly SecretName[] = ['content', 'device', 'mail', 'person', 'print'];
const nonces = new Nonces();

const rowsOf = (table: KeyTable): Promise<Row[]> =>
  table.query<Row>(
    `select name, number, wrapped, wrapped_by as "wrappedBy", begins_at as "beginsAt" from vault.key order by name, number`,
  );

/** Whether an installation has keys: then their key file must be there. */
export async function hasKeys(table: KeyTable): Promise<boolean> {
  const rows = await table.query('select 1 from vault.key where wrapped_by is not null limit 1');
  return rows.length > 0;
}

/**
 * Makes what is missing and wraps what was kept bare before there were key files. Several servers may do so at once.
 */
export async function makeKeys(table: KeyTable, masters: MasterKeys): Promise<void> {
  const master = inUse(masters);
  const rows = await rowsOf(table);
  for (const row of rows.filter(({ wrappedBy }) => wrappedBy === null))
    await table.run(
      'update vault.key set wrapped = $3, wrapped_by = $4 where name = $1 and number = $2 and wrapped_by is null',
      [row.name, row.number, wrap(master, row.name, row.number, row.wrapped), master.id],
    );
  for (const name of [SEALING, ...secretNames])
    if (!rows.some((row) => row.name === name)) await addKey(table, master, name, 1, new Date(0));
}

/** @param bytes of the secret: the UTF-8 of 43 characters, which is what secrets have always been */
async function addKey(
  table: KeyTable,
  master: MasterKey,
  name: string,
  number: number,
  beginsAt: Date,
): Promise<boolean> {
  const bytes = name === SEALING ? randomBytes(32) : Buffer.from(randomBytes(32).toString('base64url'));
  const added = await table.run(
    `insert into vault.key (name, number, wrapped, wrapped_by, begins_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [name, number, wrap(master, name, number, bytes), master.id, beginsAt],
  );
  return added === 1;
}

/** Tells the vault all keys there are. */
export async function learnKeys(table: KeyTable, masters: MasterKeys, vault: Vault): Promise<void> {
  const keys: DataKey[] = [];
  const secrets = new Map<SecretName, string>();
  for (const row of await rowsOf(table)) {
    const bytes = unwrap(masters, row);
    if (row.name === SEALING) keys.push({ number: row.number, bytes, beginsAt: row.beginsAt });
    else secrets.set(row.name as SecretName, bytes.toString('utf8'));
  }
  vault.learn(keys, secrets);
}

/**
 * Adds the next sealing key.
 * @param beginsAt after every server has looked for new keys
 */
export async function addSealingKey(table: KeyTable, masters: MasterKeys, beginsAt: Date): Promise<number> {
  for (;;) {
    const [row] = await table.query<{ number: number }>(
      'select max(number) as number from vault.key where name = $1',
      [SEALING],
    );
    const number = (row?.number ?? 0) + 1;
    if (await addKey(table, inUse(masters), SEALING, number, beginsAt)) return number;
  }
}

/** Wraps every key by the key-encryption key in use; what is sealed stays as it is. Answers how many were wrapped anew. */
export async function rewrapKeys(table: KeyTable, masters: MasterKeys): Promise<number> {
  const master = inUse(masters);
  let wrapped = 0;
  for (const row of await rowsOf(table)) {
    if (row.wrappedBy === master.id) continue;
    const bytes = unwrap(masters, row);
    wrapped += await table.run(
      `update vault.key set wrapped = $3, wrapped_by = $4
       where name = $1 and number = $2 and wrapped_by is not distinct from $5`,
      [row.name, row.number, wrap(master, row.name, row.number, bytes), master.id, row.wrappedBy],
    );
  }
  return wrapped;
}

/** What stands of the sealing keys, for people. */
export async function sealingKeys(
  table: KeyTable,
): Promise<{ number: number; wrappedBy: string; beginsAt: Date }[]> {
  const rows = await rowsOf(table);
  return rows
    .filter(({ name }) => name === SEALING)
    .map(({ number, wrappedBy, beginsAt }) => ({ number, wrappedBy: wrappedBy ?? '', beginsAt }));
}

const inUse = ({ keys }: MasterKeys): MasterKey => keys.at(-1) as MasterKey;

const place = (name: string, number: number): string => `vault.key\u0000${name}\u0000${number}`;

function wrap(master: MasterKey, name: string, number: number, bytes: Uint8Array): Buffer {
  return sealBytes({ number: 0, key: master.key }, nonces.next(), place(name, number), bytes);
}

function unwrap({ file, keys }: MasterKeys, row: Row): Buffer {
  if (row.wrappedBy === null) return row.wrapped;
  const master = keys.find(({ id }) => id === row.wrappedBy);
  if (!master) throw new WrongKeyFile(file, row.wrappedBy);
  return openBytes(master.key, place(row.name, row.number), row.wrapped);
}
