import { encode, exampleMessage, type Field, messageTables, type Root } from '#ceb';
import { wordsOf } from './message-words.ts';

/** Where the comments begin, if the line is short enough. */
const COLUMN = 64;

/**
 * The example of a message with a comment beside each field: its name in both languages, and what its value
 * means. With the comments it is the same sound message.
 */
export function annotatedSample(root: Root): string {
  const { groups, tail } = messageTables[root];
  let within: readonly Field[] = [];
  const lines = indent(encode(exampleMessage(root))).map((line) => {
    const [, opened] = /^ *<(?:ceb:)?(\w+)>$/.exec(line) ?? [];
    within = [...groups, ...tail].find(({ name }) => name === opened)?.fields ?? within;
    const [, name = '', value = ''] = /^ *<(?:ceb:)?(\w+)>([^<]*)<\//.exec(line) ?? [];
    const field = within.find((one) => one.name === name);
    if (!field || field.name === 'oriBizMessage') return line;
    const words = wordsOf(field, value);
    const means = words ? `：${words.zh} ${words.en}` : '';
    return `${line.padEnd(COLUMN - wideIn(line))} <!-- ${field.zh} ${field.en}${means} -->`;
  });
  return `${lines.join('\n')}\n`;
}

/** How many characters of a line take two columns. */
const wideIn = (line: string): number => [...line.matchAll(/[\u2e80-\uffef]/g)].length;

/** One element a line; an element with text stays on its line, white space in a signature counts for nothing here. */
function indent(xml: string): string[] {
  const pieces = xml.match(/<\?[^>]*\?>|<[^/!?][^>]*>[^<]*<\/[^>]+>|<[^>]+>/g) ?? [];
  let depth = 0;
  return pieces.map((piece) => {
    if (piece.startsWith('</')) depth -= 1;
    const line = '  '.repeat(depth) + piece;
    const opens =
      !piece.startsWith('</') && !piece.startsWith('<?') && !piece.includes('</') && !piece.endsWith('/>');
    if (opens) depth += 1;
    return line;
  });
}
