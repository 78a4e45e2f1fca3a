import { randomUUID } from 'node:crypto';
import type { KeyScope } from '#access';
import { type ClientCertificate, Problem } from '#http';
import { record } from '#journal';
import type { Client, Database } from '#postgres';
import {
  addCertificate,
  certificateRequired,
  listCertificates,
  type RegisteredCertificate,
  requireCertificate,
  revokeCertificate,
} from '../storage/certificates.ts';
import { subjectIdentity } from './certificate-ring.ts';
import { type KeyMaker, moreThanOwn } from './key-making.ts';

export type { RegisteredCertificate } from '../storage/certificates.ts';

export interface CertificatePorts {
  readonly database: Database;
  readonly now: () => Date;
}

/** What the owner says of a certificate. */
export interface CertificateWish {
  readonly certificate: ClientCertificate;
  readonly kind: RegisteredCertificate['kind'];
  readonly label: string;
  /** What it may do by itself; none: it is only shown beside a key. */
  readonly scopes: readonly KeyScope[];
  /** Whether who registers it has made sure that the enterprise holds its key; else the first use beside a key does. */
  readonly proven: boolean;
}

/** Registers a certificate of the caller's enterprise. */
export async function registerCertificate(
  { database, now }: CertificatePorts,
  caller: KeyMaker,
  { certificate, kind, label, scopes, proven }: CertificateWish,
): Promise<RegisteredCertificate> {
  const at = now();
  const findings = moreThanOwn(caller, scopes);
  if (findings.length > 0)
    throw new Problem(
      422,
      'CERTIFICATE-REFUSED',
      { zh: '不能这样登记证书，见 findings', en: 'The certificate cannot be registered so: see findings' },
      findings,
    );
  if (certificate.notAfter <= at)
    throw new Problem(422, 'CERTIFICATE-OVER', {
      zh: `证书已于 ${certificate.notAfter.toISOString()} 到期`,
      en: `The certificate expired at ${certificate.notAfter.toISOString()}`,
    });
  const { fingerprint, subject, issuer, notAfter } = certificate;
  const made: RegisteredCertificate = {
    ...{
      certificateId: randomUUID(),
      customsCode: caller.customsCode,
      kind,
      label,
      subject,
      issuer,
      notAfter,
    },
    identity: kind === 'fingerprint' ? fingerprint : subjectIdentity(certificate),
    scopes: scopes.length > 0 ? [...new Set(scopes)] : null,
    ...{ madeAt: at, madeBy: caller.id ?? null, provenAt: proven ? at : null },
    ...{ lastUsedAt: null, revokedAt: null },
  };
  await database.transaction(async (client) => {
    if (!(await addCertificate(client, made)))
      throw new Problem(409, 'CERTIFICATE-TAKEN', {
        zh: '此证书已登记；如需更改权限，请先吊销再登记',
        en: 'This certificate is registered already; to change what it may do revoke it and register it anew',
      });
    await tell(client, at, 'certificate-registered', made, caller);
  });
  return made;
}

/** @param party the enterprise whose it must be; of any where it is left out */
export async function endCertificate(
  { database, now }: CertificatePorts,
  caller: { readonly id?: string },
  party: string | undefined,
  certificateId: string,
): Promise<void> {
  const at = now();
  await database.transaction(async (client) => {
    const ended = await revokeCertificate(client, certificateId, at, party);
    if (!ended)
      throw new Problem(404, 'CERTIFICATE-NOT-FOUND', {
        zh: `没有有效的证书 ${certificateId}`,
        en: `There is no certificate ${certificateId} that works`,
      });
    await tell(client, at, 'certificate-revoked', ended, caller);
  });
}

/** Has the keys of the caller's enterprise work beside one of its certificates only, or alone again. */
export async function setRequired(
  { database, now }: CertificatePorts,
  caller: KeyMaker,
  required: boolean,
): Promise<void> {
  const { customsCode } = caller;
  const at = now();
  await database.transaction(async (client) => {
    const working = (await listCertificates(client, customsCode)).some(
      ({ revokedAt, provenAt, notAfter }) => revokedAt === null && provenAt !== null && notAfter > at,
    );
    if (required && !working)
      throw new Problem(409, 'CERTIFICATE-NONE', {
        zh: '尚无用过的有效证书，要求证书会使本企业的密钥全部失效；请先登记证书，并用它和密钥访问一次',
        en: 'No certificate has been used yet, so every key of yours would stop working; register one and use it beside a key first',
      });
    await requireCertificate(client, customsCode, required, at, caller.id ?? null);
  });
}

export async function certificatesOf(
  { database }: CertificatePorts,
  customsCode: string,
): Promise<{ certificates: RegisteredCertificate[]; required: boolean }> {
  return {
    certificates: await listCertificates(database.readers, customsCode),
    required: await certificateRequired(database.readers, customsCode),
  };
}

async function tell(
  client: Client,
  at: Date,
  kind: 'certificate-registered' | 'certificate-revoked',
  { certificateId, customsCode, label, subject, notAfter }: RegisteredCertificate,
  { id }: { readonly id?: string },
): Promise<void> {
  const told = { enterprise: customsCode, certificateId, label, certificateSubject: subject, notAfter };
  const body = { ...told, ...(id === undefined ? {} : { doneBy: id }) };
  await record(client, [{ at, kind, subject: certificateId, body }]);
}
