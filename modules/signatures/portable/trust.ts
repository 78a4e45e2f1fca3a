import type { Finding } from '#kernel';
import { type CertificateFacts, type IssuerSignature, readCertificate } from './certificate.ts';
import { LEAST_RSA_BITS, revoked, untrusted } from './certificate-findings.ts';
import type { Primitives } from './primitives.ts';
import { type RevocationList, readRevocationList } from './revocation-list.ts';

/** A certificate the operator trusts by itself, for the enterprises it is tied to. */
export interface PinnedCertificate {
  readonly certificate: CertificateFacts;
  /** Customs codes or social credit codes; empty for whoever its subject names. */
  readonly owners: readonly string[];
}

/** Whom an operator trusts. */
export interface TrustMaterial {
  readonly roots: readonly CertificateFacts[];
  readonly intermediates: readonly CertificateFacts[];
  readonly revocations: readonly RevocationList[];
  readonly pinned: readonly PinnedCertificate[];
}

/**
 * Trust from DER bytes, for places without a folder.
 * Throws RangeError where bytes are no certificate or list, with their place.
 */
export function trustOf(given: {
  readonly roots?: readonly Uint8Array[];
  readonly intermediates?: readonly Uint8Array[];
  readonly revocations?: readonly Uint8Array[];
  readonly pinned?: readonly { readonly certificate: Uint8Array; readonly owners?: readonly string[] }[];
}): TrustMaterial {
  return {
    roots: (given.roots ?? []).map(certificateAt),
    intermediates: (given.intermediates ?? []).map(certificateAt),
    revocations: (given.revocations ?? []).map(
      (der, place) => readRevocationList(der) ?? refuse('revocation list', place),
    ),
    pinned: (given.pinned ?? []).map(({ certificate, owners = [] }, place) => ({
      certificate: certificateAt(certificate, place),
      owners,
    })),
  };
}

function certificateAt(der: Uint8Array, place: number): CertificateFacts {
  return readCertificate(der) ?? refuse('certificate', place);
}

function refuse(what: string, place: number): never {
  throw new RangeError(`Number ${place + 1} is no ${what}.`);
}

/** How far a certificate is trusted, and why not. */
export interface TrustVerdict {
  readonly trust: 'pinned' | 'chain' | 'untrusted';
  readonly findings: readonly Finding[];
  /** Set where the certificate is pinned to enterprises. */
  readonly owners?: readonly string[];
}

/** Authorities between a certificate and a root at most, and signatures looked at in one search; (D). */
const LONGEST_CHAIN = 6;
const MOST_SIGNATURES = 32;

/**
 * Looks for a way from a certificate to a trusted root over issuers of that name, each an authority, valid at the
 * moment, with room in its path length, whose signature holds. Certificates a message carries help on the way, but
 * vouch for nobody.
 */
export async function judgeTrust(
  certificate: CertificateFacts,
  carried: readonly CertificateFacts[],
  trust: TrustMaterial,
  at: Date,
  primitives: Primitives,
): Promise<TrustVerdict> {
  const search = new ChainSearch(carried, trust, at, primitives);
  const since = await search.revokedSince(certificate);
  const findings = since ? [revoked(certificate, since)] : [];
  const pin = trust.pinned.find((one) => same(one.certificate, certificate));
  if (pin && !search.gaveUp) return { trust: 'pinned', findings, owners: pin.owners };
  const trusted = await search.reaches(certificate, 0);
  // A search that gave up may have missed a revocation: what a message carries must not hide one.
  return trusted && !search.gaveUp
    ? { trust: 'chain', findings }
    : { trust: 'untrusted', findings: [...findings, untrusted(certificate)] };
}

class ChainSearch {
  private readonly carried: readonly CertificateFacts[];
  private readonly trust: TrustMaterial;
  private readonly at: Date;
  private readonly primitives: Primitives;
  /** Where no way led on, and the fewest authorities there were below: with as many or more there is none either. */
  private readonly tried = new Map<CertificateFacts, number>();
  private looked = 0;
  /** Whether there were more signatures than are looked at in one search. */
  gaveUp = false;

