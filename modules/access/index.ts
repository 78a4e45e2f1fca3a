/** Who may do what: one table, held by every route. */
export { callerOf, type Entry, entryOf, partyOf } from './application/entries.ts';
export { allowedInBrowser, mayDo, type Verdict } from './domain/may-do.ts';
export { type Access, accessTo, policy, type Scope } from './domain/policy.ts';
export { type Caller, type Role, roleOf, roles } from './domain/roles.ts';
export { permission } from './http/schemas.ts';
