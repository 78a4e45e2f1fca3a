import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateInstallation, openDatabase } from './open.ts';
import { type TestDatabase, testDatabase } from './testing/index.ts';

let given: TestDatabase;
beforeAll(async () => {
  given = await testDatabase();
});
afterAll(() => given.close());

const open = (url: string) => openDatabase({ url, dataFolder: '/nowhere', keyFile: given.keyFile });

describe('a database given by its URL', () => {
  test('is opened with its own role, and nothing is started', async () => {
    const database = await open(given.url);
    expect(database.place).not.toContain('@');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
    expect((await migrateInstallation({ url: given.url, dataFolder: '/nowhere' })).applied).toEqual([]);
  });

  test('that is no URL of PostgreSQL is one sentence', async () => {
    for (const url of ['mysql://root@localhost/zone', 'localhost:5432', 'postgres://[']) {
      await expect(open(url)).rejects.toThrow('DATABASE_URL is not a PostgreSQL address');
    }
  });

  test('that orders texts by a language is one sentence, which says how to make one that does not', async () => {
    const name = `${new URL(given.url).pathname.slice(1)}_english`;
    const elsewhere = given.url.replace(/\/[^/]*$/, `/${name}`);
    await given.owner.query(
      `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'en-US' locale 'C'`,
    );
    try {
      await expect(open(elsewhere)).rejects.toThrow('must have encoding UTF8 and collation C');
    } finally {
      await given.owner.query(`drop database ${name}`);
    }
  });

  test('that cannot be reached is one sentence with its place and without its password', async () => {
    const fault = await open('postgres://zone:hidden@127.0.0.1:1/chama').catch((error: Error) => error);
    expect(String(fault)).toContain('The database at 127.0.0.1:1/chama (DATABASE_URL) cannot be reached');
    expect(String(fault)).not.toContain('hidden');
  });

  test('that lets us not in, or is not there, says so', async () => {
    const { pathname } = new URL(given.url);
    await expect(open(given.url.replace(/:[0-9a-f]+@/, ':wrong@'))).rejects.toThrow(
      'password authentication failed',
    );
    await expect(open(given.url.replace(pathname, '/elsewhere'))).rejects.toThrow(
      '"elsewhere" does not exist',
    );
  });

  test('that takes the connection and says nothing is given up', { timeout: 20_000 }, async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(open(`postgres://zone@127.0.0.1:${port}/chama`)).rejects.toThrow(
      /cannot be reached: timeout/,
    );
    silent.close();
  });

  test('of a version before 15 is one sentence', async () => {
    const old = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write(Buffer.concat([message('R', int(0)), message('Z', Buffer.from('I'))]));
        socket.once('data', () => socket.write(versionAnswer(140_011, '14.11')));
      });
    });
    await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve));
    const address = old.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(open(`postgres://zone@127.0.0.1:${port}/chama`)).rejects.toThrow(
      `PostgreSQL at 127.0.0.1:${port}/chama is version 14.11; 15 or later is needed`,
    );
    old.close();
  });
});

// A server of an old version, as far as the protocol needs it: there is no such binary to be had from npm.

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int(body.length + 4), body]);
}

function versionAnswer(number: number, text: string): Buffer {
  const column = (name: string, type: number) =>
    Buffer.concat([Buffer.from(`${name}\0`), int(0), short(0), int(type), short(-1), int(-1), short(0)]);
  const value = (content: string) => Buffer.concat([int(content.length), Buffer.from(content)]);
  return Buffer.concat([
    message('T', Buffer.concat([short(2), column('number', 23), column('text', 25)])),
    message('D', Buffer.concat([short(2), value(String(number)), value(text)])),
    message('C', Buffer.from('SELECT 1\0')),
    message('Z', Buffer.from('I')),
  ]);
}
