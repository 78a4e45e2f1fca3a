import { createHash, randomUUID } from 'node:crypto';
import { accountStates } from '#access';
import type { Database } from '#postgres';
import { afterSending } from '../domain/after-sending.ts';
import { codeLetter, type Letter, tellingLetter } from '../domain/letter.ts';
import type { MailParameters } from '../domain/parameters.ts';
import { addressOf, noteRefusal } from '../storage/addresses.ts';
import {
  giveUpLost,
  linesOf,
  putDownAtOnce,
  putDownDigests,
  settleMail,
  type TakenMail,
  takeMail,
} from '../storage/mails.ts';
import { addressPlace } from '../storage/sealed.ts';
import { codeOf, leaveToken } from './mail-secrets.ts';
import { addressIn, type Mail, MailServer, type MailServerSettings } from './mail-server.ts';

export interface PostmanPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => MailParameters;
  /** Signs codes and the way out of mail. */
  readonly secret: string;
  /** Where people reach the platform, `https://zone.example`. */
  readonly site: string;
  readonly server: MailServerSettings;
}

/** People whose mails are put down with one statement (D). */
const mostAtOnce = 500;

/** Puts down what is to be mailed, and hands it to the mail server, one after the other. */
export class Postman {
  readonly #ports: PostmanPorts;
  readonly #server: MailServer;
  #stopped = false;

  constructor(ports: PostmanPorts) {
    this.#ports = ports;
    this.#server = new MailServer(ports.server);
  }

  /** One round: everything that is due. */
  async round(): Promise<void> {
    const { database, now, parameters } = this.#ports;
    const at = now();
    await giveUpLost(database, at);
    const notSince = new Date(at.getTime() - parameters().gapMs);
    await database.transaction((client) => putDownAtOnce(client, at, notSince, mostAtOnce));
    for (let more = true; more && !this.#stopped; )
      more = (await database.transaction((client) => putDownDigests(client, at, mostAtOnce))) === mostAtOnce;
    try {
      while (!this.#stopped && (await this.#sendNext()));
    } finally {
      this.#server.close();
    }
  }

  /** Finishes what is in hand and takes up nothing more. */
  stop(): void {
    this.#stopped = true;
  }

  /** Sends one; whether there was one. */
  async #sendNext(): Promise<boolean> {
    const { database, now, parameters } = this.#ports;
    const { tryMs, mostRefusals } = parameters();
    // Greeting, names, signing in and the mail itself: each of some steps may take so long.
    const until = new Date(now().getTime() + 10 * tryMs);
    const taken = await takeMail(database, now(), until, randomUUID());
    if (!taken) return false;
    const mail = await this.#mailOf(taken);
    if (typeof mail === 'string') {
      await database.transaction((client) =>
        settleMail(client, taken, now(), { state: 'dropped', nextTryAt: now(), fault: mail }),
      );
      return true;
    }
    const outcome = await this.#server.hand(mail, tryMs);
    const step = afterSending(outcome, taken.tries, parameters());
    const at = now();
    await database.transaction(async (client) => {
      const nextTryAt = new Date(at.getTime() + step.pauseMs);
      await settleMail(client, taken, at, {
        ...{ state: step.state, nextTryAt, fault: outcome.fault },
        answer: outcome.answer?.slice(0, 500).replaceAll(mail.to, '***'),
      });
      if (taken.kind === 'code') return;
      if (step.refused || step.state === 'sent')
        await noteRefusal(client, taken.accountId, step.refused, mostRefusals);
    });
    return true;
  }

  /** What is sent, or why nothing is. */
  async #mailOf(taken: TakenMail): Promise<Mail | string> {
    const { database, secret, site, server, parameters } = this.#ports;
    const { accountId, kind, madeAt } = taken;
    if ((await accountStates(database, [accountId])).get(accountId) !== 'active') return 'ACCOUNT-NOT-ACTIVE';
    const address = await addressOf(database, accountId);
    if (!address) return 'NO-ADDRESS';
    const { language, timeZone, confirmedAt, proposedAt, stoppedFor } = address;
    const sealed = kind === 'code' ? address.proposed : address.sealed;
    if (sealed === null) return 'NO-ADDRESS';
    const to = database.vault.openText(addressPlace(accountId), sealed);
    const frame = { to, language, messageId: messageIdOf(taken, server.from) };
    if (kind === 'code') {
      if (proposedAt?.getTime() !== madeAt.getTime()) return 'ANOTHER-CODE';
      const minutes = Math.round(parameters().codeMs / 60_000);
      return { ...frame, ...codeLetter(language, codeOf(secret, accountId, to, proposedAt), minutes) };
    }
    if (stoppedFor !== null || confirmedAt === null) return 'STOPPED';
    const { lines, count } = await linesOf(database, taken, parameters().mostLines);
    if (count === 0) return 'NOTHING-LEFT';
    const leave = `${site}/unsubscribe/${leaveToken(secret, accountId, confirmedAt)}`;
    const letter: Letter = tellingLetter(
      { language, timeZone, site },
      kind,
      lines,
      count - lines.length,
      leave,
    );
    return { ...frame, ...letter, leave };
  }
}

/** The same for the same mail, and tells nobody whose it is. */
function messageIdOf({ accountId, mailKey }: TakenMail, from: string): string {
  const digest = createHash('sha256').update(`${accountId}\n${mailKey}`).digest('hex').slice(0, 32);
  return `<${digest}@${addressIn(from).split('@').at(-1)}>`;
}
