import { ChannelError, openChannel } from '#channels';
import { OperatorError } from '#postgres';
import { dxpMail } from '../../modules/links/wiring.ts';
import type { CustomsSettings } from '../server/customs.ts';
import { customsKeys } from './customs-keys.ts';
import type { Environment } from './environment.ts';

/** Receipts at once by default (D): the link puts them in order itself, and records together what comes together. */
const atOnce = '32';

function manyAtOnce(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (!url.searchParams.has('at-once')) url.searchParams.set('at-once', atOnce);
  return url.href;
}

/** The link to customs as the operator has set it; undefined where the platform's rules decide. */
export async function customsOf({
  customsChannel,
  customsKeysFile,
}: Pick<Environment, 'customsChannel' | 'customsKeysFile'>): Promise<CustomsSettings | undefined> {
  if (customsChannel === undefined) return undefined;
  const keys = customsKeysFile === undefined ? undefined : await customsKeys(customsKeysFile);
  try {
    const channel = await openChannel(manyAtOnce(customsChannel));
    if (!keys) return { channel, mail: dxpMail() };
    const { signEnvelope, signFor, health, close } = keys;
    return { channel, mail: dxpMail({ signEnvelope, signFor }), keys: health, closeKeys: close };
  } catch (error) {
    await keys?.close();
    throw error instanceof ChannelError ? new OperatorError(error.sentence, error) : error;
  }
}
