import { accountNames } from '#access';
import { cursorOf, readCursor } from '#http';
import type { Database } from '#postgres';
import { maskedAddress } from '../domain/mail-address.ts';
import type { MailsPage } from '../http/mail-schemas.ts';
import { type MailKey, type MailState, mailCounts, mailsOf, sendAgain } from '../storage/mails.ts';
import { addressPlace } from '../storage/sealed.ts';
import { addressIn, type MailServerSettings } from './mail-server.ts';

export interface MailsPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly server: MailServerSettings | undefined;
  readonly wake: () => void;
}

/** How mail goes, for those who look after the platform: whose it is, and nothing of what it says. @throws Problem 400 */
export async function mailsFor(
  { database, server }: MailsPorts,
  wish: {
    readonly state?: MailState | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<MailsPage> {
  const { readers, vault } = database;
  const behind = wish.cursor === undefined ? undefined : behindOf(wish.cursor);
  const found = await mailsOf(readers, { state: wish.state, behind, limit: wish.limit + 1 });
  const page = found.slice(0, wish.limit);
  const last = found.length > wish.limit ? page.at(-1) : undefined;
  const names = await accountNames(
    readers,
    page.map(({ accountId }) => accountId),
  );
  const counts = await mailCounts(readers);
  return {
    ...(server ? { server: { host: new URL(server.url).hostname, from: addressIn(server.from) } } : {}),
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])),
    mails: page.map((mail) => ({
      ...{ accountId: mail.accountId, mailKey: mail.mailKey, kind: mail.kind, state: mail.state },
      ...{ login: names.get(mail.accountId)?.login ?? '', tries: mail.tries },
      ...(mail.sealed
        ? { address: maskedAddress(vault.openText(addressPlace(mail.accountId), mail.sealed)) }
        : {}),
      madeAt: mail.madeAt.toISOString(),
      ...(mail.state === 'waiting' ? { nextTryAt: mail.nextTryAt.toISOString() } : {}),
      ...(mail.settledAt ? { settledAt: mail.settledAt.toISOString() } : {}),
      ...(mail.fault ? { fault: mail.fault } : {}),
      ...(mail.answer ? { answer: mail.answer } : {}),
    })),
    ...(last ? { next: cursorOf(last.madeAt.toISOString(), last.accountId, last.mailKey) } : {}),
  };
}

function behindOf(cursor: string) {
  const [at = '', accountId = '', mailKey = ''] = readCursor(cursor, 3);
  const whole = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId);
  // What is no id is before all of them.
  return { at, accountId: whole ? accountId : '00000000-0000-0000-0000-000000000000', mailKey };
}

/** Lets these go again, also those that may have arrived: it is for who looks after the platform to know. */
export async function mailAgain(
  { database, now, wake }: MailsPorts,
  keys: readonly MailKey[],
): Promise<number> {
  const again = await database.transaction((client) => sendAgain(client, keys, now()));
  wake();
  return again;
}
