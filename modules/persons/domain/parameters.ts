/** Bounds of one day, from `contracts/parameters.csv`. */
export interface PersonsParameters {
  /** Tries a day of an account to be confirmed as a person. */
  readonly identityTries: number;
  /** With one telephone number, whatever the account. */
  readonly identityTriesOfPhone: number;
  /** Wrong tries an hour for a parcel of one number. */
  readonly parcelTries: number;
  /** Least time of a public answer: how long it takes tells nothing. */
  readonly publicAnswerMs: number;
  /** Purchases in one export of a person's own data. */
  readonly papersShown: number;
  /** Days within which what a person asks is answered. */
  readonly correctionDays: number;
  /** Requests of one person that may wait for an answer at once. */
  readonly openCorrections: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number above zero
 */
export function personsParameters(value: (key: string) => string | undefined): PersonsParameters {
  const number = (name: string): number => {
    const read = Number(value(`persons.${name}`) ?? Number.NaN);
    if (!(read > 0)) throw new RangeError(`the parameter persons.${name} is no number above zero`);
    return read;
  };
  return {
    identityTries: number('identity_tries'),
    identityTriesOfPhone: number('identity_tries_of_phone'),
    parcelTries: number('parcel_tries'),
    publicAnswerMs: number('public_answer_ms'),
    papersShown: number('papers_shown'),
    correctionDays: number('correction_days'),
    openCorrections: number('open_corrections'),
  };
}
