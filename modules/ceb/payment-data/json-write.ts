/** Quote, backslash and control characters: what JSON asks to be escaped, and nothing more. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped
const ESCAPED = /["\\\u0000-\u001f]/g;

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A JSON string with the fewest escapes: Chinese, `/`, `<` and emoji stand as they are. */
export function jsonString(value: string): string {
  return `"${value.replace(ESCAPED, (character) => SHORT[character] ?? unicode(character))}"`;
}

const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A compact JSON object of fields that are JSON texts already, in their order; absent ones are left out. */
export function jsonObject(fields: readonly (readonly [name: string, json: string | undefined])[]): string {
  const given = fields.filter(([, json]) => json !== undefined);
  return `{${given.map(([name, json]) => `${jsonString(name)}:${json}`).join(',')}}`;
}

/** A compact JSON list of JSON texts. */
export function jsonList(items: readonly string[]): string {
  return `[${items.join(',')}]`;
}