  constructor(carried: readonly CertificateFacts[], trust: TrustMaterial, at: Date, primitives: Primitives) {
    this.carried = carried;
    this.trust = trust;
    this.at = at;
    this.primitives = primitives;
  }

  /** Whether a way leads from here to a root; `below` counts the authorities already passed. */
  async reaches(certificate: CertificateFacts, below: number): Promise<boolean> {
    if (this.trust.roots.some((root) => same(root, certificate))) return true;
    if (below >= LONGEST_CHAIN || below >= (this.tried.get(certificate) ?? LONGEST_CHAIN)) return false;
    this.tried.set(certificate, below);
    for (const issuer of this.issuersOf(certificate)) {
      const fits = issuer.pathLength === undefined || issuer.pathLength >= below;
      if (!fits || !this.mayIssue(issuer) || !(await this.holds(issuer, certificate.signature))) continue;
      if (await this.revokedSince(issuer)) continue;
      if (await this.reaches(issuer, below + 1)) return true;
    }
    return false;
  }

  /**
   * Since when a list that its issuer has signed names the certificate. Lists are the operator's own, so an authority
   * the message carries may prove one: often nobody else has its certificate.
   */
  async revokedSince({ issuerName, number }: CertificateFacts): Promise<Date | undefined> {
    for (const list of this.trust.revocations) {
      const since = list.issuerName === issuerName ? list.revoked.get(number) : undefined;
      if (!since || since > this.at) continue;
      for (const issuer of this.known().filter(({ subjectName }) => subjectName === issuerName)) {
        const may = issuer.usage === undefined || issuer.usage.revocations;
        if (may && (await this.holds(issuer, list.signature))) return since;
      }
    }
    return undefined;
  }

  private known(): CertificateFacts[] {
    const pinned = this.trust.pinned.map(({ certificate }) => certificate);
    return [...this.trust.roots, ...this.trust.intermediates, ...pinned, ...this.carried];
  }

  private issuersOf({ issuerName }: CertificateFacts): CertificateFacts[] {
    const all = [...this.trust.roots, ...this.trust.intermediates, ...this.carried];
    return all.filter(({ subjectName }) => subjectName === issuerName);
  }

  private mayIssue(issuer: CertificateFacts): boolean {
    const { authority, usage, notBefore, notAfter, key, unknownCritical } = issuer;
    const strong = key.kind === 'sm2' || key.bits >= LEAST_RSA_BITS;
    const named = authority && (usage === undefined || usage.certificates);
    return named && strong && notBefore <= this.at && this.at <= notAfter && unknownCritical.length === 0;
  }

  private async holds(issuer: CertificateFacts, signature: IssuerSignature): Promise<boolean> {
    const { kind, hash, signed, value } = signature;
    if (kind !== issuer.key.kind || hash === undefined) return false;
    const before = proven.get(issuer)?.get(signature);
    if (before !== undefined) return before;
    this.gaveUp ||= this.looked >= MOST_SIGNATURES;
    if (this.gaveUp) return false;
    this.looked += 1;
    const holds = await this.primitives.verifies(issuer.key, hash, signed, value);
    const ofIssuer = proven.get(issuer) ?? new WeakMap<IssuerSignature, boolean>();
    proven.set(issuer, ofIssuer.set(signature, holds));
    return holds;
  }
}

/** What issuers' signatures were found to be: certificates are kept over messages, and these do not change. */
const proven = new WeakMap<CertificateFacts, WeakMap<IssuerSignature, boolean>>();

function same(one: CertificateFacts, other: CertificateFacts): boolean {
  const { der } = other;
  return one === other || (one.der.length === der.length && one.der.every((byte, at) => byte === der[at]));
}
