import { Problem } from '#http';
import type { Client } from '#postgres';
import { tryAgain } from '../domain/attempts.ts';
import {
  attemptsOf,
  forgetAttempts,
  keepAttempts,
  removeOldAttempts,
  takeBackAttempt,
} from '../storage/attempts.ts';
import { noteEvent } from '../storage/events.ts';
import type { AccessPorts, Origin } from './ports.ts';

/** Too many tries have failed: to be told when the next one is looked at. */
export class Wait extends Problem {
  readonly seconds: number;

  constructor(seconds: number) {
    super(429, 'SIGN-IN-WAIT', {
      zh: `登录失败次数过多，请 ${seconds} 秒后再试`,
      en: `Too many sign-ins have failed; try again in ${seconds} seconds`,
    });
    this.seconds = seconds;
  }
}

/** Tries are counted by login whether there is such an account or not: the answer must not tell. */
export const subjectOf = (login: string): string => `account:${login}`;
const subjectAt = ({ address }: Origin): string => `address:${address}`;

/** Counts a try for the login and the address, before it is looked at. Throws Wait. */
export async function countTry(ports: AccessPorts, login: string, origin: Origin): Promise<void> {
  const { database, now, parameters } = ports;
  const { limits } = parameters();
  const at = now();
  const until = await database.transaction(async (client) => {
    await removeOldAttempts(client, new Date(at.getTime() - limits.rememberMs));
    // In this order on every server, so that no two wait for each other.
    for (const [subject, free] of [
      [subjectOf(login), limits.accountFree],
      [subjectAt(origin), limits.addressFree],
    ] as const) {
      const barredUntil = await countOne(client, { subject, free, at, address: origin.address }, ports);
      if (barredUntil) return barredUntil;
    }
    return undefined;
  });
  if (until) throw new Wait(Math.ceil((until.getTime() - at.getTime()) / 1_000));
}

async function countOne(
  client: Client,
  one: { readonly subject: string; readonly free: number; readonly at: Date; readonly address: string },
  { parameters }: AccessPorts,
): Promise<Date | undefined> {
  const { subject, free, at, address } = one;
  const before = await attemptsOf(client, subject, at);
  const verdict = tryAgain(before, free, parameters().limits, at);
  if (!verdict.allowed) return verdict.until;
  await keepAttempts(client, subject, verdict.attempts);
  // Once a row of failures, or whoever guesses would fill the record.
  if (verdict.attempts.failures === free + 1)
    await noteEvent(client, {
      ...{ at, kind: 'sign-in-barred', accountId: null, login: null, actor: null, address },
      detail: { by: subject.split(':', 1)[0] },
    });
  return undefined;
}

/** A sign-in that succeeded: the account's failures are forgotten, the address's are not. */
export async function forgive({ database }: AccessPorts, login: string, origin: Origin): Promise<void> {
  await database.transaction(async (client) => {
    await forgetAttempts(client, subjectOf(login));
    await takeBackAttempt(client, subjectAt(origin));
  });
}

/** A try that neither failed nor succeeded: the failures before it still count. */
export async function takeBackTry({ database }: AccessPorts, login: string, origin: Origin): Promise<void> {
  await database.transaction(async (client) => {
    await takeBackAttempt(client, subjectOf(login));
    await takeBackAttempt(client, subjectAt(origin));
  });
}
