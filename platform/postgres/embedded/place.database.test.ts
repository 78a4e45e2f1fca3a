import { chmod, mkdtemp, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../open.ts';

/** What lies in a data folder; programs are copied there only when the project lies where PostgreSQL's user cannot go. */
async function keptIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('postgresql-')).sort();
}

const asRoot = process.getuid?.() === 0;

test.runIf(asRoot)(
  'as root, a data folder that is itself closed is opened to pass through, not to look into',
  async () => {
    const dataFolder = await realpath(await mkdtemp(join(tmpdir(), 'chama-itself-')));
    try {
      const said: string[] = [];
      const database = await openDatabase({ dataFolder, say: (sentence) => said.push(sentence.en) });
      await database.close();
      expect(said).toEqual([expect.stringMatching(/^A key file was made: /)]);
      expect((await stat(dataFolder)).mode & 0o777).toBe(0o711);
      expect(await keptIn(dataFolder)).toEqual([
        ...['master.key', 'postgres', 'postgres-passwords.json', 'postgres.log'],
      ]);
      for (const [name, mode] of [
        ['master.key', 0o600],
        ['postgres', 0o700],
        ['postgres-passwords.json', 0o600],
        ['postgres.log', 0o600],
      ] as const) {
        expect((await stat(join(dataFolder, name))).mode & 0o777).toBe(mode);
      }
    } finally {
      await rm(dataFolder, { recursive: true, force: true });
    }
  },
);

describe.runIf(asRoot)('as root, in a folder closed to others', () => {
  let closed: string;
  const places = new Set<string>();
  beforeAll(async () => {
    closed = await realpath(await mkdtemp(join(tmpdir(), 'chama-closed-')));
    await chmod(closed, 0o700);
  });
  afterAll(async () => {
    for (const folder of [closed, ...places]) await rm(folder, { recursive: true, force: true });
  });

  /** Opens the database of `<closed>/.chama`, asks, closes; returns what was said and where the data lies. */
  async function visit(question: string): Promise<{ said: string[]; place: string; rows: unknown[] }> {
    const said: string[] = [];
    const dataFolder = join(closed, '.chama');
    const database = await openDatabase({ dataFolder, say: (sentence) => said.push(sentence.en) });
    const rows = await database.query(question);
    await database.close();
    const place = (await readFile(join(dataFolder, 'postgres-location'), 'utf8')).trim();
    places.add(place);
    return { said, place, rows };
  }

  const IDENTITY = 'select system_identifier::text as cluster from pg_control_system()';

  test('the data lies where PostgreSQL can reach it, a file says where, and the next start finds it', async () => {
    const first = await visit(IDENTITY);
    expect(first.said).toEqual([
      expect.stringMatching(
        /^PostgreSQL does not run as root and its user \w+ cannot enter .*, so the database lies in /,
      ),
      expect.stringMatching(/^A key file was made: /),
    ]);
    expect((await stat(join(first.place, 'postgres'))).mode & 0o777).toBe(0o700);
    const second = await visit(IDENTITY);
    expect(second).toEqual({ said: [], place: first.place, rows: first.rows });
  });

  test('without that file a new place is begun; with it, a place that is gone is not silently replaced', async () => {
    const pointer = join(closed, '.chama', 'postgres-location');
    const { place: before, rows } = await visit(IDENTITY);
    await rename(join(before, 'postgres'), join(before, 'moved'));
    await expect(visit(IDENTITY)).rejects.toThrow(
      `The data folder ${before}/postgres, named in ${pointer}, is gone`,
    );
    await rm(pointer);
    const fresh = await visit(IDENTITY);
    expect(fresh.place).not.toBe(before);
    expect(fresh.rows).not.toEqual(rows);
  });
});
