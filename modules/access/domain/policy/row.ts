import type { Bilingual } from '#kernel';
import type { Agency } from '../agencies.ts';
import type { KeyScope } from '../key-scopes.ts';
import type { Right } from '../rights.ts';
import { type Role, roles } from '../roles.ts';

/** Whose things one may do it with: those of one's own (organisation or person), those of the zone, or what anyone may have. */
export type Scope = 'own' | 'zone' | 'public';

/** How a caller may show who it is; a browser sends a session by itself, a key never. */
export type Credential = 'key' | 'session';

/** A line of the table. */
export interface PolicyRow {
  readonly resource: string;
  readonly action: string;
  readonly what: Bilingual;
  /** Empty where nobody is asked who they are. */
  readonly shownBy: readonly Credential[];
  /** Who may, and with whose things; a role that is not named may not. */
  readonly may: Readonly<Partial<Record<Role, Scope>>>;
  /** Of which agencies officers may, where they may; of all where it is left out. */
  readonly officersOf?: readonly Agency[];
  /** What a key that is limited needs for it; left out: `read`, `read-in-full`, or `write` for all else. */
  readonly keyScope?: KeyScope;
  /** The least a member of an enterprise needs; left out: a reader may read, and a clerk all else. */
  readonly member?: Right;
  /** Whether it takes somebody with an account, as four eyes are those of two people: a session of a key is nobody's. */
  readonly byPersons?: true;
  /**
   * Whether it is the first half of what takes two people: a key of the house needs somebody who answers for it, as else
   * whoever uses it could do the second half by hand.
   */
  readonly answeredFor?: true;
  /** A rule of the field, or (D) for our own design. */
  readonly source: string;
}

/** The least right a member of an enterprise needs for a row. */
export const leastRight = ({ action, member }: Pick<PolicyRow, 'action' | 'member'>): Right =>
  member ?? (action === 'read' ? 'reader' : 'clerk');

/** The bundle a row is in: the one it names, else reading or the rest. */
export function keyScopeOf({ action, keyScope }: Pick<PolicyRow, 'action' | 'keyScope'>): KeyScope {
  if (keyScope !== undefined) return keyScope;
  if (action === 'read-in-full') return 'read-in-full';
  return action.startsWith('read') ? 'read' : 'write';
}

/** Nobody is asked who they are. */
export const anyone = Object.fromEntries(Object.keys(roles).map((role) => [role, 'public'])) as Readonly<
  Record<Role, 'public'>
>;

/** Whoever is signed in, whatever they are; each their own. */
export const everyAccount = {
  enterprise: 'own',
  operator: 'own',
  officer: 'own',
  consumer: 'own',
  systemAdministrator: 'own',
  securityAdministrator: 'own',
  auditAdministrator: 'own',
} as const satisfies Partial<Record<Role, Scope>>;

export const keyOnly = ['key'] as const;
export const keyOrSession = ['key', 'session'] as const;
export const sessionOnly = ['session'] as const;
