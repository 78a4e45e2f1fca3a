import { networkOf, Problem } from '#http';
import { chinaDay } from '#kernel';
import type { Client } from '#postgres';
import { type Attempts, tryAgain } from '../domain/attempts.ts';
import {
  attemptsOf,
  forgetAttempts,
  keepAttempts,
  removeOldAttempts,
  takeBackAttempt,
} from '../storage/attempts.ts';
import { noteEvent } from '../storage/events.ts';
import { deviceOf } from './devices.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** Too many tries: to be told when the next one is looked at. */
export class Wait extends Problem {
  readonly seconds: number;

  constructor(seconds: number) {
    super(429, 'SIGN-IN-WAIT', {
      zh: `尝试次数过多，请 ${seconds} 秒后再试`,
      en: `Too many tries; try again in ${seconds} seconds`,
    });
    this.seconds = seconds;
  }
}

/** Something tries are counted by. */
interface Counted {
  /** `kind:of what`; the kind is on record where it bars. */
  readonly subject: string;
  /** Failures without a delay. */
  readonly free: number;
  /** A good try makes the failures before it forgotten; of an address, which many share, it takes back itself alone. */
  readonly good: 'forgets' | 'takes back itself';
}

/** By what a try counts, in an order that is the same on every server, so that no two wait for each other. */
export interface Tries {
  readonly counted: readonly Counted[];
  readonly origin: Origin;
  /** Failures of it in a row are held to what one account may have. */
  readonly most: string | undefined;
  /** Whether the browser has signed in to this account before: what strangers do bars no such one. */
  readonly known: boolean;
}

/** Tries of a login from browsers it has never signed in with. */
export const strangersOf = (login: string): string => `account:${login}`;

/**
 * A login and a password. From a browser the account has signed in with before they count by that browser alone: whoever
 * guesses elsewhere cannot keep its owner out. All others count by login at an address, by login, and by address; whether
 * there is such an account or not, as the answer must not tell.
 */
export function triesOf(
  ports: AccessPorts,
  { login, accountId = '' }: { readonly login: string; readonly accountId?: string | undefined },
  origin: Origin,
): Tries {
  const { accountFree, everywhereFree, addressFree } = ports.parameters().limits;
  const device = deviceOf(ports, accountId, origin);
  if (device !== undefined) {
    const subject = `device:${device}`;
    const counted = [{ subject, free: accountFree, good: 'forgets' }] as const;
    return { counted, origin, most: subject, known: true };
  }
  const network = networkOf(origin.address);
  const subject = strangersOf(login);
  return {
    counted: [
      { subject, free: everywhereFree, good: 'forgets' },
      { subject: `account-at-address:${login} ${network}`, free: accountFree, good: 'forgets' },
      { subject: `address:${network}`, free: addressFree, good: 'takes back itself' },
    ],
    ...{ origin, most: subject, known: false },
  };
}

/** A passkey cannot be guessed; answers without end cost us work, and must not keep its owner out elsewhere. */
export function triesOfPasskey(ports: AccessPorts, credentialId: string, origin: Origin): Tries {
  const { accountFree, addressFree } = ports.parameters().limits;
  const network = networkOf(origin.address);
  return {
    counted: [
      { subject: `passkey-at-address:${credentialId} ${network}`, free: accountFree, good: 'forgets' },
      { subject: `address:${network}`, free: addressFree, good: 'takes back itself' },
    ],
    ...{ origin, most: undefined, known: false },
  };
}

/** Accounts that are made cannot be told from those made to be many: they count by address and day, the good ones too. */
export function triesOfSignUp(ports: AccessPorts, origin: Origin): Tries {
  const { signUpsFree } = ports.parameters().limits;
  const subject = `sign-up:${networkOf(origin.address)} ${chinaDay(ports.now().getTime())}`;
  const counted = [{ subject, free: signUpsFree, good: 'takes back itself' }] as const;
  return { counted, origin, most: undefined, known: false };
}

/** The password once more of who is signed in: nobody else is kept from it. */
export function triesOfSession(ports: AccessPorts, sessionId: string, origin: Origin): Tries {
  const { accountFree } = ports.parameters().limits;
  const subject = `session:${sessionId}`;
  return { counted: [{ subject, free: accountFree, good: 'forgets' }], origin, most: subject, known: true };
}

/** Counts a try before it is looked at; one that is not let through counts nowhere. Throws Wait. */
export async function countTry(ports: AccessPorts, { counted, origin, most, known }: Tries): Promise<void> {
  const { database, now, parameters } = ports;
  const { limits } = parameters();
  const at = now();
  const until = await database.transaction(async (client) => {
    await removeOldAttempts(client, new Date(at.getTime() - limits.rememberMs));
    const allowed: [Counted, Attempts][] = [];
    for (const one of counted) {
      const before = await attemptsOf(client, one.subject, at);
      const bound = one.subject === most && !known ? limits.lockAfter : undefined;
      const verdict = tryAgain(before, one.free, limits, at, bound);
      if (!verdict.allowed) return verdict.until;
      allowed.push([one, verdict.attempts]);
    }
    for (const [one, attempts] of allowed) await keepOne(client, one, attempts, { at, origin });
    return undefined;
  });
  if (until) throw new Wait(Math.ceil((until.getTime() - at.getTime()) / 1_000));
}

async function keepOne(
  client: Client,
  { subject, free }: Counted,
  attempts: Attempts,
  { at, origin }: { readonly at: Date; readonly origin: Origin },
): Promise<void> {
  await keepAttempts(client, subject, attempts);
  // Once a row of failures, or whoever guesses would fill the record.
  if (attempts.failures === free + 1)
    await noteEvent(client, {
      ...{ at, kind: 'sign-in-barred', accountId: null, login: null, actor: null, address: origin.address },
      detail: { by: subject.split(':', 1)[0] },
    });
}

/** Failures in a row of what a try counted by as that of an account. */
export async function failuresOf(client: Client, { most }: Tries, at: Date): Promise<number> {
  return most === undefined ? 0 : ((await attemptsOf(client, most, at))?.failures ?? 0);
}

/** A try that succeeded. */
export async function forgive({ database }: AccessPorts, { counted }: Tries): Promise<void> {
  await database.transaction(async (client) => {
    for (const { subject, good } of counted)
      await (good === 'forgets' ? forgetAttempts : takeBackAttempt)(client, subject);
  });
}

/** A try that neither failed nor succeeded: the failures before it still count. */
export async function takeBackTry({ database }: AccessPorts, { counted }: Tries): Promise<void> {
  await database.transaction(async (client) => {
    for (const { subject } of counted) await takeBackAttempt(client, subject);
  });
}
