import { randomUUID } from 'node:crypto';
import { Problem } from '#http';
import { needsSecondFactor } from '../domain/account.ts';
import type { Caller } from '../domain/roles.ts';
import { accountForChange } from '../storage/accounts.ts';
import { totpOf } from '../storage/factors.ts';
import { addPasskey, credentialsOf, passkeysOf, removePasskey, renamePasskey } from '../storage/passkeys.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { factorRequired, noted, requirePassword, selfOf, settle } from './own.ts';
import {
  madeCredential,
  newChallenge,
  type PasskeyMade,
  passkeyAlgorithms,
  type Site,
  userHandleOf,
} from './passkeys.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** What a browser is to ask of an authenticator to make a passkey for one's own account. */
export async function startPasskey(
  ports: AccessPorts,
  caller: Caller,
  password: string | undefined,
  { rpId }: Site,
  origin: Origin,
) {
  const self = await selfOf(ports, caller);
  const { accountId, login, displayName } = self.account;
  // A newcomer has shown it this moment, and can do nothing else.
  if (!self.newcomer) await requirePassword(ports, self, password ?? '', origin);
  const known = await credentialsOf(ports.database, accountId);
  if (known.length >= ports.parameters().mostPasskeys) throw tooMany();
  return {
    ...(await newChallenge(ports, self.sessionId)),
    rp: { id: rpId, name: 'Chama' },
    user: { id: userHandleOf(accountId), name: login, displayName },
    pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: known.map((id) => ({ type: 'public-key' as const, id })),
    authenticatorSelection: {
      ...({ residentKey: 'required', requireResidentKey: true, userVerification: 'required' } as const),
    },
    attestation: 'none' as const,
  };
}

/** A passkey that was made counts from now on. Throws Problem 403 PASSKEY-WRONG, 409. */
export async function keepPasskey(
  ports: AccessPorts,
  caller: Caller,
  given: { readonly name: string; readonly passkey: PasskeyMade },
  site: Site,
  origin: Origin,
): Promise<void> {
  const { database, now, parameters } = ports;
  const self = await selfOf(ports, caller);
  const { accountId } = self.account;
  const credential = await madeCredential(ports, given.passkey, self.sessionId, site);
  if (!credential)
    throw new Problem(403, 'PASSKEY-WRONG', {
      zh: '通行密钥未能通过验证，或等候过久；请重新添加',
      en: 'The passkey could not be checked, or it took too long; add it anew',
    });
  const { id: credentialId, publicKey, counter } = credential;
  await database.transaction(async (client) => {
    // Two at once must not both be the last there is room for.
    await accountForChange(client, accountId);
    if ((await passkeysOf(client, accountId)).length >= parameters().mostPasskeys) throw tooMany();
    const kept = await addPasskey(client, {
      ...{ passkeyId: randomUUID(), accountId, credentialId, publicKey, counter },
      transports: given.passkey.response.transports ?? [],
      ...{ name: given.name, madeAt: now() },
    });
    if (!kept)
      throw new Problem(409, 'PASSKEY-KNOWN', {
        zh: '此通行密钥已登记',
        en: 'This passkey is on file already',
      });
    await settle(client, self);
    await noted(ports, client, self, 'passkey-set', origin, { name: given.name });
  });
}

/** Gives a passkey of one's own another name. Throws Problem 403, 404. */
export async function nameOwnPasskey(
  ports: AccessPorts,
  caller: Caller,
  passkeyId: string,
  given: { readonly name: string; readonly password: string },
  origin: Origin,
): Promise<void> {
  const self = await selfOf(ports, caller);
  await requirePassword(ports, self, given.password, origin);
  await ports.database.transaction(async (client) => {
    if (!(await renamePasskey(client, self.account.accountId, passkeyId, given.name))) throw noPasskey();
    await noted(ports, client, self, 'passkey-renamed', origin, { passkeyId, name: given.name });
  });
}

/** Takes a passkey off one's own account and ends one's other sessions. Throws Problem 403, 404, 409. */
export async function removeOwnPasskey(
  ports: AccessPorts,
  caller: Caller,
  passkeyId: string,
  password: string,
  origin: Origin,
): Promise<void> {
  const self = await selfOf(ports, caller);
  const { accountId, role } = self.account;
  await requirePassword(ports, self, password, origin);
  await ports.database.transaction(async (client) => {
    // Two at once must not both leave the other as the last.
    await accountForChange(client, accountId);
    if (!(await removePasskey(client, accountId, passkeyId))) throw noPasskey();
    const left = await passkeysOf(client, accountId);
    const totp = await totpOf(client, accountId);
    if (needsSecondFactor(role) && left.length === 0 && !totp?.sealed) throw factorRequired();
    await endSessionsOf(client, accountId, self.sessionId);
    await noted(ports, client, self, 'passkey-removed', origin, { passkeyId });
  });
}

const noPasskey = (): Problem =>
  new Problem(404, 'PASSKEY-UNKNOWN', {
    zh: '没有此通行密钥，或已移除',
    en: 'There is no such passkey, or it was removed',
  });

const tooMany = (): Problem =>
  new Problem(409, 'PASSKEYS-TOO-MANY', {
    zh: '通行密钥已达上限，请先移除不用的',
    en: 'There are as many passkeys as an account may have; remove one that is not used',
  });
