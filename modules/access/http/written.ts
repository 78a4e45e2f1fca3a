/** What JSON makes of it: instants as text. */
export type Written<Thing> = Thing extends Date
  ? string
  : Thing extends readonly (infer One)[]
    ? Written<One>[]
    : Thing extends object
      ? { -readonly [Name in keyof Thing]: Written<Thing[Name]> }
      : Thing;

/** Writes instants of an answer as text, however deep they lie. */
export function written<Thing>(thing: Thing): Written<Thing> {
  if (thing instanceof Date) return thing.toISOString() as Written<Thing>;
  if (Array.isArray(thing)) return thing.map(written) as Written<Thing>;
  if (typeof thing !== 'object' || thing === null) return thing as Written<Thing>;
  const pairs = Object.entries(thing).map(([name, value]) => [name, written(value)]);
  return Object.fromEntries(pairs) as Written<Thing>;
}
