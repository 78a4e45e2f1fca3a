import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#postgres/testing';
import { fundAccounts } from '../../modules/guarantees/wiring.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { chama as called, type Ended } from './testing/chama.ts';

const samples = fileURLToPath(new URL('../../contracts/samples', import.meta.url));
const sample = (path: string): string => join(samples, path);

describe('the commands beside a running platform', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let folder: string;

  beforeAll(async () => {
    rented = await testDatabase();
    server = await startServer({ database: rented.database, port: 0, sweepMs: 200 });
    folder = await mkdtemp(join(tmpdir(), 'chama-cli-'));
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function chama(...args: readonly string[]): Promise<Ended> {
    const env = { DATABASE_URL: rented.url, CHAMA_DATA: folder, CHAMA_URL: server.url };
    return called(args, { env });
  }

  test('a key is made only for an enterprise that is in the register', async () => {
    const { code, complaint } = await chama('keys', 'create', '5301683614');
    expect(code).toBe(1);
    expect(complaint).toContain('enterprises add');
  });

  test('enterprises are entered, all or none, and listed', async () => {
    const unsound = join(folder, 'unsound.json');
    const firm = { customsCode: '5301963601', uscc: '91530100XDEM36014Q', name: 'A', roles: ['EBP'] };
    const rest = { customsOffice: '8601', validFrom: '2019-01-01', state: 'active' };
    await writeFile(unsound, JSON.stringify([{ ...firm, ...rest }]));
    const refused = await chama('enterprises', 'add', sample('enterprises.json'), unsound);
    expect(refused).toMatchObject({ code: 1, complaint: expect.stringContaining('REG-USCC-CHECK') });
    expect(await chama('enterprises', 'list')).toMatchObject({ code: 0, output: '' });

    await writeFile(unsound, JSON.stringify({ ...firm, role: 'EBP' }));
    const misshapen = await chama('enterprises', 'add', unsound);
    expect(misshapen.complaint).toContain('customsOffice, validFrom, state, role;');

    expect(await chama('enterprises', 'add', sample('enterprises.json'))).toMatchObject({ code: 0 });
    const { output } = await chama('enterprises', 'list', '--json');
    const listed = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { customsCode: string });
    expect(listed).toHaveLength(15);
    expect(listed.map(({ customsCode }) => customsCode)).toContain('5301683614');
  });

  test('a purchase is submitted with saved keys, and its list explained', async () => {
    for (const code of ['5301363602', '5301363610', '5301963612', '5301683614']) {
      const made = await chama('keys', 'create', code, '--label', 'test', '--save');
      expect(made).toMatchObject({ code: 0, output: expect.stringMatching(/^\S{20,}\n$/) });
    }
    // What the operator and customs enter in the portal: without cover no taxed list passes.
    await fundAccounts(rented.database, ['5301963605'], { amount: '10000', validFrom: '2019-01-01' });
    const sent = await chama('submit', sample('01-direct-purchase'));
    expect(sent.output).toContain('已接收 · accepted  120');
    expect(sent.output).toContain('→ 放行 · released  800 [Code:2600;Desc:放行]');
    expect(sent.code).toBe(0);
    const again = await chama('submit', '--json', sample('01-direct-purchase/04-declaration.xml'));
    expect(JSON.parse(again.output)).toMatchObject({ repeated: 1, documents: [{ verdict: 'repeated' }] });

    const token = (await chama('keys', 'create', '5301683614')).output.trim();
    const told = await chama('explain', '--key', token, 'W260310S01A');
    expect(told.output).toContain('决定 · decision  800');
    expect(await chama('explain', '--key', token, 'NONE')).toMatchObject({ code: 1 });
    expect((await chama('explain', 'W260310S01A')).complaint).toContain('Authorization');
  });

  test('what cannot be sent is said in a sentence', async () => {
    for (const [args, sentence] of [
      [[join(folder, 'none.xml')], 'cannot be read'],
      [[folder], 'There is no .xml file'],
      [[sample('34-message-cut-off/04-declaration.xml')], 'does not tell its sender'],
      [[sample('11-paid-amount-differs/03-waybill.xml')], 'No key for 5301963611'],
      [
        ['--url', 'http://127.0.0.1:9', sample('01-direct-purchase')],
        'Nothing answers at http://127.0.0.1:9',
      ],
    ] as const) {
      const { code, complaint } = await chama('submit', ...args);
      expect([code, complaint]).toEqual([1, expect.stringContaining(sentence)]);
      expect(complaint.trim().split('\n')).toHaveLength(2);
    }
  });

  test('a revoked key opens nothing any more', async () => {
    const { output } = await chama('keys', 'list', '5301363610');
    const [id = ''] = output.split(/\s/);
    expect(await chama('keys', 'revoke', id)).toMatchObject({ code: 0 });
    expect((await chama('keys', 'list', '5301363610')).output).toContain('revoked');
    expect(await chama('keys', 'revoke', id)).toMatchObject({ code: 1 });
  });

  test('the database is already as this program wants it', async () => {
    expect((await chama('migrate')).output).toMatch(/: 新执行 0 个迁移，原有 \d+ 个/);
  });
});
