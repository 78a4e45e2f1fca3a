/** The links to agencies: messages go out over an agency's own channel, its answers come back and are relayed. */

export { LINK_CODES } from './domain/finding-codes.ts';
export type { Patience } from './domain/patience.ts';
export type { AgencyAnswersPage, ArrivalsPage, DispatchesPage, LinkView } from './http/schemas.ts';
export { sealedLinks } from './storage/sealed.ts';
