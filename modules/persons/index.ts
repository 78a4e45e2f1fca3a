/** Persons in the papers: who has been shown them in full, and what they themselves may ask. */
export { correctionRefusals } from './application/correction-refusals.ts';
export { type PersonsParameters, personsParameters } from './domain/parameters.ts';
export { sealedCorrections } from './storage/sealed.ts';
export { noteShowing, type Showing } from './storage/showings.ts';
