import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueCertificate, makeAuthority, makeKeyPair, pemText, readCertificate, verify } from '#signatures';
import { customsOf } from '../../apps/cli/customs.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { Purchases } from '../faults/purchases.ts';
import { CustomsDesk } from './customs-desk.ts';
import type { Script } from './customs-peer.ts';

const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01') };
const authority = makeAuthority('sm2', { CN: 'Test authority' }, validity);

let folder: string;
let file: string;
/** Certificates in DER, by the name of their key's file. */
const certificates = new Map<string, Uint8Array>();

/** A key in a file, with its certificate, as an entry of the operator's file names it. */
function keyFile(name: string, kind: 'sm2' | 'rsa', serialNumber: string) {
  const { privateKeyPem, publicKey } = makeKeyPair(kind);
  const certificate = issueCertificate(authority, {
    ...validity,
    publicKey,
    subject: { CN: name, serialNumber },
  });
  certificates.set(name, certificate);
  writeFileSync(join(folder, `${name}.pem`), `${privateKeyPem}\n${pemText('CERTIFICATE', certificate)}`);
  return { key: `${name}.pem` };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chama-keys-'));
  file = join(folder, 'keys.json');
  const platform = new Purchases(createZone(), 'LIVE').sender('order').customsCode;
  const enterprises = { [platform]: [keyFile('firm', 'sm2', platform)] };
  writeFileSync(file, JSON.stringify({ transport: [keyFile('node', 'rsa', 'node')], enterprises }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const silenceOnce: Script = ({ times }) => (times === 1 ? [] : [{ status: '120', info: '入库' }]);

describe('the keys of the link', () => {
  test('sign envelopes, and messages of who has given theirs; every try carries the same bytes', async () => {
    const desk = await CustomsDesk.open(silenceOnce, {
      patience: { answerMs: 100 },
      linkTo: (customsChannel) => customsOf({ customsChannel, customsKeysFile: file }),
    });
    try {
      const [dossier] = desk.make(1);
      if (!dossier) return;
      await desk.declare([dossier], ['order', 'payment']);
      await desk.counts(2, "select count(*) from links.dispatch where state = 'answered'");
      const orders = desk.peer.got.filter(({ root }) => root === 'CEB311Message');
      expect(orders.length).toBeGreaterThan(1);
      expect(new Set(orders.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(1);
      for (const { bytes } of orders) expect(await verify(bytes)).toMatchObject({ ok: true, signed: true });
      const payment = desk.peer.got.find(({ root }) => root === 'CEB411Message');
      expect(await verify(payment?.bytes ?? new Uint8Array())).toMatchObject({ signed: false });
      const node = readCertificate(certificates.get('node') ?? new Uint8Array());
      if (!node) throw new Error('the certificate cannot be read');
      for (const { envelope } of desk.peer.got)
        expect(await verify(envelope, { publicKey: node.key })).toMatchObject({
          ok: true,
          signed: true,
        });
      const { body } = await desk.ask<{ links: { keys: object[] }[] }>('/api/links');
      expect(body.links[0]?.keys).toMatchObject([
        { for: 'transport', ready: true },
        { for: dossier.order.head.ebpCode, ready: true },
      ]);
      expect(desk.stand.faults).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['no list of keys', '{"transport":{}}', /list of keys for transport/],
    ['a key that is not there', '{"transport":[{"key":"gone.pem"}]}', /transport/],
    ['an entry that names no key', '{"transport":[{}]}', /needs key, p12 or pkcs11/],
  ])('are asked for at the start: %s is said with the file', async (_what, text, words) => {
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, text);
    const opening = customsOf({ customsChannel: `folder:${folder}`, customsKeysFile: bad });
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.toMatchObject({ sentence: { zh: expect.stringContaining(bad) } });
  });
});
