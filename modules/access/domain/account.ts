import type { Agency } from './agencies.ts';
import type { Right } from './rights.ts';
import type { KnownRole } from './roles.ts';

/** A role an account may have. */
export type AccountRole = Exclude<KnownRole, 'newcomer'>;

export type AccountState = 'proposed' | 'active' | 'locked' | 'closed';

/** Who somebody is, by an account. */
export interface Account {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly customsCode: string | null;
  readonly member: Right | null;
  readonly agency: Agency | null;
  readonly office: string | null;
  readonly staffNumber: string | null;
  readonly state: AccountState;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

/** Three different people, none of whom can make itself another. */
export const administrators: readonly AccountRole[] = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];

/** Whoever works for the zone signs in by two factors; an enterprise's staff and consumers may. */
export const needsSecondFactor = (role: AccountRole): boolean => role !== 'enterprise' && role !== 'consumer';

/** A login as it is kept and compared. */
export const normalLogin = (text: string): string => text.trim().normalize('NFKC').toLowerCase();
