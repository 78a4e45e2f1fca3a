/** Figures of transit on one day, from `contracts/parameters.csv`. */
export interface TransitParameters {
  /** What goods of a direct transfer are called. */
  readonly goodsName: string;
  /** Share of the usual time after which a transit is late, in percent. */
  readonly latePercent: number;
  readonly silenceMs: number;
  /** How far a position may be ahead of our clock. */
  readonly aheadMs: number;
  readonly arrivalKm: number;
  readonly positionMonths: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function transitParameters(value: (key: string) => string | undefined): TransitParameters {
  const whole = (name: string): number => {
    const number = Number(value(`transit.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter transit.${name} is no whole number above zero`);
    return number;
  };
  const goodsName = value('transit.goods_name');
  if (!goodsName) throw new RangeError('the parameter transit.goods_name is missing');
  return {
    ...{ goodsName, latePercent: whole('late_percent'), arrivalKm: whole('arrival_km') },
    ...{ silenceMs: whole('silence_minutes') * 60_000, aheadMs: whole('position_ahead_seconds') * 1_000 },
    positionMonths: whole('position_months'),
  };
}
