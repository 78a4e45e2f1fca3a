import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueKey } from '#exchange';
import { CertificateReader, openTls, type TlsEnd } from '#http';
import { type Authority, issueCertificate, makeAuthority, makeKeyPair, pemText } from '#signatures';
import { enterFirms } from '../../apps/demo/seed.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { enterprises } from '../../modules/clearance/testing/purchases.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { type Answer, type Asking, askOver, type Held } from './asking.ts';

const FIRM = '5301960001';
const OTHER = '5301960002';
const clock = { now: new Date() };
const years = (from: number, to: number) => ({
  notBefore: new Date(Date.now() + from * 365 * 86_400_000),
  notAfter: new Date(Date.now() + to * 365 * 86_400_000),
});

const root = makeAuthority('rsa', { C: 'CN', O: 'Zone', CN: 'Zone authority' }, years(-1, 5));
const elsewhere = makeAuthority('rsa', { C: 'CN', O: 'Zone', CN: 'Zone authority' }, years(-1, 5));
const pem = (der: Uint8Array): string => pemText('CERTIFICATE', der);

function held(commonName: string, by: Authority = root, term = years(-1, 1)): Held {
  const { privateKeyPem, publicKey } = makeKeyPair('rsa');
  const subject = { C: 'CN', O: 'Firm', CN: commonName };
  return { cert: pem(issueCertificate(by, { subject, publicKey, ...term })), key: privateKeyPem };
}

let folder: string;
let rented: TestDatabase;
let tls: TlsEnd;
let server: RunningServer;
let key = '';
let othersKey = '';

beforeAll(async () => {
  rented = await testDatabase();
  const { database } = rented;
  await enterFirms(database, enterprises);
  key = await keyOf(FIRM);
  othersKey = await keyOf(OTHER);
  folder = await mkdtemp(join(tmpdir(), 'chama-tls-'));
  const own = held('localhost');
  const files = {
    ...{ certificate: join(folder, 'own.pem'), key: join(folder, 'own.key') },
    clientAuthorities: join(folder, 'authorities.pem'),
  };
  await writeFile(files.certificate, own.cert);
  await writeFile(files.key, own.key);
  await writeFile(files.clientAuthorities, pem(root.certificate));
  tls = await openTls({ files, fault: (error) => expect(error).toBeUndefined() });
  const reader = new CertificateReader({ authorities: tls.clientAuthorities });
  server = await startServer({
    ...{ database, port: 0, now: () => clock.now, sweepMs: 200 },
    ...{ tls, certificateOf: (request) => reader.of(request) },
  });
}, 60_000);
afterAll(async () => {
  await server.close();
  tls.stop();
  await rented.close();
  await rm(folder, { recursive: true });
});

/** With every scope, as an administrator of the enterprise may make one. */
async function keyOf(code: string): Promise<string> {
  const scopes = ['receipts', 'keys'] as const;
  return (await issueKey(rented.database, code, '', 'enterprise', clock.now, { scopes })).token;
}

const ask = (path: string, asking: Asking = {}): Promise<Answer> =>
  askOver(asking.to ?? server.url, pem(root.certificate), path, asking);

const register = (certificate: Held, by: string, more: object = {}) =>
  ask('/api/client-certificates', {
    ...{ key: by, method: 'POST' },
    body: { certificate: certificate.cert, label: 'ERP', ...more },
  });
const receipts = (asking: Asking) => ask('/api/receipts', asking);
const said = ({ status, body }: Answer) => [status, body.code].filter((part) => part !== undefined);
const rule = (required: boolean, asking: Asking = { key }) =>
  ask('/api/client-certificates/rule', { ...asking, method: 'PUT', body: { required } });
/** What was looked up is believed for some seconds. */
const wait = () => {
  clock.now = new Date(clock.now.getTime() + 5_001);
};

