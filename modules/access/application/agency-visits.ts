import { createHash, createHmac, randomBytes } from 'node:crypto';
import { addVisit, takeVisit, type Visit, vouchedVisit } from '../storage/visits.ts';
import type { Way } from './agency-peers.ts';
import type { Site } from './passkeys.ts';
import type { AccessPorts } from './ports.ts';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The hash a visit is kept under. */
export const stateHashOf = hashOf;

/** The page of ours that a provider sends browsers back to; has to be entered there. */
export const redirectUriOf = ({ origin }: Site): string => `${origin}/sign-in/agency`;

/** Where browsers land that have signed out there. */
export const signedOutUriOf = ({ origin }: Site): string => `${origin}/sign-in`;

/** What has to come back on a way; nobody without the browser's own secret can tell it. */
export function wayOf(browser: string, state: string, site: Site): Way {
  const derived = (what: string): string =>
    createHmac('sha256', browser).update(`${what}:${state}`).digest('base64url');
  return { redirectUri: redirectUriOf(site), state, nonce: derived('nonce'), verifier: derived('verifier') };
}

/** A secret for one browser. */
export const newBrowserSecret = (): string => randomBytes(32).toString('base64url');

/** Begins a visit and answers its state. */
export async function beginVisit(
  { database, now, parameters }: AccessPorts,
  providerId: string,
  browser: string,
): Promise<string> {
  const state = randomBytes(32).toString('base64url');
  const at = now();
  const endsAt = new Date(at.getTime() + parameters().agencies.visitMs);
  await addVisit(
    database,
    { stateHash: hashOf(state), browserHash: hashOf(browser), providerId, endsAt },
    at,
  );
  return state;
}

export const takenVisit = (
  { database, now }: AccessPorts,
  state: string,
  browser: string,
): Promise<Visit | undefined> => takeVisit(database, hashOf(state), hashOf(browser), now());

/** One that waits for our own second factor. */
export const waitingVisit = (
  { database, now }: AccessPorts,
  state: string,
  browser: string,
): Promise<Visit | undefined> => vouchedVisit(database, hashOf(state), hashOf(browser), now());
