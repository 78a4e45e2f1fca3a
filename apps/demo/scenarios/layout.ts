/**
 * A message as people like to read it: one field a line, two blanks a level. Takes what our own encoder writes;
 * white space between elements means nothing in the standard.
 */
export function indented(xml: string): string {
  let depth = 0;
  let text = '';
  let opened = false;
  for (const [, tag = '', content = ''] of xml.matchAll(/(<[^>]+>)([^<]*)/g)) {
    const closes = tag.startsWith('</');
    if (closes) depth -= 1;
    // An end right after its begin stays on the same line, with the text between them.
    if (text !== '' && !(closes && opened)) text = `${text.trimEnd()}\n${'  '.repeat(depth)}`;
    text += tag + content;
    opened = !closes && !tag.startsWith('<?');
    if (opened) depth += 1;
  }
  return `${text.trimEnd()}\n`;
}
