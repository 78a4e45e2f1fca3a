import { readFile } from 'node:fs/promises';
import { readCertificate } from '../../portable/certificate.ts';
import { KeyFault } from '../../portable/key-fault.ts';
import { type Holder, rsaSigner, sm2Signer } from '../../portable/memory-signer.ts';
import { pemBlocks } from '../../portable/pem.ts';
import type { PrivateKey } from '../../portable/private-key.ts';
import type { Signer } from '../../portable/signer.ts';
import { openPkcs11Signer, type Pkcs11Setting } from './pkcs11-signer.ts';
import { readPkcs12 } from './pkcs12.ts';
import { readPrivateKeys } from './private-key.ts';

/** Where a key lies: in a PEM file, in a PKCS#12 file, or in a token. */
export type SignerSetting =
  | {
      readonly kind: 'pem';
      /** Path of the private key; the certificate may stand in the same file. */
      readonly key: string;
      /** Path of the certificate, PEM or DER. */
      readonly certificate?: string;
      /** Where there is no certificate at hand. */
      readonly certificateNumber?: string;
      readonly password?: string;
    }
  | { readonly kind: 'pkcs12'; readonly file: string; readonly password: string }
  | ({ readonly kind: 'pkcs11' } & Pkcs11Setting);

/** Opens a key for signing. Rejects with KeyFault, which says what to mend. */
export async function openSigner(setting: SignerSetting): Promise<Signer> {
  try {
    return await opened(setting);
  } catch (fault) {
    if (fault instanceof KeyFault) throw fault;
    throw new KeyFault(
      '密钥无法读取，文件可能已损坏',
      'The key cannot be read; its file may be damaged',
      fault,
    );
  }
}

async function opened(setting: SignerSetting): Promise<Signer> {
  if (setting.kind === 'pkcs11') return openPkcs11Signer(setting);
  if (setting.kind === 'pkcs12') {
    const { keys, certificates } = readPkcs12(await bytesOf(setting.file), setting.password);
    return firstPair(keys, certificates, setting.file);
  }
  const text = (await bytesOf(setting.key)).toString();
  const [key] = readPrivateKeys(text, setting.password);
  if (!key) throw new KeyFault(`${setting.key} 中没有私钥`, `There is no private key in ${setting.key}`);
  const certificate =
    setting.certificate === undefined ? certificatesIn(text)[0] : await certificateAt(setting.certificate);
  return signerOf(key, { certificate, certificateNumber: setting.certificateNumber });
}

/** The key that has its certificate in the file; other certificates there are those of authorities. */
async function firstPair(
  keys: readonly PrivateKey[],
  certificates: readonly Uint8Array[],
  file: string,
): Promise<Signer> {
  for (const key of keys) {
    for (const certificate of certificates) {
      const signer = await signerOf(key, { certificate }).catch(() => undefined);
      if (signer) return signer;
    }
  }
  throw new KeyFault(`${file} 中没有成对的密钥和证书`, `There is no key with its certificate in ${file}`);
}

async function signerOf(key: PrivateKey, holder: Holder): Promise<Signer> {
  try {
    return key.kind === 'sm2' ? sm2Signer(key.scalar, holder) : await rsaSigner(key.pkcs8, holder);
  } catch (cause) {
    throw new KeyFault(
      '密钥与证书不成对，或证书无法读取；没有证书时请给出证书编号',
      'The key does not belong to the certificate, or that cannot be read; without one its number is needed',
      cause,
    );
  }
}

async function certificateAt(path: string): Promise<Uint8Array> {
  const bytes = await bytesOf(path);
  const der = certificatesIn(bytes.toString())[0] ?? new Uint8Array(bytes);
  if (readCertificate(der)) return der;
  throw new KeyFault(`${path} 中没有可读的证书`, `There is no readable certificate in ${path}`);
}

function certificatesIn(text: string): Uint8Array[] {
  return pemBlocks(text).flatMap(({ label, bytes }) => (label === 'CERTIFICATE' ? [bytes] : []));
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new KeyFault(`无法读取 ${path}`, `${path} cannot be read`, cause);
  }
}
