import type { Bilingual } from '#kernel';

/**
 * Something only the person who runs the platform can mend (a database out of reach, a port in use, a
 * data folder of another version). Programs print `sentence` without a stack trace and exit 1.
 */
export class OperatorError extends Error {
  readonly sentence: Bilingual;

  constructor(sentence: Bilingual, cause?: unknown) {
    super(sentence.en, cause === undefined ? undefined : { cause });
    this.name = 'OperatorError';
    this.sentence = sentence;
  }
}
