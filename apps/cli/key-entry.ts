import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { OperatorError } from '#postgres';
import { KeyFault, openSigner, type Signer, type SignerSetting } from '#signatures';

/** One key in a file of the operator: a PEM file with its certificate, a PKCS#12 file, or a token. */
export interface KeyEntry {
  readonly key?: string;
  readonly certificate?: string;
  readonly certificateNumber?: string;
  readonly p12?: string;
  /** Path of the library of a token (PKCS#11), and which key in it. */
  readonly pkcs11?: string;
  readonly token?: string;
  readonly label?: string;
  readonly sm2Mechanism?: number;
  /** File whose first line is the password or PIN. */
  readonly passwordFile?: string;
}

/** The key an entry names; paths are relative to the file it stands in. Throws OperatorError where it names none. */
export async function keySetting(file: string, entry: KeyEntry): Promise<SignerSetting> {
  const near = (path: string): string => resolve(dirname(file), path);
  const password = entry.passwordFile && (await firstLine(near(entry.passwordFile)));
  if (entry.p12 !== undefined) return { kind: 'pkcs12', file: near(entry.p12), password: password ?? '' };
  if (entry.pkcs11 !== undefined)
    return {
      ...{ kind: 'pkcs11', library: near(entry.pkcs11), pin: password ?? '', label: entry.label ?? '' },
      ...(entry.token === undefined ? {} : { token: entry.token }),
      ...(entry.sm2Mechanism === undefined ? {} : { sm2Mechanism: entry.sm2Mechanism }),
    };
  if (entry.key === undefined)
    throw unfitFile(file, '中每把密钥应有 key、p12 或 pkcs11', 'needs key, p12 or pkcs11 for every key');
  return {
    kind: 'pem',
    key: near(entry.key),
    ...(entry.certificate === undefined ? {} : { certificate: near(entry.certificate) }),
    ...(entry.certificateNumber === undefined ? {} : { certificateNumber: entry.certificateNumber }),
    ...(password === undefined ? {} : { password }),
  };
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((fault: Error) => {
    throw unfitFile(path, '无法读取', 'cannot be read', fault);
  });
  return text.split(/\r?\n/, 1)[0] ?? '';
}

/** Opens a key; what is wrong with it is said with the file and whose key it is. */
export async function openKey(file: string, whose: string, setting: SignerSetting): Promise<Signer> {
  try {
    return await openSigner(setting);
  } catch (fault) {
    if (!(fault instanceof KeyFault)) throw fault;
    const { zh, en } = fault.sentence;
    throw new OperatorError({ zh: `${file}：${whose}：${zh}`, en: `${file}: ${whose}: ${en}` }, fault);
  }
}

/** The content of a JSON file of the operator. */
export async function jsonFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(file, 'utf8').catch((fault: Error) => {
    throw unfitFile(file, '无法读取', 'cannot be read', fault);
  });
  try {
    return JSON.parse(text) ?? {};
  } catch (fault) {
    throw unfitFile(file, '不是 JSON', 'is not JSON', fault);
  }
}

export const unfitFile = (file: string, zh: string, en: string, cause?: unknown): OperatorError =>
  new OperatorError({ zh: `${file} ${zh}。`, en: `${file} ${en}.` }, cause);
