import { ChannelError, openChannel } from '#channels';
import { OperatorError } from '#postgres';
import { dxpMail } from '../../modules/links/wiring.ts';
import type { CustomsSettings } from '../server/customs.ts';
import type { Environment } from './environment.ts';

/** The link to customs as the operator has set it; undefined where the platform's rules decide. */
export async function customsOf({ customsChannel }: Environment): Promise<CustomsSettings | undefined> {
  if (customsChannel === undefined) return undefined;
  try {
    return { channel: await openChannel(customsChannel), mail: dxpMail() };
  } catch (error) {
    throw error instanceof ChannelError ? new OperatorError(error.sentence, error) : error;
  }
}
