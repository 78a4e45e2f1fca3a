/** Delegations: an enterprise lets another act for it, for named kinds of document and a time. */
export { type DelegationKind, delegableKinds } from './domain/kinds.ts';
export type { DelegationsPage, DelegationView } from './http/schemas.ts';
