import { type Account, type AccountRole, administrators } from './account.ts';
import { type Agency, agencies } from './agencies.ts';
import type { Right } from './rights.ts';
import type { KnownRole } from './roles.ts';

/** An account as somebody wishes it. */
export interface AccountWish {
  readonly login: string;
  readonly displayName: string;
  readonly role: AccountRole;
  readonly customsCode?: string | undefined;
  readonly member?: Right | undefined;
  readonly agency?: Agency | undefined;
  readonly office?: string | undefined;
  readonly staffNumber?: string | undefined;
}

/** Why an account cannot be made so; stable. */
export type WishFault = 'ACCOUNT-LOGIN' | 'ACCOUNT-ORGANISATION' | 'ACCOUNT-STAFF-NUMBER' | 'ACCOUNT-ROLE';

const loginForm = /^[a-z0-9][a-z0-9._@-]{2,63}$/;

/** What is wrong with a wish that has been made normal; undefined for nothing. */
export function faultOfWish(wish: AccountWish): WishFault | undefined {
  const { role, login, customsCode, member, agency, office, staffNumber } = wish;
  if (!isLogin(login)) return 'ACCOUNT-LOGIN';
  const firm = customsCode !== undefined && member !== undefined;
  const desk = agency !== undefined && agency in agencies && office !== undefined;
  if (firm !== (role === 'enterprise') || desk !== (role === 'officer')) return 'ACCOUNT-ORGANISATION';
  if (role !== 'enterprise' && role !== 'consumer' && !staffNumber) return 'ACCOUNT-STAFF-NUMBER';
  return undefined;
}

/** Whether it can be a login, once it has been made normal. */
export const isLogin = (login: string): boolean => loginForm.test(login);

/** Which accounts somebody may make: an enterprise its staff, the system administrator all that work for the zone. Consumers make their own. */
export function mayMake(maker: KnownRole, role: AccountRole): boolean {
  if (maker === 'enterprise') return role === 'enterprise';
  return maker === 'systemAdministrator' && role !== 'consumer';
}

/** An enterprise answers for its own staff; whoever works for the zone takes a second pair of eyes. */
export const needsApproval = (maker: KnownRole): boolean => maker !== 'enterprise';

/** Whether a person may hold one role beside those held already: administrators check each other. */
export function mayHoldBeside(role: AccountRole, held: readonly AccountRole[]): boolean {
  return !administrators.includes(role) && !held.some((one) => administrators.includes(one))
    ? true
    : held.length === 0;
}

/**
 * Whether an account would give a person the same role twice: with two accounts one person would be four eyes. Staff
 * numbers of two agencies are two people's.
 */
export const isTwin = (
  account: Pick<Account, 'role' | 'agency'>,
  held: readonly Pick<Account, 'role' | 'agency'>[],
): boolean => held.some(({ role, agency }) => role === account.role && agency === account.agency);

/** Whether somebody may approve an account: never their own, and never one they asked for themselves. */
export function mayApprove(
  approver: string,
  account: Pick<Account, 'accountId' | 'madeBy' | 'state'>,
): boolean {
  return account.state === 'proposed' && account.accountId !== approver && account.madeBy !== approver;
}
