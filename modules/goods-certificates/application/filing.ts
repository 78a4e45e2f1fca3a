import { createHash } from 'node:crypto';
import { record } from '#journal';
import { type Day, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { goodsCertFinding } from '../domain/finding-codes.ts';
import { type NewCertificate, wrongWith } from '../domain/sound.ts';
import type { CertificateKind } from '../domain/tables.ts';
import {
  addCertificate,
  type Certificate,
  certificateByNumber,
  findCertificate,
  keepPaper,
  moveCertificate,
  paperOf,
  type ShownUse,
  usesOf,
} from '../storage/certificates.ts';
import type { CertificatePorts } from './ports.ts';
import { CertificateRefusal, unfitCertificate } from './refusals.ts';

/** Of the uses of a certificate, so many are shown (D). */
const mostUses = 200;

/** Files a certificate; the same again is the one there is. @throws Problem 422 with all its findings */
export async function fileCertificate(
  ports: CertificatePorts,
  owner: { readonly customsCode: string; readonly id: string },
  wish: NewCertificate,
): Promise<Certificate> {
  const at = ports.now();
  const today = ports.chinaDay(at);
  const { isCountry } = ports;
  const findings = wrongWith(wish, { kinds: ports.tables.kindsOn(today), today, isCountry });
  if (findings.length > 0) throw unfitCertificate(findings);
  const { origin = null, quantity = null, ...plain } = wish;
  const of = { owner: owner.customsCode, kind: wish.kind, number: wish.number };
  return ports.database.transaction(async (client) => {
    const fresh = await addCertificate(client, {
      ...{ ...plain, origin, quantity, owner: owner.customsCode, filedBy: owner.id, filedAt: at },
    });
    const filed = await certificateByNumber(client, of);
    if (!filed) throw new Error(`the certificate ${wish.number} was not kept`);
    if (fresh) await tell(client, filed, 'goods-certificate-filed', at);
    else if (!isSame(filed, wish))
      throw unfitCertificate([goodsCertFinding('CERT-OTHER', 'number', wish.number)]);
    return filed;
  });
}

const tell = (client: Client, { owner, certificateId, kind, number }: Certificate, what: string, at: Date) =>
  record(client, [
    {
      ...{ at, kind: what, subject: `${owner}/${certificateId}` },
      body: { certificateId, kind, number, recipient: owner },
    },
  ]);

/** Whether what is on file under a number is what is filed now. */
const isSame = (filed: Certificate, { origin, quantity, ...wish }: NewCertificate): boolean =>
  filed.issuer === wish.issuer &&
  filed.gcode === wish.gcode &&
  filed.origin === (origin ?? null) &&
  filed.validFrom === wish.validFrom &&
  filed.validTo === wish.validTo &&
  (filed.quantity === null || quantity === undefined
    ? filed.quantity === (quantity ?? null)
    : parseDecimal(filed.quantity) === parseDecimal(quantity));

/** A certificate of the party's, or of the zone where none is named, with the lists it answered for. @throws CertificateRefusal */
export async function certificateSeen(
  { database: { readers } }: Pick<CertificatePorts, 'database'>,
  certificateId: string,
  party: string | undefined,
): Promise<{ readonly certificate: Certificate; readonly uses: readonly ShownUse[] }> {
  const certificate = await findCertificate(readers, certificateId, party);
  if (!certificate) throw new CertificateRefusal('GOODS-CERTIFICATE-NOT-FOUND');
  return { certificate, uses: await usesOf(readers, certificate, mostUses) };
}

/** Keeps the file of a certificate that nobody has decided on yet. @throws CertificateRefusal */
export async function addPaper(
  ports: CertificatePorts,
  party: string,
  certificateId: string,
  { type, bytes }: { readonly type: string; readonly bytes: Buffer },
): Promise<void> {
  if (!looksLike(type, bytes)) throw new CertificateRefusal('GOODS-CERTIFICATE-PAPER');
  const { certificate } = await certificateSeen(ports, certificateId, party);
  if (certificate.state !== 'filed') throw new CertificateRefusal('GOODS-CERTIFICATE-STATE');
  const digest = createHash('sha256').update(bytes).digest();
  await ports.database.transaction((client) =>
    keepPaper(client, certificate, { type, bytes, digest, at: ports.now() }),
  );
}

/** How files of each type begin. */
const beginnings: Readonly<Record<string, Buffer>> = {
  'application/pdf': Buffer.from('%PDF-'),
  'image/jpeg': Buffer.from([0xff, 0xd8, 0xff]),
  'image/png': Buffer.from([0x89, 0x50, 0x4e, 0x47]),
};

const looksLike = (type: string, bytes: Buffer): boolean => {
  const begins = beginnings[type];
  return begins !== undefined && bytes.subarray(0, begins.length).equals(begins);
};

/** The file of a certificate. @throws CertificateRefusal */
export async function paperSeen(
  ports: CertificatePorts,
  certificateId: string,
  party: string | undefined,
): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const { certificate } = await certificateSeen(ports, certificateId, party);
  const paper = await paperOf(ports.database.readers, certificate);
  if (!paper) throw new CertificateRefusal('GOODS-CERTIFICATE-NO-PAPER');
  return paper;
}

/** Accepts or refuses a certificate for the officer's agency; its file has to be there. @throws CertificateRefusal */
export async function decideCertificate(
  ports: CertificatePorts,
  officer: { readonly id: string; readonly agency: string },
  certificateId: string,
  { decision, reason }: { readonly decision: 'accepted' | 'refused'; readonly reason: string },
): Promise<void> {
  const at = ports.now();
  const { certificate } = await certificateSeen(ports, certificateId, undefined);
  if (kindOf(ports, certificate, ports.chinaDay(at))?.agency !== officer.agency)
    throw new CertificateRefusal('GOODS-CERTIFICATE-NOT-FOUND');
  if (decision === 'accepted' && certificate.paper === null)
    throw new CertificateRefusal('GOODS-CERTIFICATE-NO-PAPER');
  await ports.database.transaction(async (client) => {
    const to = { state: decision, by: officer.id, at, reason };
    if (!(await moveCertificate(client, certificate, ['filed'], to)))
      throw new CertificateRefusal('GOODS-CERTIFICATE-STATE');
    await tell(client, certificate, `goods-certificate-${decision}`, at);
  });
}

/** The kind of a certificate, as the table has it on a day. */
const kindOf = (
  { tables }: Pick<CertificatePorts, 'tables'>,
  { kind }: Pick<Certificate, 'kind'>,
  day: Day,
): CertificateKind | undefined => tables.kindsOn(day).find(({ code }) => code === kind);

/** Takes a certificate back; lists it has answered for stay answered. @throws CertificateRefusal */
export async function withdrawCertificate(
  ports: CertificatePorts,
  party: string,
  certificateId: string,
): Promise<void> {
  const at = ports.now();
  const { certificate } = await certificateSeen(ports, certificateId, party);
  await ports.database.transaction(async (client) => {
    const to = { state: 'withdrawn' as const, by: null, at, reason: null };
    if (!(await moveCertificate(client, certificate, ['filed', 'accepted'], to)))
      throw new CertificateRefusal('GOODS-CERTIFICATE-STATE');
    await tell(client, certificate, 'goods-certificate-withdrawn', at);
  });
}
