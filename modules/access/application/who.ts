import type { Database } from '#postgres';
import type { AccountRole } from '../domain/account.ts';
import { namesOf } from '../storage/accounts.ts';

/** Somebody who has done something, as far as a reader may know them. */
export interface Who {
  /** `other`: a command, or somebody who had no account. */
  readonly kind: 'account' | 'key' | 'other';
  /** Left out of accounts that are not the reader's business, and of keys. */
  readonly name?: string;
  readonly role?: AccountRole;
}

/**
 * Names whoever is named by an id, all in one question. Who works for the zone reads every name; an enterprise those of
 * its own staff, and of others what they are.
 * @param party customs code of the reader's enterprise; undefined for who works for the zone
 */
export type WhoLookup = (
  ids: readonly (string | undefined)[],
  party: string | undefined,
) => Promise<Readonly<Record<string, Who>>>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function whoLookup(database: Database): WhoLookup {
  return async (ids, party) => {
    const asked = [...new Set(ids.filter((id): id is string => id !== undefined && id !== ''))];
    const accounts = await namesOf(database.readers, asked);
    return Object.fromEntries(
      asked.map((id): [string, Who] => {
        const account = accounts.get(id);
        if (!account) return [id, uuid.test(id) ? { kind: 'key' } : { kind: 'other', name: id }];
        const { role, displayName: name, customsCode } = account;
        const known = party === undefined || party === customsCode;
        return [id, { kind: 'account', role, ...(known ? { name } : {}) }];
      }),
    );
  };
}
