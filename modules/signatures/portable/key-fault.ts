import type { Bilingual } from '#kernel';

/** Why a key, a key file or a token cannot be used; only whoever set it up can mend it. */
export class KeyFault extends Error {
  readonly sentence: Bilingual;

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, cause === undefined ? undefined : { cause });
    this.name = 'KeyFault';
    this.sentence = { zh, en };
  }
}
