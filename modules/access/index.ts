/** Who may do what: one table, held by every route; and the accounts of people. */
export {
  answererOf,
  callerOf,
  type Entry,
  enterpriseOf,
  entryOf,
  partyOf,
  stillLetIn,
} from './application/entries.ts';
export type { Who, WhoLookup } from './application/who.ts';
export { type Account, type AccountRole, needsSecondFactor } from './domain/account.ts';
export { type Agency, agencies } from './domain/agencies.ts';
export { ACCESS_CODES } from './domain/finding-codes.ts';
export { type KeyScope, keyScopeNames, keyScopes } from './domain/key-scopes.ts';
export { allowedInBrowser, mayDo, scopeOf, type Verdict } from './domain/may-do.ts';
export { type AccessParameters, accessParameters } from './domain/parameters.ts';
export {
  type Access,
  accessTo,
  keyScopeOf,
  leastRight,
  type PolicyRow,
  policy,
  type Scope,
} from './domain/policy.ts';
export { isEnough, type Right, rights } from './domain/rights.ts';
export {
  type Caller,
  type EnterpriseCaller,
  type KnownRole,
  type Role,
  roles,
  type Standing,
  standingOf,
} from './domain/roles.ts';
export { people } from './http/who-schemas.ts';
export {
  accountByLogin,
  accountStates,
  namesOf as accountNames,
  type Reader,
  readersOf,
} from './storage/accounts.ts';
export { sealedAccounts } from './storage/sealed.ts';
