import { describe, expect, it } from 'vitest';
import { nodePrimitives } from '../application/node-primitives.ts';
import {
  type Authority,
  type CertificateWishes,
  issueCertificate,
  issueRevocationList,
} from '../authority/authority.ts';
import { makeKeyPair } from '../authority/key-pair.ts';
import { below, CARD_TIME, card, root, VALIDITY } from '../testing/cards.ts';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import { judgeTrust, type TrustMaterial, trustOf } from './trust.ts';

const read = (der: Uint8Array | undefined): CertificateFacts => {
  const facts = der && readCertificate(der);
  if (!facts) throw new Error('A certificate of our own cannot be read.');
  return facts;
};
const judged = async (
  certificate: CertificateFacts,
  carried: readonly CertificateFacts[],
  trust: TrustMaterial,
) => {
  const verdict = await judgeTrust(certificate, carried, trust, CARD_TIME, nodePrimitives);
  return [verdict.trust, ...verdict.findings.map(({ code }) => code)];
};

/** Certificates of one key and one name, each of which might have issued all the others. */
function tangle(count: number): { issuer: Authority; certificates: CertificateFacts[] } {
  const issuer = root('sm2', 'tangle');
  const wishes: CertificateWishes = {
    ...{ ...VALIDITY, subject: issuer.subject, publicKey: issuer.keyPair.publicKey, authority: {} },
  };
  const made = Array.from({ length: count }, () => read(issueCertificate(issuer, wishes)));
  return { issuer, certificates: made };
}

const serial = Uint8Array.of(7, 7, 7);

describe('the way from a certificate to a root', () => {
  it('is looked for over each certificate a few times at most, however a message tangles those it carries', async () => {
    const { issuer, certificates } = tangle(7);
    const certificate = read((await card(issuer)).certificate);
    let looks = 0;
    const list = {
      get issuerName(): string {
        looks += 1;
        return '';
      },
    } as TrustMaterial['revocations'][number];
    const trust = { ...trustOf({ roots: [root('sm2', 'another').certificate] }), revocations: [list] };
    // What was proven of one message is known for the next: only the search itself is left.
    for (let times = 0; times < 3; times++) {
      looks = 0;
      expect(await judged(certificate, certificates, trust)).toEqual(['untrusted', 'SIG-UNTRUSTED']);
    }
    expect(looks).toBeLessThan(500);
  });

  it('ends at a revoked certificate, even when only the message carries the authority that published the list', async () => {
    const authority = root();
    const middle = below(authority, 'middle');
    const revoked = read((await card(middle, { serial })).certificate);
    const list = issueRevocationList(middle, [{ serial, since: new Date('2026-01-01') }], VALIDITY);
    const trust = trustOf({ roots: [authority.certificate], revocations: [list] });
    const carried = [read(middle.certificate)];
    expect(await judged(read((await card(middle)).certificate), carried, trust)).toEqual(['chain']);
    expect(await judged(revoked, carried, trust)).toEqual(['chain', 'SIG-REVOKED']);
  });

  it('is not believed when too many namesakes of an authority stood in the way of its revocation list', async () => {
    const authority = root();
    const middle = below(authority, 'middle');
    const certificate = read((await card(middle, { serial })).certificate);
    const carried = [read(middle.certificate)];
    const before = trustOf({ roots: [authority.certificate] });
    expect(await judged(certificate, carried, before)).toEqual(['chain']);
    const list = issueRevocationList(middle, [{ serial, since: new Date('2026-01-01') }], VALIDITY);
    const after = { ...before, revocations: trustOf({ revocations: [list] }).revocations };
    const namesakes = Array.from({ length: 40 }, () => {
      const { publicKey } = makeKeyPair('sm2');
      const wishes = { ...VALIDITY, subject: { CN: 'middle' }, publicKey, authority: {} };
      return read(issueCertificate(root(), wishes));
    });
    expect(await judged(certificate, [...namesakes, ...carried], after)).toEqual([
      'untrusted',
      'SIG-UNTRUSTED',
    ]);
  });
});
