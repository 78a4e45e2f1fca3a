import type { Queryable } from '#postgres';
import { takeRecoveryCode, takeStep } from '../storage/factors.ts';
import type { Factor } from '../storage/sessions.ts';
import { recoveryHash } from './one-time.ts';
import type { AccessPorts } from './ports.ts';
import { stepOf } from './totp.ts';

/**
 * Takes a code of an authenticator app, or a recovery code; each is good once.
 * @returns which of them it was; undefined when it is neither
 */
export async function takeCode(
  { box, now }: Pick<AccessPorts, 'box' | 'now'>,
  client: Queryable,
  account: { readonly accountId: string; readonly totpSealed: Buffer | null },
  code: string,
): Promise<Factor | undefined> {
  const { accountId } = account;
  // Who has passkeys only has recovery codes all the same.
  const { totpSealed } = account;
  const step = totpSealed ? stepOf(box.open(totpSealed, accountId), code, now()) : undefined;
  if (step !== undefined) return (await takeStep(client, accountId, step)) ? 'totp' : undefined;
  const used = await takeRecoveryCode(client, accountId, recoveryHash(code), now());
  return used ? 'recovery-code' : undefined;
}
