import { describe, expect, it } from 'vitest';
import { base64Text } from '#ceb';
import { nodePrimitives } from '../application/node-primitives.ts';
import { issueRevocationList } from '../authority/authority.ts';
import { makeKeyPair } from '../authority/key-pair.ts';
import { below, CARD_OWNER, CARD_TIME, card, root, signerFor, VALIDITY } from '../testing/cards.ts';
import { vector } from '../testing/vectors.ts';
import type { Owner } from './owner.ts';
import { sign } from './sign.ts';
import type { Signer } from './signer.ts';
import { type TrustMaterial, trustOf } from './trust.ts';
import type { Verdict } from './verdict.ts';
import { verify } from './verify.ts';

const message = vector('rsa-variant.xml');
const authority = root();
const trusting = trustOf({ roots: [authority.certificate] });
const serial = Uint8Array.of(1, 2, 3);

async function judged(
  signer: Signer,
  trust: TrustMaterial | undefined = trusting,
  owner?: Owner,
): Promise<Verdict> {
  const signed = await sign(message, signer);
  if (!('bytes' in signed)) throw new Error('It cannot be signed.');
  const options = { at: CARD_TIME, primitives: nodePrimitives, trust, ...(owner ? { owner } : {}) };
  return verify(signed.bytes, options as Parameters<typeof verify>[1]);
}

const codes = ({ findings }: Verdict): string[] => findings.map(({ code }) => code);

describe('the certificate of a signature', () => {
  it('is in order when a trusted authority issued it, its time is now and its purpose signing', async () => {
    const verdict = await judged(await card(authority), trusting, { customsCode: CARD_OWNER });
    expect(verdict).toMatchObject({
      ok: true,
      findings: [],
      signer: { trust: 'chain', owners: [CARD_OWNER] },
    });
  });

  it.each([
    ['SIG-CERTIFICATE-EXPIRED', { notAfter: new Date('2026-05-31T23:59:59Z') }],
    ['SIG-CERTIFICATE-NOT-YET', { notBefore: new Date('2026-06-01T00:00:01Z') }],
    ['SIG-KEY-USAGE', { usage: 0x20 }],
  ])('has the finding %s when that is so', async (code, wishes) => {
    expect(codes(await judged(await card(authority, wishes)))).toEqual([code]);
  });

  it('of RSA with 768 bits is too weak, with 1,024 that of an older card', async () => {
    const rsa = root('rsa');
    const trust = trustOf({ roots: [rsa.certificate] });
    expect(codes(await judged(await card(rsa, {}, makeKeyPair('rsa', 768)), trust))).toEqual([
      'SIG-WEAK-KEY',
    ]);
    const old = await judged(await card(rsa, { hash: 'sha1' }, makeKeyPair('rsa', 1024)), trust);
    expect([old.ok, old.notes.map(({ code }) => code)]).toEqual([true, ['SIG-OLD-KEY']]);
    const strong = await judged(await card(rsa, {}, makeKeyPair('rsa')), trust);
    expect([strong.ok, strong.notes]).toEqual([true, []]);
  });

  it('belongs to the enterprise its subject names, and to no other', async () => {
    const signer = await card(authority);
    expect(codes(await judged(signer, trusting, { customsCode: '5301369999' }))).toEqual(['SIG-OWNER']);
    const nameless = await card(authority, { subject: { CN: '张三样例' } });
    const verdict = await judged(nameless, trusting, { customsCode: CARD_OWNER });
    expect(codes(verdict)).toEqual(['SIG-OWNER']);
    expect(verdict.findings[0]?.message.en).toContain('does not say');
    const social = await card(authority, { subject: { CN: 'x', OU: '91530100MA6K00000X' } });
    expect((await judged(social, trusting, { socialCreditCode: '91530100MA6K00000X' })).ok).toBe(true);
  });

  it('pinned to an enterprise needs no chain, and belongs to that enterprise whatever its subject says', async () => {
    const stranger = await card(root('sm2', 'stranger'));
    const pinned = trustOf({
      pinned: [{ certificate: stranger.certificate ?? new Uint8Array(), owners: ['5301369999'] }],
    });
    expect(await judged(stranger, pinned, { customsCode: '5301369999' })).toMatchObject({
      ok: true,
      signer: { trust: 'pinned' },
    });
    expect(codes(await judged(stranger, pinned, { customsCode: CARD_OWNER }))).toEqual(['SIG-OWNER']);
  });

  it('is not judged where nobody says whom to trust', async () => {
    const signed = await sign(message, await card(root('sm2', 'stranger')));
    const verdict = await verify('bytes' in signed ? signed.bytes : message, { at: CARD_TIME });
    expect(verdict).toMatchObject({ ok: true, signer: { trust: 'not-judged' } });
  });
});

