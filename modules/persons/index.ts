/** Persons in the papers: who has been shown them in full, and what they themselves may ask. */
export { type PersonsParameters, personsParameters } from './domain/parameters.ts';
export { noteShowing, type Showing } from './storage/showings.ts';