describe('a server that speaks TLS', () => {
  test('answers people and programs without certificates as one of HTTP does', async () => {
    expect(server.url).toMatch(/^https:/);
    expect(said(await ask('/api/health'))).toEqual([200]);
    expect(said(await receipts({ key }))).toEqual([200]);
    expect(said(await receipts({}))).toEqual([401, 'KEY-UNKNOWN']);
  });

  test('speaks TLS 1.2 and 1.3 alone, by suites with keys made for one connection, and waits for no request without end', async () => {
    const port = Number(new URL(server.url).port);
    const speaking = (options: ConnectionOptions) =>
      new Promise<string>((resolve) => {
        const socket = connect({
          port,
          host: '127.0.0.1',
          servername: 'localhost',
          ca: pem(root.certificate),
          ...options,
        });
        socket.once('error', () => resolve('refused'));
        socket.once('secureConnect', () => {
          resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
          socket.destroy();
        });
      });
    const old = { maxVersion: 'TLSv1.2' } as const;
    expect(await speaking({})).toMatch(/^TLSv1.3 TLS_AES_256_GCM/);
    expect(await speaking(old)).toBe('TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384');
    for (const ciphers of ['AES256-GCM-SHA384', 'ECDHE-RSA-AES256-SHA384', 'AES128-SHA'])
      expect([ciphers, await speaking({ ...old, ciphers })]).toEqual([ciphers, 'refused']);
    expect(
      await speaking({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    ).toBe('refused');
    const files = { certificate: join(folder, 'own.pem'), key: join(folder, 'own.key') };
    const another = await openTls({ files, fault: (error) => expect(error).toBeUndefined() });
    expect(another.server(() => undefined).requestTimeout).toBe(120_000);
    another.stop();
  });

  test('takes up a renewed certificate without a restart, and keeps the former one while the new one is half there', async () => {
    const before = (await ask('/api/health')).serial;
    const renewed = held('localhost');
    await writeFile(join(folder, 'own.pem'), renewed.cert);
    await expect(tls.look()).rejects.toThrow();
    expect((await ask('/api/health')).serial).toBe(before);
    await writeFile(join(folder, 'own.key'), renewed.key);
    await tls.look();
    const after = (await ask('/api/health')).serial;
    expect(after).not.toBe(before);
    await tls.look();
    expect((await ask('/api/health')).serial).toBe(after);
  });
});

describe('a certificate a program shows', () => {
  test('opens nothing until it was shown beside a key of the enterprise, and then what it is for', async () => {
    const mine = held('erp.firm.example');
    expect(said(await receipts({ with: mine }))).toEqual([401, 'KEY-UNKNOWN']);
    expect(said(await register(mine, key, { scopes: ['receipts'] }))).toEqual([201]);
    wait();
    expect(said(await receipts({ with: mine }))).toEqual([401, 'KEY-UNKNOWN']);
    expect(said(await receipts({ with: mine, key }))).toEqual([200]);
    expect(said(await receipts({ with: mine }))).toEqual([200]);
    expect(said(await ask('/api/lists', { with: mine }))).toEqual([403, 'KEY-SCOPE']);
    const { body } = await ask('/api/client-certificates', { key });
    expect(body).toMatchObject({ asked: true, required: false, certificates: [{ state: 'active' }] });
  });

  test('is whose who holds its key: to have named it first is worth nothing', async () => {
    const theirs = held('erp.other.example');
    expect(said(await register(theirs, key, { scopes: ['receipts'] }))).toEqual([201]);
    expect(said(await register(theirs, othersKey, { scopes: ['receipts'] }))).toEqual([201]);
    wait();
    expect(said(await receipts({ with: theirs, key: othersKey }))).toEqual([200]);
    const { body } = await ask('/api/client-certificates', { key: othersKey });
    expect(body).toMatchObject({ certificates: [{ state: 'active' }] });
    // Shown by who holds it, it is the holder's.
    const [whose] = await rented.database.query<{ code: string }>(
      'select customs_code as code from exchange.client_certificate where proven_at is not null order by proven_at desc limit 1',
    );
    expect(whose?.code).toBe(OTHER);
    expect(said(await register(theirs, othersKey))).toEqual([409, 'CERTIFICATE-TAKEN']);
  });

  test('that is revoked or has expired opens nothing', async () => {
    const mine = held('gone.firm.example');
    const made = await register(mine, key, { scopes: ['receipts'] });
    await receipts({ with: mine, key });
    expect(said(await receipts({ with: mine }))).toEqual([200]);
    const path = `/api/client-certificates/${made.body.certificateId}`;
    expect(said(await ask(path, { key: othersKey, method: 'DELETE' }))).toEqual([
      404,
      'CERTIFICATE-NOT-FOUND',
    ]);
    expect((await ask(path, { key, method: 'DELETE' })).status).toBe(204);
    wait();
    expect(said(await receipts({ with: mine }))).toEqual([401, 'KEY-UNKNOWN']);
    const over = held('over.firm.example', root, years(-2, -1));
    expect(said(await register(over, key))).toEqual([422, 'CERTIFICATE-OVER']);
  });

  test('goes by its subject where an authority the server trusts has issued it, also when it is renewed, and by nobody else’s word', async () => {
    const first = held('subject.firm.example');
    await register(first, key, { kind: 'subject', scopes: ['receipts'] });
    expect(said(await receipts({ with: first, key }))).toEqual([200]);
    expect(said(await receipts({ with: held('subject.firm.example') }))).toEqual([200]);
    // The same names, made by somebody who calls itself like the authority.
    expect(said(await receipts({ with: held('subject.firm.example', elsewhere) }))).toEqual([
      401,
      'KEY-UNKNOWN',
    ]);
    expect(said(await receipts({ with: held('subject.firm.example', root, years(-2, -1)) }))).toEqual([
      ...[401, 'KEY-UNKNOWN'],
    ]);
  });

  test('is registered without its private key, and as a certificate that can be read', async () => {
    const { cert, key: secret } = held('x.firm.example');
    expect(said(await register({ cert: cert + secret, key: '' }, key))).toEqual([422, 'CERTIFICATE-PRIVATE']);
    expect(said(await register({ cert: 'x', key: '' }, key))).toEqual([422, 'CERTIFICATE-UNREADABLE']);
    expect(said(await register(held('y.firm.example'), key, { scopes: ['webhooks'] }))).toEqual([
      ...[422, 'CERTIFICATE-REFUSED'],
    ]);
  });
});

describe('an enterprise that has its keys work beside a certificate only', () => {
  test('cannot lock itself out, and then its key alone, or beside a stranger’s certificate, opens nothing', async () => {
    const third = '5301960003';
    const own = await keyOf(third);
    expect(said(await rule(true, { key: own }))).toEqual([409, 'CERTIFICATE-NONE']);
    const mine = held('erp.third.example');
    await register(mine, own);
    expect(said(await rule(true, { key: own }))).toEqual([409, 'CERTIFICATE-NONE']);
    await receipts({ with: mine, key: own });
    expect(said(await rule(true, { key: own, with: mine }))).toEqual([200]);
    wait();
    expect(said(await receipts({ key: own }))).toEqual([401, 'CERTIFICATE-REQUIRED']);
    expect(said(await receipts({ key: own, with: held('erp.stranger.example') }))).toEqual([
      ...[401, 'CERTIFICATE-REQUIRED'],
    ]);
    expect(said(await receipts({ key: own, with: mine }))).toEqual([200]);
    // It stands for no key: alone it opens nothing.
    expect(said(await receipts({ with: mine }))).toEqual([401, 'KEY-UNKNOWN']);
    expect(said(await receipts({ key }))).toEqual([200]);
    await rule(false, { key: own, with: mine });
    wait();
    expect(said(await receipts({ key: own }))).toEqual([200]);
  });
});

describe('behind a proxy that speaks TLS', () => {
  const behind = async (proxies: readonly string[], asks: (url: string) => Promise<void>) => {
    const reader = new CertificateReader({
      authorities: () => pem(root.certificate),
      proxy: { proxies, header: 'client-cert' },
    });
    const inner = await startServer({
      ...{ database: rented.database, port: 0, now: () => clock.now, sweepMs: 200 },
      certificateOf: (request) => reader.of(request),
    });
    await asks(inner.url).finally(() => inner.close());
  };
  const base64 = (one: Held): string => `:${one.cert.replaceAll(/-----[^-]+-----|\s/g, '')}:`;

  test('a certificate is taken from its header, in either form, and from no other address', async () => {
    const mine = held('proxied.firm.example');
    await register(mine, key, { scopes: ['receipts'] });
    const subject = held('proxied-subject.firm.example');
    await register(subject, key, { kind: 'subject', scopes: ['receipts'] });
    await behind(['127.0.0.0/8'], async (to) => {
      for (const one of [mine, subject])
        expect(said(await receipts({ to, key, headers: { 'client-cert': base64(one) } }))).toEqual([200]);
      for (const value of [base64(mine), encodeURIComponent(mine.cert), base64(subject)])
        expect(said(await receipts({ to, headers: { 'client-cert': value } }))).toEqual([200]);
      const forged = base64(held('proxied-subject.firm.example', elsewhere));
      for (const value of ['', 'nonsense', ':AAAA:', '%', forged])
        expect(said(await receipts({ to, headers: { 'client-cert': value } }))).toEqual([401, 'KEY-UNKNOWN']);
    });
    await behind(['10.0.0.1', 'fd00::/8'], async (to) => {
      const headers = { 'client-cert': base64(mine) };
      expect(said(await receipts({ to, headers }))).toEqual([401, 'KEY-UNKNOWN']);
    });
  });

  test('an address that is none is said so at the start', () => {
    for (const proxies of [['proxy.example'], ['10.0.0.0/33'], ['10.0.0.0/x']])
      expect(
        () => new CertificateReader({ authorities: () => undefined, proxy: { proxies, header: 'x' } }),
      ).toThrow(/no address/);
  });
});

test('a header is nothing to a server that has no proxy in front', async () => {
  const mine = held('direct.firm.example');
  await register(mine, key, { scopes: ['receipts'] });
  await receipts({ with: mine, key });
  const headers = { 'client-cert': `:${mine.cert.replaceAll(/-----[^-]+-----|\s/g, '')}:` };
  expect(said(await receipts({ headers }))).toEqual([401, 'KEY-UNKNOWN']);
});
