import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { issueKey } from '#exchange';
import { Log, withoutSecrets } from '../../apps/server/log.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { demoAccount } from '../../modules/access/wiring.ts';
import { platformFile } from '../../modules/registry/testing/files.ts';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';

const FIRM = platformFile.customsCode;
const password = 'planted password of a colleague';
const person = { name: '段木清源', idNumber: '530102199003075517', phone: '13987659901' };
const planted = new Set([password, 'planted wrong guess', 'planted next phrase', ...Object.values(person)]);
const written: string[] = [];
let rented: TestDatabase;
let server: RunningServer;
let headers: Record<string, string>;

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await enterpriseRegister(database).save([{ ...platformFile, state: 'active' }]);
  const keep = (text: string | Uint8Array): boolean => {
    written.push(String(text));
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  server = await startServer({ database, port: 0, sweepMs: 100 });
  const { token } = await issueKey(database, FIRM, 'planted', 'enterprise', new Date());
  const { token: session } = await signedInAs(database, {
    ...{ role: 'enterprise', customsCode: FIRM, member: 'administrator' },
  });
  for (const secret of [token, session]) planted.add(secret);
  headers = { authorization: `Bearer ${token}` };
  const wish = { login: 'chu', displayName: person.name, role: 'enterprise', customsCode: FIRM } as const;
  await demoAccount(
    server.parts.access.ports,
    { ...wish, member: 'clerk' },
    { password, totpSecret: undefined },
  );
}, 60_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
  await rented.close();
});

