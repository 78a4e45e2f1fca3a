import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { checkUscc } from '#registry';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { RunningServer } from '../../server/server.ts';
import { startSandbox } from '../start.ts';
import { Tester } from '../testing/tester.ts';

const LIST = 'CEB621Message';

describe('the interface of the sandbox', { timeout: 60_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let tester: Tester;

  beforeAll(async () => {
    rented = await testDatabase();
    server = await startSandbox({ database: rented.database, port: 0 });
    tester = await Tester.register(server.url);
  });
  afterAll(async () => {
    await server?.close();
    await rented?.close();
  });

  describe('lets an enterprise in', () => {
    it('with right check characters, a certificate of its own and keys that work', async () => {
      const { firm } = tester;
      expect(checkUscc(firm.uscc)).toEqual([]);
      expect(firm).toMatchObject({
        customsCode: expect.stringMatching(/^5301W9[0-9A-Z]{4}$/),
        dxpId: expect.stringMatching(/^DXPENT98\d{8}$/),
        certificate: expect.stringMatching(/^-----BEGIN CERTIFICATE-----/),
        privateKey: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----/),
        roles: ['EBP', 'EBC', 'PAY', 'LGS', 'DCL', 'IAC'],
      });
      expect((await tester.ask('/api/receipts')).status).toBe(200);
    });

    it('of whom it keeps no private key', async () => {
      const rows = await rented.database.query('select e::text as text from sandbox.enterprise e');
      expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
    });

    it('with the roles and the kind of key it wishes for, and not without a name', async () => {
      const { firm } = await Tester.register(server.url, { roles: ['LGS', 'LGS'], algorithm: 'rsa' });
      expect(firm).toMatchObject({ roles: ['LGS'], algorithm: 'rsa' });
      await expect(Tester.register(server.url, { name: '  ' })).rejects.toThrow('HTTP-PARAMETER');
      await expect(Tester.register(server.url, { roles: ['KING'] })).rejects.toThrow('HTTP-PARAMETER');
    });
  });

  it('describes its routes beside those of the platform', async () => {
    const description = (await (await fetch(`${server.url}/docs/json`)).json()) as { paths: object };
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([
        '/api/messages',
        '/sandbox/enterprises',
        '/sandbox/scheme',
        '/sandbox/samples/{type}',
        '/sandbox/signatures',
      ]),
    );
    const scheme = await (await fetch(`${server.url}/sandbox/scheme`)).json();
    expect(scheme).toMatchObject({ mark: 'SBX-', messages: expect.arrayContaining([]) });
    const sample = await fetch(
      `${server.url}/sandbox/samples/607?number=SBX-120-1&customsCode=${tester.firm.customsCode}`,
    );
    expect(decode(new Uint8Array(await sample.arrayBuffer())).message?.root).toBe('CEB607Message');
    for (const [path, code] of [
      ['/sandbox/samples/CEB622', 'SANDBOX-MESSAGE'],
      ['/sandbox/samples/CEB621?customsCode=5301960001', 'SANDBOX-ENTERPRISE'],
    ])
      expect(await (await fetch(`${server.url}${path}`)).json()).toMatchObject({ status: 404, code });
  });

  it('signs for a tester who has no program yet, with the key it was given and no other', async () => {
    const sign = (body: object): Promise<Response> =>
      fetch(`${server.url}/sandbox/signatures`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const { privateKey, certificate } = tester.firm;
    const message = tester.xml(LIST, 'SBX-800-signed');
    const signed = await (await sign({ message, privateKey, certificate })).text();
    expect((await tester.send(signed, 20)).documents[0]?.outcome?.state).toBe('released');
    const other = await Tester.register(server.url);
    for (const body of [
      { message, privateKey, certificate: other.firm.certificate },
      { message, privateKey: 'none', certificate },
      { message: 'none', privateKey, certificate },
    ])
      expect(await (await sign(body)).json()).toMatchObject({ status: 422, code: 'SANDBOX-SIGNING' });
  });

  it('lets nobody in once it is full, and says what to do', async () => {
    await rented.database.run(
      `insert into sandbox.enterprise (customs_code, dxp_id, algorithm, certificate_number, certificate, made_at)
       select 'filler' || n, 'filler' || n, 'sm2', '01', '', now() from generate_series(1, 1000) as n`,
    );
    await expect(Tester.register(server.url)).rejects.toThrow('SANDBOX-FULL');
  });
});
