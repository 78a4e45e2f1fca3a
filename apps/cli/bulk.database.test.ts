import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf, orderRows } from '../../test/bulk/tables.ts';
import { Stand } from '../../test/faults/stand.ts';
import { chama, type Ended } from './testing/chama.ts';

describe('the command bulk', { timeout: 90_000 }, () => {
  let stand: Stand;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chama-cli-'));
    stand = await Stand.open(1);
  });
  afterAll(async () => {
    await stand?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function bulk(...args: readonly string[]): Promise<Ended> {
    const key = stand.key(stand.zone.platforms[0]?.customsCode ?? '');
    const env = { CHAMA_DATA: folder, CHAMA_URL: stand.url(), CHAMA_KEY: key };
    return chama(['bulk', ...args], { env, folder });
  }

  function table(name: string, faults: readonly Readonly<Record<string, string>>[]): string {
    const [platform] = stand.zone.platforms;
    const rows = faults.flatMap((fault, at) =>
      orderRows(platform as NonNullable<typeof platform>, `CLI${name}${at}`).map((row) => ({
        ...row,
        ...fault,
      })),
    );
    writeFileSync(join(folder, name), csvOf(rows));
    return name;
  }

  test('hands a table in, tells what is wrong, and brings the bad rows back', async () => {
    const file = table('orders.csv', [{}, { country: 'XYZ' }, {}]);
    const read = await bulk('submit', file, '--kind', 'orders', '--wait');
    expect(read.code).toBe(1);
    expect(read.output).toMatch(/第 3 行 · row 3 .*\n +CEB-CODE-LIST AP3 country/);
    const [, id = ''] = /chama bulk hand-in (\S+)/.exec(read.output) ?? [];
    expect((await bulk('hand-in', id, '--wait')).output).toMatch(/done.*[\s\S]*accepted 2/);
    expect(await bulk('errors', id, '-o', 'errors.csv')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'errors.csv'), 'utf8')).toContain('XYZ');
    expect((await bulk('list')).output).toContain(id);
    expect((await bulk('show', id, '--json')).output).toContain('"accepted":2');
  });

  test('hands the good ones in at once where it is told so, and ends with 0 where all are', async () => {
    const { code, output } = await bulk(
      'submit',
      table('all.csv', [{}, {}]),
      '--kind',
      'orders',
      '--accept-good',
      '--wait',
    );
    expect([code, output]).toEqual([0, expect.stringContaining('accepted 2')]);
  });

  test('brings a table to fill, and cancels one that is not wanted', async () => {
    expect(await bulk('template', 'lists', '-o', 'lists.xlsx', '--lang', 'en')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'lists.xlsx')).subarray(0, 2).toString()).toBe('PK');
    const read = await bulk('submit', table('no.csv', [{}]), '--kind', 'orders', '--wait', '--json');
    const { fileId } = JSON.parse(read.output) as { fileId: string };
    expect((await bulk('cancel', fileId)).output).toContain('cancelled');
  });

  test('says in a sentence what it cannot do', async () => {
    expect((await bulk('submit', 'nothing.csv', '--kind', 'orders')).complaint).toContain('cannot be read');
    expect((await bulk('submit', table('x.csv', [{}]), '--kind', 'ships')).complaint).toContain(
      'There is no kind ships',
    );
    expect(await bulk('submit')).toMatchObject({
      code: 2,
      complaint: expect.stringContaining('Usage: bulk submit'),
    });
  });
});
