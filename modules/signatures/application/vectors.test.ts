import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesOfHex, joinBytes } from '../portable/bytes.ts';
import { verify } from '../portable/verify.ts';
import { vector } from '../testing/vectors.ts';
import { nodePrimitives } from './node-primitives.ts';
import { type SignatureVector, verifyVector } from './vectors.ts';

const folder = join(import.meta.dirname, '../../../../shared/ceb/vectors');
const present = existsSync(folder);
const official: SignatureVector[] = present
  ? JSON.parse(readFileSync(join(folder, 'signature-vectors.json'), 'utf8')).vectors
  : [];

/** A message with the signature a vector has, put where the schema has it. */
function signedDocument({
  document = '',
  signedBytesUtf8 = '',
  signatureBase64 = '',
}: SignatureVector): Buffer {
  const text = readFileSync(join(folder, document), 'utf8');
  // In the message SignedInfo inherits what its canonical form carries.
  const info = signedBytesUtf8.replace(/^<ds:SignedInfo [^>]*>/, '<ds:SignedInfo>');
  const signature =
    `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">${info}` +
    `<ds:SignatureValue>${signatureBase64}</ds:SignatureValue></ds:Signature>`;
  return Buffer.from(text.replace(/<\/ceb:CEB\d+Message>/, `${signature}$&`));
}

describe.skipIf(!present)('signatures made by keys of the E-Port', () => {
  it.each(official.map((one, index) => ({ index, one })))('number $index verifies', async ({ one }) => {
    const document = one.document === undefined ? undefined : readFileSync(join(folder, one.document));
    expect(await verifyVector(one, document)).toBe(true);
  });

  it('the message of one of them verifies whole, and no longer when a blank is added', async () => {
    const whole = official.filter(({ document }) => document !== undefined);
    expect(whole.length).toBeGreaterThan(0);
    for (const one of whole) {
      const { publicKeyX = '', publicKeyY = '' } = one;
      const point = joinBytes(Uint8Array.of(4), bytesOfHex(publicKeyX), bytesOfHex(publicKeyY));
      const options = { publicKey: { kind: 'sm2', point }, primitives: nodePrimitives } as const;
      const message = signedDocument(one);
      expect(await verify(message, options)).toMatchObject({ ok: true, signed: true, findings: [] });
      const changed = Buffer.from(message.toString().replace('</ceb:Order>', ' $&'));
      expect((await verify(changed, options)).findings.map(({ code }) => code)).toEqual(['SIG-DIGEST']);
    }
  });
});

describe('a vector', () => {
  const sound = vectorOf();

  it('verifies with its document, whose digest it gives', async () => {
    expect(await verifyVector(sound, vector('sm2-specification.xml'))).toBe(true);
  });

  it.each<[string, Partial<SignatureVector>]>([
    ['with other bytes', { signedBytesUtf8: `${sound.signedBytesUtf8} ` }],
    ['with another signature', { signatureBase64: Buffer.alloc(64, 1).toString('base64') }],
    ['with a signature that is not Base64', { signatureBase64: '!' }],
    ['with another digest', { digestValueBase64: Buffer.alloc(32).toString('base64') }],
    ['with a point off the curve', { publicKeyX: '11'.repeat(32) }],
    ['without key', { publicKeyX: undefined } as unknown as Partial<SignatureVector>],
    ['with an RSA key of no exponent', { publicKeyX: undefined, modulusHex: 'ff', exponent: 0 } as never],
  ])('does not verify %s', async (_, change) => {
    expect(await verifyVector({ ...sound, ...change })).toBe(false);
  });

  it('does not verify with another document', async () => {
    const other = Buffer.from(vector('sm2-specification.xml').toString().replace('茶', '马'));
    expect(await verifyVector(sound, other)).toBe(false);
    expect(await verifyVector(sound, Buffer.from('<'))).toBe(false);
  });
});

/** The vector a message of OpenSSL makes. */
function vectorOf(): SignatureVector {
  const text = vector('sm2-specification.xml').toString();
  const [, info = ''] = /<ds:SignedInfo>(.*?<\/ds:SignedInfo>)/.exec(text) ?? [];
  const certificate = Buffer.from(/<ds:X509Certificate>([^<]*)/.exec(text)?.[1] ?? '', 'base64').toString(
    'hex',
  );
  // The point follows the identifier of the curve and the head of a bit string.
  const [, x = '', y = ''] = /06082a811ccf5501822d03420004(.{64})(.{64})/.exec(certificate) ?? [];
  const namespaces =
    'xmlns:ceb="http://www.chinaport.gov.cn/ceb" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
  return {
    publicKeyX: x,
    publicKeyY: y,
    signedBytesUtf8: `<ds:SignedInfo ${namespaces}>${info}`,
    signatureBase64: /<ds:SignatureValue>([^<]*)/.exec(text)?.[1] ?? '',
    digestValueBase64: /<ds:DigestValue>([^<]*)/.exec(text)?.[1] ?? '',
  };
}
