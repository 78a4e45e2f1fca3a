import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '#postgres';
import { KeyFault, type SignerSetting } from '#signatures';
import { environment } from './environment.ts';
import { Misuse } from './misuse.ts';

/** Options that name a key, for `parseArgs`. */
export const KEY_OPTIONS = {
  key: { type: 'string' },
  certificate: { type: 'string' },
  'certificate-number': { type: 'string' },
  p12: { type: 'string' },
  pkcs11: { type: 'string' },
  token: { type: 'string' },
  label: { type: 'string' },
  'sm2-mechanism': { type: 'string' },
  'password-file': { type: 'string' },
} as const;

export type KeyOptions = { readonly [Name in keyof typeof KEY_OPTIONS]?: string | undefined };

/** The key the options name; throws Misuse where they name none, or more than one. */
export async function keyNamed(options: KeyOptions): Promise<SignerSetting> {
  const { key, p12, pkcs11, certificate, label, token } = options;
  if ([key, p12, pkcs11].filter((one) => one !== undefined).length !== 1) {
    throw new Misuse({
      zh: '请用 --key、--p12 或 --pkcs11 指明一把密钥。',
      en: 'Name one key with --key, --p12 or --pkcs11.',
    });
  }
  const password = await passwordOf(options['password-file']);
  if (p12 !== undefined) return { kind: 'pkcs12', file: p12, password: password ?? '' };
  if (pkcs11 !== undefined) {
    const mechanism = options['sm2-mechanism'];
    return {
      ...{ kind: 'pkcs11', library: pkcs11, pin: password ?? '', label: label ?? '' },
      ...(token === undefined ? {} : { token }),
      ...(mechanism === undefined ? {} : { sm2Mechanism: Number(mechanism) }),
    };
  }
  const number = options['certificate-number'];
  return {
    ...{ kind: 'pem', key: key ?? '' },
    ...(certificate === undefined ? {} : { certificate }),
    ...(number === undefined ? {} : { certificateNumber: number }),
    ...(password === undefined ? {} : { password }),
  };
}

/** The first line of a file: passwords do not belong on a command line, where every user of the machine reads them. */
async function passwordOf(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/)[0] ?? '';
  } catch (cause) {
    throw new OperatorError(
      { zh: `无法读取口令文件 ${file}。`, en: `The password file ${file} cannot be read.` },
      cause,
    );
  }
}

/** The trust folder: the one named, else CHAMA_TRUST, else `trust` in the data folder. */
export function trustFolder(named: string | undefined): string {
  return named ?? (process.env.CHAMA_TRUST || join(environment().dataFolder, 'trust'));
}

/** Runs what works on keys; what is wrong with one is told like everything an operator can mend. */
export async function withKeys<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof KeyFault) {
      const { zh, en } = fault.sentence;
      throw new OperatorError({ zh: `${zh}。`, en: `${en}.` }, fault);
    }
    throw fault;
  }
}
