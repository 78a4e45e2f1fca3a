import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CertificateFacts, readCertificate } from '../../portable/certificate.ts';
import { LEAST_RSA_BITS } from '../../portable/certificate-findings.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import { pemText } from '../../portable/pem.ts';
import { readRevocationList } from '../../portable/revocation-list.ts';
import { ANY_OWNER, fingerprint, readTrustFolder, type TrustEntry, valuesIn } from './trust-folder.ts';

/** Codes an enterprise is known by: customs code of 10 characters, or social credit code of 18. */
const OWNER = /^([0-9A-Z]{10}|[0-9A-Z]{18})$/;

/**
 * Takes the certificates and revocation lists of a file into a trust folder: authorities that vouch for themselves as
 * roots, other authorities as intermediates, lists as lists, and what is left as certificates pinned to the owners.
 * Rejects with KeyFault for what should not be trusted.
 * @returns the files written, relative to the folder.
 */
export async function addTrust(folder: string, path: string, owners: readonly string[]): Promise<string[]> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new KeyFault(`无法读取 ${path}`, `${path} cannot be read`, cause);
  });
  for (const owner of owners) {
    if (!OWNER.test(owner)) {
      throw new KeyFault(
        `${owner} 不是企业代码：应为 10 位海关代码或 18 位统一社会信用代码`,
        `${owner} is no code of an enterprise: a customs code has 10 characters, a social credit code 18`,
      );
    }
  }
  const files = valuesIn(bytes).flatMap((der) => filesFor(der, path, owners));
  for (const { file, label, der } of files) await writeWhole(join(folder, file), pemText(label, der));
  return files.map(({ file }) => file);
}

interface NewFile {
  readonly file: string;
  readonly label: string;
  readonly der: Uint8Array;
}

function filesFor(der: Uint8Array, path: string, owners: readonly string[]): NewFile[] {
  const certificate = readCertificate(der);
  if (certificate) {
    refuseWeak(certificate);
    const name = `${certificate.number}-${fingerprint(der).slice(0, 8)}.pem`;
    return placesOf(certificate, owners).map((place) => ({
      file: join(place, name),
      label: 'CERTIFICATE',
      der,
    }));
  }
  if (!readRevocationList(der)) {
    throw new KeyFault(
      `${path} 中没有可读的证书或吊销列表（PEM 或 DER）`,
      `${path} holds no readable certificate or revocation list in PEM or DER`,
    );
  }
  return [{ file: join('revocations', `${fingerprint(der).slice(0, 16)}.pem`), label: 'X509 CRL', der }];
}

function placesOf(certificate: CertificateFacts, owners: readonly string[]): string[] {
  if (owners.length > 0) return owners.map((owner) => join('pinned', owner));
  if (!certificate.authority) return [join('pinned', ANY_OWNER)];
  return [certificate.subjectName === certificate.issuerName ? 'roots' : 'intermediates'];
}

/** What is too weak today is not taken into new trust. */
function refuseWeak({ key, number }: CertificateFacts): void {
  if (key.kind === 'sm2' || key.bits >= LEAST_RSA_BITS) return;
  throw new KeyFault(
    `证书 ${number} 的 RSA 密钥只有 ${key.bits} 位，不予信任`,
    `The RSA key of the certificate ${number} has only ${key.bits} bits and is not trusted`,
  );
}

/** A reader never sees half a file: its name is hidden until it is whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${process.pid}-${Date.now()}`);
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}

/**
 * Takes certificates out by their number, or any entry by its file name.
 * @returns the entries taken out. Rejects with KeyFault where there is none.
 */
export async function removeTrust(folder: string, name: string): Promise<TrustEntry[]> {
  const { entries } = await readTrustFolder(folder);
  const number = name.toLowerCase();
  const gone = entries.filter(
    (entry) => entry.file === name || ('certificate' in entry && entry.certificate.number === number),
  );
  if (gone.length === 0) {
    throw new KeyFault(`信任库中没有 ${name}`, `There is no ${name} in the trust folder`);
  }
  for (const file of new Set(gone.map((entry) => entry.file))) await rm(join(folder, file));
  return gone;
}
