import { enterpriseOf } from '#access';
import type { Doer } from '../application/ports.ts';
import { CONDITIONS, type ConditionCode } from '../domain/eligibility.ts';

export const described = { tags: ['export-tax'], security: [{ apiKey: [] }, { session: [] }] };

/** The caller of an enterprise as records name it. */
export function doerOf(request: object): Doer {
  const { customsCode, id } = enterpriseOf(request);
  return { customsCode, id };
}

/** Fields that are there, moments as text. */
export function told<Row extends object>(row: Row) {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value === null ? [] : [[name, value instanceof Date ? value.toISOString() : value]],
    ),
  ) as { [Name in keyof Row]: Told<Row[Name]> };
}
type Told<Value> = Date extends Value
  ? string | (null extends Value ? undefined : never)
  : null extends Value
    ? Exclude<Value, null> | undefined
    : Value;

/** What a condition says, and where it comes from. */
export function conditionView(code: ConditionCode) {
  const { sentence, rule, source, confidence } = CONDITIONS[code];
  return { code, sentence, rule, source, confidence };
}

/** The number of a line in a cursor; before the first for what is none. */
export const placeOf = (word: string): number => (/^\d{1,9}$/.test(word) ? Number(word) : 0);
