import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Authority,
  issueCertificate,
  makeAuthority,
  makeKeyPair,
  pemText,
  readPrivateKeys,
  type Signer,
  sign,
  sm2Signer,
} from '#signatures';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { makeDossier } from '../demo/dossiers.ts';
import { stepBytes } from '../demo/messages.ts';
import { createRandom } from '../demo/random.ts';
import { demoKeys, seedZone } from '../demo/start.ts';
import { createZone } from '../demo/zone.ts';
import { type RunningServer, startServer } from './server.ts';

const zone = createZone();
const random = createRandom('signatures');
const folder = mkdtempSync(join(tmpdir(), 'chama-trust-'));
const validity = { notBefore: new Date('2020-01-01'), notAfter: new Date('2100-01-01') };
const faults: unknown[] = [];
let rented: TestDatabase;
let keys: ReadonlyMap<string, string>;
let reporting: RunningServer;
let requiring: RunningServer;
let authority: Authority;

beforeAll(async () => {
  rented = await testDatabase();
  await seedZone(rented.database, zone);
  const store = { read: async () => new Map<string, string>(), add: async () => undefined };
  keys = await demoKeys(rented.database, zone, store, async () => false);
  authority = makeAuthority('sm2', { CN: 'authority' }, validity);
  mkdirSync(join(folder, 'roots'));
  writeFileSync(join(folder, 'roots/authority.pem'), pemText('CERTIFICATE', authority.certificate));
  const settings = { database: rented.database, port: 0, fault: (error: unknown) => faults.push(error) };
  reporting = await startServer({ ...settings, trustFolder: folder });
  requiring = await startServer({ ...settings, trustFolder: folder, signaturePolicy: 'require' });
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await reporting.close();
  await requiring.close();
  await rented.close();
  rmSync(folder, { recursive: true });
});

function signerOf(code: string, issuer: Authority): Signer {
  const { publicKey, privateKeyPem } = makeKeyPair('sm2');
  const subject = { O: code, CN: 'card' };
  const certificate = issueCertificate(issuer, { ...validity, subject, publicKey });
  const [key] = readPrivateKeys(privateKeyPem);
  return sm2Signer(key?.kind === 'sm2' ? key.scalar : new Uint8Array(), { certificate });
}

interface Answer {
  readonly messageId: string;
  readonly accepted: number;
  readonly findings?: readonly { readonly code: string }[];
  readonly documents: readonly {
    readonly verdict: string;
    readonly status: string;
    readonly findings: readonly { readonly code: string }[];
  }[];
}

let made = 0;
/** Hands in the list of a new purchase, signed in some way; answers what its broker is told. */
async function handIn(
  server: RunningServer,
  signed: (bytes: Uint8Array, sender: string) => Promise<Uint8Array> | Uint8Array,
): Promise<Answer> {
  made += 1;
  const number = `SG${String(made).padStart(6, '0')}`;
  const dossier = makeDossier(random, zone, { number, orderedAt: Date.now() - 7_200_000, buyerIndex: made });
  const step = dossier.steps.at(-1);
  if (!step) throw new Error('The dossier has no list.');
  const { customsCode } = step.sender;
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keys.get(customsCode)}`, 'content-type': 'application/xml' },
    body: new Uint8Array(await signed(stepBytes(step, random), customsCode)),
  });
  return (await response.json()) as Answer;
}

async function signedBy(bytes: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const signed = await sign(bytes, signer);
  if (!('bytes' in signed)) throw new Error('It cannot be signed.');
  return signed.bytes;
}

const rightly = (bytes: Uint8Array, sender: string): Promise<Uint8Array> =>
  signedBy(bytes, signerOf(sender, authority));
const changed = async (bytes: Uint8Array, sender: string): Promise<Uint8Array> =>
  Buffer.from(
    Buffer.from(await rightly(bytes, sender))
      .toString()
      .replace('</ceb:Inventory>', ' $&'),
  );
const codes = (found: readonly { readonly code: string }[] | undefined): string[] =>
  (found ?? []).map(({ code }) => code);

describe('the signature of a list', () => {
  test('that is in order is not spoken of', async () => {
    for (const server of [reporting, requiring]) {
      const answer = await handIn(server, rightly);
      expect([answer.accepted, answer.findings]).toEqual([1, undefined]);
    }
  });

  test('of a list that was changed after signing is told, kept with the evidence, and not held against it', async () => {
    const answer = await handIn(reporting, changed);
    expect([answer.accepted, codes(answer.findings)]).toEqual([1, ['SIG-DIGEST']]);
    const [kept] = await rented.owner.query<{ findings: object }>(
      'select findings from exchange.message where message_id = $1',
      [answer.messageId],
    );
    expect(kept?.findings).toEqual([{ index: -1, code: 'SIG-DIGEST' }]);
  });

  test.each([
    ['changed after signing', changed, ['SIG-DIGEST']],
    [
      'signed by a stranger',
      (bytes: Uint8Array, sender: string) =>
        signedBy(bytes, signerOf(sender, makeAuthority('sm2', { CN: 'stranger' }, validity))),
      ['SIG-UNTRUSTED'],
    ],
    [
      'signed by another enterprise',
      (bytes: Uint8Array) => signedBy(bytes, signerOf('5301969999', authority)),
      ['SIG-OWNER'],
    ],
    ['with an illustration in place of a certificate', (bytes: Uint8Array) => bytes, ['SIG-CERTIFICATE']],
  ] as const)(
    'where signatures are required, a list is refused with the code of the standard: %s',
    async (_, signed, expected) => {
      const { documents } = await handIn(requiring, signed);
      expect(documents.map(({ verdict, status }) => [verdict, status])).toEqual([['refused', '-621029']]);
      expect(codes(documents[0]?.findings)).toEqual(expected);
    },
  );
});
