const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any character that may need a second look: one test lets nearly every field through. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const REMARKABLE = /[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/;

/** Characters XML cannot carry at all: controls, lone surrogates, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const EVERY_IMPOSSIBLE = new RegExp(IMPOSSIBLE, 'gu');

/** The text with U+FFFD in the place of every character XML cannot carry, for showing what was no XML. */
export function carriable(text: string): string {
  return REMARKABLE.test(text) ? text.replace(EVERY_IMPOSSIBLE, '\ufffd') : text;
}

/** Text of an element. A carriage return is written as a reference, or reading would turn it into a line feed. */
export function escapeText(text: string): string {
  return REMARKABLE.test(text) ? replaced(text, /[&<>\r]/g) : text;
}

/** Value of an attribute in double quotes; white space other than the blank would be read as a blank. */
export function escapeAttribute(text: string): string {
  return REMARKABLE.test(text) ? replaced(text, /[&<>"\t\n\r]/g) : text;
}

function replaced(text: string, special: RegExp): string {
  const impossible = IMPOSSIBLE.exec(text);
  if (impossible) {
    const code = (impossible[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    throw new RangeError(`XML cannot carry the character U+${code}.`);
  }
  return text.replace(special, (character) => REFERENCES[character] ?? character);
}
