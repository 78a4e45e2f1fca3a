import { type Caller, scopeOf } from '#access';
import { kindNamed, type MailWish, type NotificationKind, notificationKinds } from '../domain/kinds.ts';
import type { PreferencesView } from '../http/schemas.ts';
import type { MailWishes } from '../storage/addresses.ts';
import { keepPreferences, preferencesOf } from '../storage/preferences.ts';
import { type AddressPorts, changeMailWishes, mailViewOf } from './mail-addresses.ts';

export type PreferencePorts = AddressPorts;

/** What somebody wants to be otherwise; what is left out stays as it is. */
interface PreferenceWish {
  readonly kinds?:
    | readonly {
        readonly kind: string;
        readonly shown?: boolean | undefined;
        readonly mail?: MailWish | undefined;
      }[]
    | undefined;
  readonly mail?: MailWishes | undefined;
}

/** Whether somebody is ever told of a kind. */
const concerns = (caller: Caller, { own, zone }: NotificationKind): boolean =>
  (own !== undefined && scopeOf(caller, own) === 'own') ||
  (zone !== undefined && scopeOf(caller, zone) === 'zone');

/** Of what somebody is told, as they have it. */
export async function preferencesFor(
  ports: PreferencePorts,
  caller: Caller,
  accountId: string,
): Promise<PreferencesView> {
  const { database } = ports;
  const set = new Map((await preferencesOf(database, accountId)).map((wish) => [wish.kind, wish]));
  return {
    kinds: notificationKinds
      .filter((row) => concerns(caller, row))
      .map(({ kind, text, shown, mail }) => ({ kind, text, shown, mail, ...set.get(kind) })),
    mail: await mailViewOf(ports, accountId),
  };
}

/** Sets these, and leaves the others as they are. */
export async function setPreferences(
  ports: PreferencePorts,
  caller: Caller,
  accountId: string,
  { kinds = [], mail }: PreferenceWish,
): Promise<PreferencesView> {
  const now = new Map((await preferencesOf(ports.database, accountId)).map((one) => [one.kind, one]));
  // Of a kind that is named twice the last word counts.
  const wishes = new Map(
    kinds.flatMap((wish) => {
      const row = kindNamed(wish.kind);
      if (!row) return [];
      const { shown, mail: mailed } = now.get(wish.kind) ?? row;
      const set = { kind: wish.kind, shown: wish.shown ?? shown, mail: wish.mail ?? mailed };
      return [[wish.kind, set] as const];
    }),
  );
  if (wishes.size > 0)
    await ports.database.transaction((client) => keepPreferences(client, accountId, [...wishes.values()]));
  if (mail) await changeMailWishes(ports, accountId, mail);
  return preferencesFor(ports, caller, accountId);
}
