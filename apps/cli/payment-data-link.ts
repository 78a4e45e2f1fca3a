import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CustomsAddress } from '#payment-data';
import { OperatorError } from '#postgres';
import { KeyFault, openSigner, type Signer, type SignerSetting } from '#signatures';
import type { PaymentDataLink } from '../../modules/payment-data/wiring.ts';

/** One key in the file: a PEM file with its certificate, or a PKCS#12 file. Paths are relative to the file. */
interface KeyEntry {
  readonly key?: string;
  readonly certificate?: string;
  readonly certificateNumber?: string;
  readonly p12?: string;
  /** File whose first line is the password. */
  readonly passwordFile?: string;
}

/**
 * Reads the file of `CHAMA_PAYMENT_DATA`: `{"url":"https://…","platforms":{"5301363602":{"key":"…","certificate":"…"}}}`.
 * Throws OperatorError for whatever the operator has to mend in it.
 */
export async function paymentDataLink(file: string): Promise<PaymentDataLink> {
  const { url, platforms } = await contentOf(file);
  const signers = new Map<string, Signer>();
  for (const [code, entry] of Object.entries(platforms)) signers.set(code, await signerOf(file, code, entry));
  return { customs: addressOf(file, url), signers };
}

function addressOf(file: string, url: string): CustomsAddress {
  try {
    return new CustomsAddress(url);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw unfit(
      file,
      '中的 url 应为 HTTPS 地址，不含用户名和密码',
      'needs an HTTPS address without user and password as url',
      fault,
    );
  }
}

async function contentOf(
  file: string,
): Promise<{ readonly url: string; readonly platforms: Readonly<Record<string, KeyEntry>> }> {
  const text = await readFile(file, 'utf8').catch((fault: Error) => {
    throw unfit(file, '无法读取', 'cannot be read', fault);
  });
  let content: { url?: unknown; platforms?: unknown };
  try {
    content = JSON.parse(text) ?? {};
  } catch (fault) {
    throw unfit(file, '不是 JSON', 'is not JSON', fault);
  }
  const { url, platforms } = content;
  if (typeof url !== 'string' || typeof platforms !== 'object' || platforms === null)
    throw unfit(file, '应含 url 和 platforms', 'needs url and platforms');
  return { url, platforms: platforms as Readonly<Record<string, KeyEntry>> };
}

async function signerOf(file: string, code: string, entry: KeyEntry): Promise<Signer> {
  try {
    return await openSigner(await settingOf(file, entry));
  } catch (fault) {
    if (!(fault instanceof KeyFault)) throw fault;
    const { zh, en } = fault.sentence;
    throw new OperatorError({ zh: `${file}：${code}：${zh}`, en: `${file}: ${code}: ${en}` }, fault);
  }
}

async function settingOf(file: string, entry: KeyEntry): Promise<SignerSetting> {
  const near = (path: string): string => resolve(dirname(file), path);
  const password =
    entry.passwordFile && (await readFile(near(entry.passwordFile), 'utf8')).split(/\r?\n/, 1)[0];
  if (entry.p12 !== undefined) return { kind: 'pkcs12', file: near(entry.p12), password: password ?? '' };
  if (entry.key === undefined)
    throw unfit(file, '每个平台应有 key 或 p12', 'needs key or p12 for every platform');
  return {
    kind: 'pem',
    key: near(entry.key),
    ...(entry.certificate === undefined ? {} : { certificate: near(entry.certificate) }),
    ...(entry.certificateNumber === undefined ? {} : { certificateNumber: entry.certificateNumber }),
    ...(password === undefined ? {} : { password }),
  };
}

const unfit = (file: string, zh: string, en: string, cause?: unknown): OperatorError =>
  new OperatorError({ zh: `${file} ${zh}。`, en: `${file} ${en}.` }, cause);
