import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A key-encryption key: it wraps data keys and never touches the database. */
export interface MasterKey {
  /** Of its own digest, so that it can be told without being told. */
  readonly id: string;
  readonly key: KeyObject;
}

/** What a key file holds; the last wraps what is wrapped from now on, the others still unwrap. */
export interface MasterKeys {
  readonly file: string;
  readonly keys: readonly MasterKey[];
}

/** The key file cannot be used as it is; `why` tells which sentence the operator needs. */
export class KeyFileFault extends Error {
  readonly file: string;
  readonly why: 'missing' | 'open-to-others' | 'unreadable';

  constructor(file: string, why: KeyFileFault['why'], cause?: unknown) {
    super(`The key file ${file} is ${why}.`, { cause });
    this.file = file;
    this.why = why;
  }
}

const HEAD =
  '# Chama key-encryption keys. Without this file personal data in the database cannot be read: keep a copy\n' +
  '# apart from the backups of the database. One key a line (base64url, 32 bytes); the last one is in use.\n';

/** Reads a key file; undefined where there is none. Lines that begin with # are remarks. */
export async function readKeyFile(file: string): Promise<MasterKeys | undefined> {
  let text: string;
  try {
    const { mode } = await stat(file);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new KeyFileFault(file, 'open-to-others');
    text = await readFile(file, 'utf8');
  } catch (fault) {
    if ((fault as { code?: string }).code === 'ENOENT') return undefined;
    throw fault instanceof KeyFileFault ? fault : new KeyFileFault(file, 'unreadable', fault);
  }
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(masterKeyOf);
  if (keys.length === 0 || keys.includes(undefined)) throw new KeyFileFault(file, 'unreadable');
  return { file, keys: keys as MasterKey[] };
}

function masterKeyOf(line: string): MasterKey | undefined {
  const bytes = Buffer.from(line, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== line) return undefined;
  const id = createHash('sha256').update('chama master key\n').update(bytes).digest('hex').slice(0, 16);
  return { id, key: createSecretKey(bytes) };
}

/** Adds a new key as the one in use, making the file where there is none; nobody else may read it. */
export async function addMasterKey(file: string): Promise<MasterKeys> {
  await mkdir(dirname(file), { recursive: true });
  const before = (await readKeyFile(file)) ? await readFile(file, 'utf8') : HEAD;
  const fresh = `${file}.${process.pid}.new`;
  const handle = await open(fresh, 'wx', 0o600);
  try {
    await handle.writeFile(`${before.replace(/\n*$/, '\n')}${randomBytes(32).toString('base64url')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await rename(fresh, file);
  } catch (fault) {
    await rm(fresh, { force: true });
    throw fault;
  }
  return (await readKeyFile(file)) as MasterKeys;
}
