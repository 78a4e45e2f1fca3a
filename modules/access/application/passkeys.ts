import { createHash, randomBytes } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Queryable } from '#postgres';
import { addChallenge, type KeptPasskey, takeChallenge, usePasskey } from '../storage/passkeys.ts';
import type { AccessPorts } from './ports.ts';

/** The site passkeys are made for, and the only one browsers use them on. */
export interface Site {
  readonly origin: string;
  /** Its host name. */
  readonly rpId: string;
}

/** What is the same of all that browsers send of passkeys. */
interface Shown<Response> {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: object;
  readonly response: Response & { readonly clientDataJSON: string };
}

/** An answer to a challenge, of a passkey that is there. */
export type PasskeyAnswer = Shown<{
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle?: string | undefined;
}>;

/** A passkey an authenticator has made. */
export type PasskeyMade = Shown<{
  readonly attestationObject: string;
  readonly transports?: readonly string[] | undefined;
}>;

const hashOf = (challenge: string): Buffer => createHash('sha256').update(challenge).digest();

/** How an authenticator knows whose passkey it holds: the account, and nothing a person could be known by. */
export const userHandleOf = (accountId: string): string =>
  Buffer.from(accountId.replaceAll('-', ''), 'hex').toString('base64url');

/** A challenge that is good once and for a short while; in one session, or to sign in where there is none. */
export async function newChallenge(
  { database, now, parameters }: AccessPorts,
  sessionId: string | null,
): Promise<{ readonly challenge: string; readonly timeout: number }> {
  const challenge = randomBytes(32).toString('base64url');
  const at = now();
  const timeout = parameters().passkeyChallengeMs;
  const endsAt = new Date(at.getTime() + timeout);
  await addChallenge(database, { hash: hashOf(challenge), sessionId, endsAt }, at);
  return { challenge, timeout };
}

/** What a browser is to ask of its authenticators, whoever it is: nothing here tells of an account. */
export async function beginPasskeySignIn(ports: AccessPorts, { rpId }: Site) {
  return { ...(await newChallenge(ports, null)), rpId, userVerification: 'required' as const };
}

/** Whether an answer is of this passkey, on our site, to a challenge of ours that no other answer has used. */
export async function passkeyIsGood(
  { database, now }: AccessPorts,
  passkey: KeptPasskey,
  response: PasskeyAnswer,
  site: Site,
): Promise<boolean> {
  // Used up by the first answer, good or not.
  const challenge = await takenChallenge(database, response.response.clientDataJSON, null, now());
  if (challenge === undefined) return false;
  const { userHandle } = response.response;
  if (userHandle && userHandle !== userHandleOf(passkey.accountId)) return false;
  const { credentialId: id, publicKey, counter } = passkey;
  const verified = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId },
    credential: { id, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return false;
  return usePasskey(database, id, { counter: verified.authenticationInfo.newCounter, at: now() });
}

/** The credential of a passkey that was made in this session on our site; undefined for any other. */
export async function madeCredential(
  { database, now }: AccessPorts,
  response: PasskeyMade,
  sessionId: string,
  site: Site,
): Promise<{ readonly id: string; readonly publicKey: Buffer; readonly counter: number } | undefined> {
  const challenge = await takenChallenge(database, response.response.clientDataJSON, sessionId, now());
  if (challenge === undefined) return undefined;
  const made = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.rpId },
    ...{ requireUserVerification: true, supportedAlgorithmIDs: [...passkeyAlgorithms] },
  }).catch(() => undefined);
  if (!made?.verified) return undefined;
  const { id, publicKey, counter } = made.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey), counter };
}

/** EdDSA, ECDSA and RSA as COSE numbers them, best first. */
export const passkeyAlgorithms = [-8, -7, -257] as const;

async function takenChallenge(
  client: Queryable,
  clientDataJson: string,
  sessionId: string | null,
  now: Date,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJson);
  if (challenge === undefined) return undefined;
  return (await takeChallenge(client, hashOf(challenge), sessionId, now)) ? challenge : undefined;
}

function challengeIn(clientDataJson: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8'));
    if (typeof data !== 'object' || data === null || !('challenge' in data)) return undefined;
    return typeof data.challenge === 'string' ? data.challenge : undefined;
  } catch {
    return undefined;
  }
}
