/** The officer's desk: held lists as cases, and what officers decide of them. */
export { deskRefusals } from './application/refusals.ts';
export { type DeskParameters, deskParameters } from './domain/parameters.ts';