describe('the way to a trusted authority', () => {
  const middle = below(authority, 'middle');
  const withMiddle = trustOf({ roots: [authority.certificate], intermediates: [middle.certificate] });

  it('leads over authorities the operator has, and over those the message carries', async () => {
    const signer = await card(middle);
    expect((await judged(signer, withMiddle)).signer?.trust).toBe('chain');
    expect(codes(await judged(signer))).toEqual(['SIG-UNTRUSTED']);
    const signed = await sign(message, signer);
    const carried = `<ds:X509Certificate>${base64Text(middle.certificate)}</ds:X509Certificate></ds:X509Data>`;
    const text = Buffer.from('bytes' in signed ? signed.bytes : message).toString();
    const both = Buffer.from(text.replace('</ds:X509Data>', carried));
    const verdict = await verify(both, { at: CARD_TIME, trust: trusting, primitives: nodePrimitives });
    expect(verdict).toMatchObject({ ok: true, signer: { trust: 'chain' } });
  });

  it.each([
    ['over one that is no authority', below(authority, 'middle', { authority: undefined as never })],
    ['over one that may not issue certificates', below(authority, 'middle', { usage: 0x02 })],
    ['over one that has expired', below(authority, 'middle', { notAfter: new Date('2026-01-01') })],
    ['over one of the same name that another issued', below(root('sm2', 'root'), 'middle')],
    [
      'over one below which no other may stand',
      below(below(authority, 'upper', { authority: { pathLength: 0 } }), 'middle'),
    ],
  ])('does not lead %s', async (_, wrong) => {
    const upper = below(authority, 'upper', { authority: { pathLength: 0 } });
    const trust = trustOf({
      roots: [authority.certificate],
      intermediates: [wrong.certificate, upper.certificate],
    });
    expect(codes(await judged(await card(wrong), trust))).toEqual(['SIG-UNTRUSTED']);
  });

  it('does not lead over a certificate whose issuer’s signature is another', async () => {
    const forged = await card({ ...root('sm2', 'root'), subject: { CN: 'root' } });
    expect(codes(await judged(forged))).toEqual(['SIG-UNTRUSTED']);
  });

  it('ends within bounds where authorities vouch for one another in a circle', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const circle = names.map((name) => root('sm2', name));
    const crossed = circle.flatMap((issuer) => names.map((name) => below(issuer, name)));
    const trust = trustOf({
      roots: [authority.certificate],
      intermediates: [...circle, ...crossed].map(({ certificate }) => certificate),
    });
    const [first] = crossed as [(typeof crossed)[number]];
    expect(codes(await judged(await card(first), trust))).toEqual(['SIG-UNTRUSTED']);
  });
});

describe('a revocation list', () => {
  const since = new Date('2026-01-01');
  const listOf = (issuer = authority, from = since): TrustMaterial =>
    trustOf({
      roots: [authority.certificate],
      revocations: [issueRevocationList(issuer, [{ serial, since: from }], VALIDITY)],
    });

  it('of the issuer takes a certificate out from its day on', async () => {
    const signer = await card(authority, { serial });
    expect(codes(await judged(signer, listOf()))).toEqual(['SIG-REVOKED']);
    expect((await judged(signer, listOf(authority, new Date('2026-06-02')))).ok).toBe(true);
    expect((await judged(await card(authority), listOf())).ok).toBe(true);
  });

  it('of a stranger under the issuer’s name says nothing', async () => {
    expect((await judged(await card(authority, { serial }), listOf(root('sm2', 'root')))).ok).toBe(true);
  });

  it('takes the way over an authority it names', async () => {
    const middle = below(authority, 'middle', { serial });
    const list = issueRevocationList(authority, [{ serial, since }], VALIDITY);
    const trust = trustOf({
      ...{ roots: [authority.certificate], intermediates: [middle.certificate], revocations: [list] },
    });
    expect(codes(await judged(await card(middle), trust))).toEqual(['SIG-UNTRUSTED']);
  });
});

describe('a certificate or list that is none', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['cut short', authority.certificate.subarray(0, 200)],
    ['with bytes after it', Uint8Array.from([...authority.certificate, 0])],
    ['nested without end', new Uint8Array(16_000).fill(0x30)],
    ['of open length', Uint8Array.from([0x30, 0x80, ...authority.certificate.subarray(4), 0, 0])],
    ['with a point off the curve of 64 bytes', Uint8Array.from(authority.certificate).fill(7, 190, 250)],
  ])('is refused or verifies nothing: %s', async (_, der) => {
    const signed = await sign(message, await card(authority));
    const text = Buffer.from('bytes' in signed ? signed.bytes : message).toString();
    const other = text.replace(/<ds:X509Certificate>[^<]*/, `<ds:X509Certificate>${base64Text(der)}`);
    const verdict = await verify(Buffer.from(other), { at: CARD_TIME, primitives: nodePrimitives });
    expect(verdict.ok).toBe(false);
  });

  it('is named by its place where trust is set up', () => {
    expect(() => trustOf({ roots: [authority.certificate, new Uint8Array(3)] })).toThrow(
      'Number 2 is no certificate',
    );
    expect(() => trustOf({ revocations: [new Uint8Array(3)] })).toThrow('Number 1 is no revocation list');
  });

  it('that belongs to another key makes no signer', async () => {
    const other = await card(authority);
    const certificate = other.certificate ?? new Uint8Array();
    await expect(signerFor(makeKeyPair('sm2'), certificate)).rejects.toThrow('another key');
    await expect(signerFor(makeKeyPair('rsa'), certificate)).rejects.toThrow('another key');
  });
});
