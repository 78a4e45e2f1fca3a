import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../postgres/testing/index.ts';
import { addSealingKey, rewrapKeys, sealingKeys } from './data-keys.ts';
import { addMasterKey, readKeyFile } from './key-file.ts';
import { openVault } from './open-vault.ts';
import { placeOf } from './vault.ts';

const here = placeOf('a.b', 'c');
let rented: TestDatabase;
let folder: string;
let file: string;
beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());
beforeEach(async () => {
  await rented.owner.run('truncate vault.key');
  folder = await mkdtemp(join(tmpdir(), 'chama-keys-'));
  file = join(folder, 'deep', 'master.key');
  return () => rm(folder, { recursive: true });
});
const open = () => openVault(rented.database, file);

describe('an installation', () => {
  test('gets its keys at the first start, in a file nobody else may read', async () => {
    const first = await open();
    expect(first.made).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await open();
    expect(again.made).toBe(false);
    expect(again.vault.openText(here, first.vault.seal(here, '张三'))).toBe('张三');
    expect(again.vault.personDigest('1:x')).toBe(first.vault.personDigest('1:x'));
  });

  test('has the same keys on all servers that start at once', async () => {
    await addMasterKey(file);
    const servers = await Promise.all([1, 2, 3, 4].map(open));
    const [sealed = Buffer.of()] = servers.map(({ vault }) => vault.seal(here, '张三'));
    expect(servers.map(({ vault }) => vault.openText(here, sealed))).toEqual(Array(4).fill('张三'));
    expect(new Set(servers.map(({ vault }) => vault.secret('print'))).size).toBe(1);
  });

  test('does not start without its file, and makes none that could read nothing', async () => {
    await open();
    await rm(file);
    await expect(open()).rejects.toMatchObject({ why: 'missing', file });
    await expect(stat(file)).rejects.toThrow();
  });

  test('does not start with the file of another, and says which key it lacks', async () => {
    const { masters } = await open();
    await rm(file);
    await addMasterKey(file);
    await expect(open()).rejects.toMatchObject({ wanted: masters.keys[0]?.id });
  });

  test.each([
    ['can be read by others', async () => chmod(file, 0o640), 'open-to-others'],
    ['is no key file', async () => writeFile(file, 'secret\n'), 'unreadable'],
    ['holds no key', async () => writeFile(file, '# none\n'), 'unreadable'],
  ])('does not start when its file %s', async (_what, spoil, why) => {
    await open();
    await spoil();
    await expect(open()).rejects.toMatchObject({ why });
  });

  test('keeps no key in the database by which anything could be opened', async () => {
    const { vault } = await open();
    const rows = await rented.database.query<{ row: string }>('select k::text as row from vault.key k');
    const text = rows.map(({ row }) => row).join('\n');
    for (const secret of [vault.secret('person'), vault.secret('content'), await readFile(file, 'utf8')])
      for (const line of secret.split('\n').filter((part) => part.length > 40 && !part.startsWith('#')))
        for (const encoding of ['utf8', 'base64url'] as const)
          expect(text).not.toContain(Buffer.from(line, encoding).toString('hex'));
  });
});

test('what an installation kept bare before there were keys goes on under the same value, wrapped', async () => {
  await rented.owner.run(
    `insert into vault.key (name, number, wrapped, begins_at) values ('person', 1, convert_to('bare secret', 'UTF8'), now())`,
  );
  const { vault } = await open();
  expect(vault.secret('person')).toBe('bare secret');
  const rows = await rented.database.query<{ bare: boolean }>(
    `select position(convert_to('bare secret', 'UTF8') in wrapped) > 0 or wrapped_by is null as bare from vault.key`,
  );
  expect(rows.some(({ bare }) => bare)).toBe(false);
});

describe('keys are changed', () => {
  test('by a new sealing key, which every server has learnt when it begins', async () => {
    const [one, other] = [await open(), await open()];
    const number = await addSealingKey(rented.database, one.masters, new Date(Date.now() + 2_000));
    expect(number).toBe(2);
    await Promise.all([one.refresh(rented.database), other.refresh(rented.database)]);
    expect(one.vault.keyInUse).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2_200));
    expect(one.vault.keyInUse).toBe(2);
    expect(other.vault.openText(here, one.vault.seal(here, '张三'))).toBe('张三');
  });

  test('by a new key-encryption key: all are wrapped anew, and the old one can go', async () => {
    const before = await open();
    const sealed = before.vault.seal(here, '张三');
    const masters = await addMasterKey(file);
    expect(await rewrapKeys(rented.database, masters)).toBe(6);
    expect(await rewrapKeys(rented.database, masters)).toBe(0);
    expect((await sealingKeys(rented.database)).map(({ wrappedBy }) => wrappedBy)).toEqual([
      masters.keys[1]?.id,
    ]);
    const [remark = '', , last = ''] = [...(await readFile(file, 'utf8')).matchAll(/^.+$/gm)]
      .map(([line]) => line)
      .filter((line, at) => at === 0 || !line.startsWith('#'));
    await writeFile(file, `${remark}\n${last}\n`);
    expect((await readKeyFile(file))?.keys.length).toBe(1);
    expect((await open()).vault.openText(here, sealed)).toBe('张三');
  });
});