async function ask(path: string, body: unknown, more: Record<string, string> = headers, method = 'POST') {
  const response = await fetch(`${server.url}${path}`, {
    ...{ method, headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...more } },
    ...(method === 'GET' ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

/** Signs in and out, wrongly too; asks with secrets where they do not belong; hands in persons. */
async function day(): Promise<number[]> {
  const statuses: number[] = [];
  const to = async (...asked: Parameters<typeof ask>) => {
    const answer = await ask(...asked);
    statuses.push(answer.status);
    return answer;
  };
  const signedIn = await to('/api/session', { login: 'chu', password }, {});
  const cookies = signedIn.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
  for (const one of cookies) planted.add(one.split('=')[1] ?? one);
  const cookie = { cookie: cookies.join('; ') };
  await to('/api/session', { login: 'chu', password: 'planted wrong guess' }, {});
  await to('/api/session', { login: password, password: 'planted wrong guess' }, {});
  await to('/api/session', `{"login":"chu","password":"${password}"`, {});
  await to('/api/account/password', { current: 'planted wrong guess', next: 'planted next phrase' }, cookie);
  const totp = await to('/api/account/totp', { password }, cookie);
  if (totp.status === 200) planted.add(JSON.parse(totp.text).secret);
  await to('/api/accounts', { login: 'x', password }, cookie);
  const hook = await to('/api/webhooks', { address: 'https://hooks.example/in', events: ['receipt.*'] });
  if (hook.status === 201) planted.add(JSON.parse(hook.text).secret);
  await to('/api/registry/applications', { file: { ...platformFile, contacts: [person] } }, {});
  await to('/api/parcels', { number: person.idNumber, phone: person.phone }, {});
  const message = `<ceb:CEB311Message>${Object.values(person).join('')}</ceb:CEB311Message>`;
  await to('/api/messages', message, { ...headers, 'content-type': 'application/xml' });
  const secret = [...planted].join(' ').slice(0, 300);
  await to(`/api/lists?orderNo=${encodeURIComponent(secret)}`, '', headers, 'GET');
  await to(
    `/api/keys/${encodeURIComponent(person.idNumber)}`,
    {},
    { ...headers, 'x-request-id': secret.slice(0, 60).replaceAll(/[^\w.-]/g, '-') },
    'DELETE',
  );
  await to('/api/links', '', { authorization: `Bearer ${password.replaceAll(' ', '')}` }, 'GET');
  await to('/api/links', '', headers, 'GET');
  return statuses;
}

describe('the log of a server at work', () => {
  test('has what failed and what was refused, and nothing of what was secret', async () => {
    const well = await day();
    expect(well.filter((status) => status >= 500)).toEqual([]);
    // Whatever is asked of the database fails now, with the same words in hand.
    for (const table of ['access.account', 'access.session', 'notices.subscription', 'exchange.message'])
      await rented.owner.run(`alter table ${table} rename to away_${table.split('.')[1]}`);
    expect((await day()).filter((status) => status >= 500).length).toBeGreaterThan(3);
    for (const table of ['access.account', 'access.session', 'notices.subscription', 'exchange.message'])
      await rented.owner.run(`alter table ${table.replace('.', '.away_')} rename to ${table.split('.')[1]}`);
    const lines = written.join('').trimEnd().split('\n');
    const entries = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    expect(entries.filter(({ level }) => level === 'fault').length).toBeGreaterThan(3);
    expect(entries).toContainEqual({
      ...{ time: expect.stringMatching(/Z$/), level: 'refused', code: 'ACCESS-REFUSED', status: 403 },
      ...{ method: 'GET', route: '/api/links', asker: expect.stringMatching(/^enterprise [0-9a-f-]{36}$/) },
      ...{ address: '127.0.0.1', request: expect.any(String) },
    });
    for (const secret of planted) {
      const found = lines.filter(
        (line) => line.includes(secret) || line.includes(encodeURIComponent(secret)),
      );
      expect(found, secret).toEqual([]);
    }
  }, 60_000);
});

describe('a line of the log', () => {
  const taken = (work: (log: Log) => void): string[] => {
    const lines: string[] = [];
    work(
      new Log(
        (line) => lines.push(line),
        () => new Date(0),
      ),
    );
    return lines;
  };

  test('cannot be forged, whatever a text holds', () => {
    const evil = 'no\n{"time":"2026","level":"fault"}\r\u2028\u001b[2J\u009b31m';
    const [line = '', ...more] = taken((log) => log.fault(new Error(evil), evil));
    expect(more).toEqual([]);
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(line.endsWith('\n')).toBe(true);
    expect(JSON.parse(line)).toMatchObject({ level: 'fault', what: expect.stringContaining('no\n{"time"') });
  });

  test('holds no secret, in whatever text it came', () => {
    const text = [
      'at postgres://chama:hunter2@db.example/x with chk_ab.cdEF and Bearer abc.def, whsec_aGVsbG8=',
      'cookie __Host-chama_session=Zm9v; 530102199003075517 13987659901 -----BEGIN PRIVATE KEY-----\nMII',
    ].join('\n');
    const left = withoutSecrets(text);
    for (const secret of ['hunter2', 'ab.cdEF', 'abc.def', 'aGVs', 'Zm9v', '530102', '139876', 'MII'])
      expect(left).not.toContain(secret);
    expect(left).toContain('postgres://chama:…@db.example/x');
    // What helps to find a fault stays.
    const where =
      'at file.ts:120:14 (request 0b6d6c0e-8a5c-4f0e-9d7e-2f1f0c1f5b1a) D260310S01A 2026-11-26T19:00:00Z';
    expect(withoutSecrets(where)).toBe(where);
  });

  test('of a refusal is written ten times a minute for one address', () => {
    const refusal = {
      ...{ code: 'RATE-LIMIT', status: 429, method: 'GET', route: '/api/lists', asker: undefined },
      request: 'r',
    };
    const lines = taken((log) => {
      for (let times = 0; times < 50; times++) log.refused({ ...refusal, address: '192.0.2.1' });
      log.refused({ ...refusal, address: '192.0.2.2' });
    });
    expect(lines).toHaveLength(11);
    expect(JSON.parse(lines[9] ?? '')).toMatchObject({ furtherThisMinute: 'not written' });
  });
});
