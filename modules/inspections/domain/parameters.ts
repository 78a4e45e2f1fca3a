/** Times and limits of inspections on one day, from `contracts/parameters.csv`. */
export interface InspectionParameters {
  /** Officers it takes at least. */
  readonly officers: number;
  /** How long before a slot it may still be booked or given up. */
  readonly bookAheadMs: number;
  readonly bookDays: number;
  readonly photos: { readonly most: number; readonly mostBytes: number; readonly mostPixels: number };
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function inspectionParameters(value: (key: string) => string | undefined): InspectionParameters {
  const whole = (name: string): number => {
    const number = Number(value(`inspection.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter inspection.${name} is no whole number above zero`);
    return number;
  };
  return {
    officers: whole('officers'),
    bookAheadMs: whole('book_ahead_minutes') * 60_000,
    bookDays: whole('book_days'),
    photos: {
      most: whole('photos_most'),
      mostBytes: whole('photo_most_bytes'),
      mostPixels: whole('photo_most_pixels'),
    },
  };
}
