import { Problem } from '#http';
import type { Database } from '#postgres';
import { isMailAddress } from '../domain/mail-address.ts';
import type { MailParameters } from '../domain/parameters.ts';
import type { LetterLanguage } from '../domain/words/index.ts';
import type { MailView } from '../http/mail-schemas.ts';
import {
  addressOf,
  changeWishes,
  confirmAddress,
  type MailWishes,
  proposeAddress,
  removeAddress,
  tryCode,
} from '../storage/addresses.ts';
import { putDownCode } from '../storage/mails.ts';
import { addressPlace } from '../storage/sealed.ts';
import { accountOfToken, codeOf, isSame, leaveToken } from './mail-secrets.ts';

export interface AddressPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => MailParameters;
  readonly secret: string;
  /** Whether this platform sends mail at all. */
  readonly sendsMail: boolean;
  /** Something is to be sent. */
  readonly wake: () => void;
}

/** How somebody gets mail, as they are shown it themselves. */
export async function mailViewOf(
  { database, parameters, sendsMail, now }: AddressPorts,
  accountId: string,
): Promise<MailView> {
  const found = await addressOf(database, accountId);
  if (!found) return { available: sendsMail };
  const open = (sealed: Buffer): string => database.vault.openText(addressPlace(accountId), sealed);
  const { sealed, confirmedAt, proposed, proposedAt, language, timeZone, digest, digestHour } = found;
  const until = proposedAt && new Date(proposedAt.getTime() + parameters().codeMs);
  return {
    available: sendsMail,
    ...(sealed && confirmedAt ? { address: open(sealed), confirmedAt: confirmedAt.toISOString() } : {}),
    ...(proposed && until && until > now()
      ? { pending: { address: open(proposed), until: until.toISOString() } }
      : {}),
    wishes: { language, timeZone, digest, digestHour },
    ...(found.stoppedFor ? { stoppedFor: found.stoppedFor } : {}),
  };
}

/** Sends a code to an address; nothing else is sent there before it has come back. @throws Problem */
export async function propose(
  ports: AddressPorts,
  accountId: string,
  { address, language }: { readonly address: string; readonly language: LetterLanguage },
): Promise<void> {
  const { database, now, parameters, sendsMail, wake } = ports;
  if (!sendsMail)
    throw new Problem(409, 'MAIL-NOT-SET-UP', {
      zh: '本平台尚未设置邮件服务器，不发送邮件；请联系平台运营人员',
      en: 'This platform has no mail server set and sends no e-mail; ask its operator',
    });
  if (!isMailAddress(address))
    throw new Problem(422, 'MAIL-ADDRESS', {
      zh: '这不是可以发送邮件的地址；请填写形如 name@example.com 的地址',
      en: 'Mail cannot be sent there; give an address such as name@example.com',
    });
  const at = now();
  const { codesADay } = parameters();
  await database.transaction(async (client) => {
    const put = await putDownCode(client, { accountId, mailKey: `code ${at.toISOString()}` }, at, {
      since: new Date(at.getTime() - 86_400_000),
      most: codesADay,
    });
    if (!put)
      throw new Problem(409, 'MAIL-CODES-TOO-MANY', {
        zh: `一天最多发送 ${codesADay} 个确认码，请明天再试`,
        en: `At most ${codesADay} codes are sent in a day; try again tomorrow`,
      });
    const sealed = database.vault.seal(addressPlace(accountId), address);
    await proposeAddress(client, accountId, sealed, language, at);
  });
  wake();
}

/** Takes the code back: from now on mail goes there. @throws Problem MAIL-CODE, MAIL-CODE-OVER */
export async function confirm(ports: AddressPorts, accountId: string, code: string): Promise<void> {
  const { database, now, parameters, secret } = ports;
  const at = now();
  const { codeMs, codeTries } = parameters();
  // Counted for itself, whatever becomes of it.
  const tried = await tryCode(database, accountId, new Date(at.getTime() - codeMs), codeTries);
  if (!tried?.proposed || !tried.proposedAt)
    throw new Problem(409, 'MAIL-CODE-OVER', {
      zh: '没有待确认的邮箱，或确认码已过期、试错次数过多；请重新发送确认码',
      en: 'No address waits for a code, or the code is too old or was tried too often; have another one sent',
    });
  const { proposed, proposedAt } = tried;
  const address = database.vault.openText(addressPlace(accountId), proposed);
  if (!isSame(code, codeOf(secret, accountId, address, proposedAt)))
    throw new Problem(422, 'MAIL-CODE', {
      zh: '确认码不对；请按邮件中的六位数字填写',
      en: 'That is not the code; give the six digits of the mail',
    });
  await database.transaction((client) => confirmAddress(client, accountId, proposedAt, at));
}

/** Forgets the address; nothing more is sent. */
export async function forget({ database }: AddressPorts, accountId: string): Promise<void> {
  await database.transaction((client) => removeAddress(client, accountId));
}

/** @throws Problem MAIL-NO-ADDRESS where none has been given yet */
export async function changeMailWishes(
  { database, now }: AddressPorts,
  accountId: string,
  wishes: MailWishes,
): Promise<void> {
  const changed = await database.transaction((client) => changeWishes(client, accountId, wishes, now()));
  if (!changed)
    throw new Problem(409, 'MAIL-NO-ADDRESS', {
      zh: '请先填写并确认邮箱',
      en: 'Give an e-mail address first, and confirm it',
    });
}

/** Sends no more mail to whom a letter's link speaks of. @throws Problem MAIL-LINK for a link that is none of ours */
export async function leave({ database, now, secret }: AddressPorts, token: string): Promise<void> {
  const accountId = accountOfToken(token);
  const found = accountId === undefined ? undefined : await addressOf(database, accountId);
  if (!found?.confirmedAt || !isSame(token, leaveToken(secret, found.accountId, found.confirmedAt)))
    throw new Problem(404, 'MAIL-LINK', {
      zh: '此退订链接无效，或邮箱已更换；登录后可在通知设置中更改',
      en: 'This link is not good, or the address has been replaced; sign in to change what you are sent',
    });
  await database.transaction((client) => changeWishes(client, found.accountId, { stopped: true }, now()));
}
