import { Problem } from '#http';
import type { Account } from '../domain/account.ts';

/**
 * An account somebody may deal with. What is another's is answered like what is not there.
 * @param party enterprise whose staff it must be; undefined for whoever works for the zone
 */
export function reached(account: Account | undefined, party: string | undefined): Account {
  if (!account || (party !== undefined && account.customsCode !== party)) throw accountUnknown();
  return account;
}

export const accountUnknown = (): Problem =>
  new Problem(404, 'ACCOUNT-UNKNOWN', { zh: '没有此账号', en: 'There is no such account' });

export const stateUnfit = (state: Account['state']): Problem =>
  new Problem(409, 'ACCOUNT-STATE', {
    zh: `账号目前的状态（${state}）不允许这样做`,
    en: `The account is ${state}, so this cannot be done`,
  });
