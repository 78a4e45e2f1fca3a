const SPECIAL = /[&<>\r]/;
const SPECIAL_IN_ATTRIBUTE = /[&<>"\t\n\r]/;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Characters XML cannot carry at all: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** Text of an element. A carriage return is written as a reference, or reading would turn it into a line feed. */
export function escapeText(text: string): string {
  refuseImpossible(text);
  return SPECIAL.test(text) ? text.replace(/[&<>\r]/g, (c) => REFERENCES[c] ?? c) : text;
}

/** Value of an attribute in double quotes; white space other than the blank would be read as a blank. */
export function escapeAttribute(text: string): string {
  refuseImpossible(text);
  return SPECIAL_IN_ATTRIBUTE.test(text) ? text.replace(/[&<>"\t\n\r]/g, (c) => REFERENCES[c] ?? c) : text;
}

function refuseImpossible(text: string): void {
  const found = IMPOSSIBLE.exec(text);
  if (found) {
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new RangeError(`XML cannot carry the character U+${code}.`);
  }
}
