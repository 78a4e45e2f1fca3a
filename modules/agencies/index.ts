/** Agencies besides customs: what each has to decide, what each may see, and how each is asked. */

export type { Answer, AnswersPage, DeliveryBody } from './application/adapter.ts';
export { CONSENT_CODES } from './domain/finding-codes.ts';
export { sealedAgencies } from './storage/links.ts';
