import { readDecimal, roundDecimal } from '#kernel';

/** A field's value; absent optional fields are undefined. */
export type Scalar = string | number | undefined;

/**
 * How two values of a field are held against each other.
 * - `exact`: character by character.
 * - `name`: without any white space, capital letters for small ones.
 * - `id`: like a name, so that a small `x` is `X`.
 * - `money`: rounded to 2 decimals; no cent of tolerance.
 * - `quantity`: as exact decimal numbers, so that `1.50` is `1.5`.
 */
export type Comparison = 'exact' | 'name' | 'id' | 'money' | 'quantity';

const normalise = (value: string | number): string => String(value).replace(/\s+/gu, '').toUpperCase();

function sameDecimal(left: string | number, right: string | number, digits: number): boolean {
  const [one, other] = [readDecimal(String(left)), readDecimal(String(right))];
  if (one === undefined || other === undefined) return false;
  return roundDecimal(one, digits) === roundDecimal(other, digits);
}

const byName = (left: string | number, right: string | number) => normalise(left) === normalise(right);

/** Whether two values that are not identical still count as the same. */
export const sameUnder: Readonly<
  Record<Comparison, (left: string | number, right: string | number) => boolean>
> = {
  exact: () => false,
  name: byName,
  id: byName,
  money: (left, right) => sameDecimal(left, right, 2),
  quantity: (left, right) => sameDecimal(left, right, 5),
};

/** The first character, counted from 1, at which two texts part once white space and case are set aside. */
export function firstDifference(left: string | number, right: string | number): number {
  const [one, other] = [[...normalise(left)], [...normalise(right)]];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at + 1;
}
