/** Search parameters as they stand in the address, before a route has checked them. */
export type Search = Readonly<Record<string, unknown>>;

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** One of a few words, or nothing. */
export function oneOf<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return words.find((word) => word === value);
}

/** What of an address is the page's own: the language, which every address may name, is nothing to ask the server. */
export function ownSearch<T extends object>(search: T & { readonly lang?: unknown }): Omit<T, 'lang'> {
  const { lang: _language, ...own } = search;
  return own;
}
