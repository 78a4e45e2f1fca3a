import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { type TestDatabase, testDatabase } from '#postgres/testing';
import { codeOf, demoAccount, stepAt } from '../../modules/access/wiring.ts';
import { seedZone } from '../demo/seed.ts';
import { createZone } from '../demo/zone.ts';
import { enteringPorts } from '../server/access.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { chama as called, type Ended } from './testing/chama.ts';

const zone = createZone();
const firm = zone.brokers[0]?.customsCode ?? '';
const password = 'a long word that nobody guesses';
const secret = randomBytes(20);

describe('who signs in on the command line', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let folder: string;
  let key: string;

  beforeAll(async () => {
    rented = await testDatabase();
    const { database } = rented;
    await seedZone(database, zone);
    key = (await issueKey(database, firm, 'cli', 'enterprise', new Date())).token;
    server = await startServer({ database, port: 0 });
    // A server on real data locks what a demonstration left behind when it starts.
    const officer = {
      login: 'li.wei',
      displayName: 'Li Wei',
      role: 'officer',
      agency: 'customs',
      office: '8600',
    } as const;
    await demoAccount(
      enteringPorts(database),
      { ...officer, staffNumber: 'C1' },
      { password, totpSecret: secret },
    );
    folder = await mkdtemp(join(tmpdir(), 'chama-login-'));
    await writeFile(join(folder, 'password.txt'), `${password}\n`);
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
    await rm(folder, { recursive: true, force: true });
  });

  function chama(input: string, ...args: readonly string[]): Promise<Ended> {
    const places = { HOME: folder, XDG_STATE_HOME: '', CHAMA_DATA: folder };
    return called(args, { input, env: { ...places, CHAMA_URL: server.url, CHAMA_KEY: '' } });
  }

  test('with a key is known by it until signing out, and keeps it where nobody else can read it', async () => {
    expect(await chama('', 'whoami')).toMatchObject({ code: 1 });
    expect((await chama('', 'login', '--key', 'chk_wrong')).complaint).toContain('revoked');
    expect(await chama('', 'login', '--key', key)).toMatchObject({
      code: 0,
      output: expect.stringContaining(firm),
    });
    const kept = join(folder, '.local/state/chama/signed-in');
    const [file = ''] = await readdir(kept);
    expect((await stat(join(kept, file))).mode & 0o777).toBe(0o600);
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    const { output } = await chama('', 'api', 'listWebhooks');
    expect(JSON.parse(output)).toMatchObject({ webhooks: [] });
    expect((await chama('', 'whoami')).output).toContain('enterprise');
    expect(await chama('', 'logout')).toMatchObject({ code: 0 });
    expect(await readdir(kept)).toEqual([]);
    expect(await chama('', 'api', 'listWebhooks')).toMatchObject({ code: 1, output: '' });
  });

  test('as a person is asked for the second factor, may change things, and is nobody after signing out', async () => {
    const code = codeOf(secret, stepAt(new Date()));
    const came = await chama(
      `${code}\n`,
      'login',
      '--login',
      'li.wei',
      '--password-file',
      join(folder, 'password.txt'),
    );
    expect(came).toMatchObject({ code: 0, complaint: expect.stringContaining('second factor') });
    expect(came.output).toContain('officer');
    const who = JSON.parse((await chama('', 'whoami', '--json')).output);
    expect(who).toMatchObject({ signedIn: true, login: 'li.wei' });
    const { output } = await chama('', 'api', 'listLists', 'limit=1');
    expect(JSON.parse(output)).toMatchObject({ lists: [] });
    expect(await chama('', 'logout')).toMatchObject({ code: 0 });
    expect((await chama('', 'whoami')).code).toBe(1);
    const wrong = await chama('li.wei\nanother word\n', 'login');
    expect([wrong.code, wrong.complaint.includes('another word')]).toEqual([1, false]);
  });
});

describe('chama api', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let key: string;

  beforeAll(async () => {
    rented = await testDatabase();
    await seedZone(rented.database, zone);
    key = (await issueKey(rented.database, firm, 'cli', 'enterprise', new Date())).token;
    server = await startServer({ database: rented.database, port: 0, webhooks: { networks: ['loopback'] } });
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  const api = (...args: readonly string[]): Promise<Ended> =>
    called(['api', ...args], {
      env: { HOME: '/nonexistent', CHAMA_URL: server.url, CHAMA_KEY: key },
    });

  test('does what the interface does, by name, once where that is wished', async () => {
    const wish = ['createWebhook', 'address=http://127.0.0.1:9/hook', 'events:=["receipt.*"]', '--once'];
    const once = 'a-key-of-this-test-alone';
    const made = await api(...wish, once);
    expect(made.code).toBe(0);
    expect((await api(...wish, once)).output).toBe(made.output);
    const { webhookId } = JSON.parse(made.output);
    const shown = JSON.parse((await api('getWebhook', `webhookId=${webhookId}`)).output);
    expect(shown).toMatchObject({ webhookId, events: ['receipt.*'] });
    expect(JSON.parse((await api('listWebhooks')).output).webhooks).toHaveLength(1);
  });

  test('says what is missing or not there, and passes on what the platform refuses', async () => {
    expect((await api('getWebhook')).complaint).toContain('webhookId=…');
    expect((await api('burnEverything')).code).toBe(2);
    expect((await api('listLists', 'colour=red')).code).toBe(2);
    const refused = await api('listLists', 'limit=none');
    expect([refused.code, refused.output]).toEqual([1, '']);
    expect(JSON.parse(refused.complaint)).toMatchObject({ code: 'HTTP-PARAMETER' });
  });
});
