import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { testAccount } from '../../modules/access/testing/signed-in.ts';
import { Stand } from '../../test/faults/stand.ts';
import { chama, type Ended } from './testing/chama.ts';

const shipped = new URL('../../contracts/codelists/transport.csv', import.meta.url);

describe('the command codelists', { timeout: 90_000 }, () => {
  let stand: Stand;
  let folder: string;
  /** Of an operator who answers for it: who proposes an edition is somebody. */
  let key: string;
  beforeAll(async () => {
    stand = await Stand.open(1);
    const operator = await testAccount(stand.database, { role: 'operator' }, new Date());
    const wish = { ownerId: operator.accountId };
    key = (await issueKey(stand.database, '', 'tables', 'operator', new Date(), wish)).token;
    folder = mkdtempSync(join(tmpdir(), 'chama-codelists-'));
  }, 60_000);
  afterAll(async () => {
    await stand?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function codelists(...args: readonly string[]): Promise<Ended> {
    const env = { CHAMA_DATA: folder, CHAMA_URL: stand.url(), CHAMA_KEY: key };
    return chama(['codelists', ...args], { env });
  }

  test('shows the lists there are, and what of one is meant by words', async () => {
    const [all, found, none] = await Promise.all([
      codelists('list'),
      codelists('show', 'country', '老挝', '--json'),
      codelists('show', 'country', 'atlantis'),
    ]);
    expect(all.output).toMatch(/country +\d+/);
    expect(JSON.parse(found.output)).toMatchObject({ code: '119', zh: '老挝' });
    expect(none.code).toBe(1);
  });

  test('proposes an edition, tells what it changes, and leaves approving to a person', async () => {
    const file = join(folder, 'transport.csv');
    writeFileSync(file, readFileSync(shipped, 'utf8').replace('水路运输,Water', '水上运输,By water'));
    const wish = ['--from', '2999-01-01', '--source', '公告 2998-99'];
    const proposed = await codelists('import', 'transport', file, ...wish);
    expect(proposed.output).toMatch(/~ .*水路运输 → 水上运输[\s\S]*-0 \+0 ~1/);
    const [, id = ''] = /chama codelists approve (\S+)/.exec(proposed.output) ?? [];
    const [listed, approved] = await Promise.all([
      codelists('editions', 'transport'),
      codelists('approve', id),
    ]);
    expect(listed.output).toMatch(new RegExp(`${id} +transport +proposed +2999-01-01`));
    expect([approved.code, approved.complaint]).toEqual([1, expect.stringContaining('sign in')]);
    expect((await codelists('withdraw', id)).output).toContain('withdrawn');
  });

  test('says what is wrong with a file, and how it is used', async () => {
    const file = join(folder, 'wrong.csv');
    writeFileSync(file, 'code,zh\n1,一\n');
    const [wrong, misused] = await Promise.all([
      codelists('import', 'transport', file, '--from', '2999-01-01', '--source', '公告'),
      codelists('import', 'transport', file),
    ]);
    expect(wrong.code).toBe(1);
    expect(wrong.complaint.length).toBeGreaterThan(10);
    expect([misused.code, misused.complaint]).toEqual([2, expect.stringContaining('Usage: codelists')]);
  });
});
