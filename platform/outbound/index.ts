/** Requests to others: only to addresses that are permitted, looked up once, and no redirect is followed. */
export { Networks } from './networks.ts';
export { type OutboundFetch, outboundFetch } from './outbound-fetch.ts';
export { PermittedNames } from './permitted-names.ts';
