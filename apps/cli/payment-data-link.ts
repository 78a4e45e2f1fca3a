import { CustomsAddress } from '#payment-data';
import type { Signer } from '#signatures';
import type { PaymentDataLink } from '../../modules/payment-data/wiring.ts';
import { jsonFile, type KeyEntry, keySetting, openKey, unfitFile } from './key-entry.ts';

/**
 * Reads the file of `CHAMA_PAYMENT_DATA`: `{"url":"https://…","platforms":{"5301363602":{"key":"…","certificate":"…"}}}`.
 * Throws OperatorError for whatever the operator has to mend in it.
 */
export async function paymentDataLink(file: string): Promise<PaymentDataLink> {
  const { url, platforms } = await contentOf(file);
  const signers = new Map<string, Signer>();
  for (const [code, entry] of Object.entries(platforms))
    signers.set(code, await openKey(file, code, await keySetting(file, entry)));
  return { customs: addressOf(file, url), signers };
}

function addressOf(file: string, url: string): CustomsAddress {
  try {
    return new CustomsAddress(url);
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    throw unfitFile(
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
  const { url, platforms } = await jsonFile(file);
  if (typeof url !== 'string' || typeof platforms !== 'object' || platforms === null)
    throw unfitFile(file, '应含 url 和 platforms', 'needs url and platforms');
  return { url, platforms: platforms as Readonly<Record<string, KeyEntry>> };
}
