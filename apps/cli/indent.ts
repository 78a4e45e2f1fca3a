/**
 * A message as `encode` writes it, one element a line. The signature stays on one line: its white space would be
 * signed by nobody, but a reader of digests should see them whole.
 */
export function indented(xml: string): string {
  let depth = 0;
  let lines = '';
  for (const [piece] of xml.matchAll(/<\?[^>]*\?>|<ds:Signature[\s\S]*?<\/ds:Signature>|<[^>]+>|[^<]+/g)) {
    if (piece === '\n') continue;
    if (!piece.startsWith('<')) {
      lines = lines.trimEnd() + piece;
      continue;
    }
    const closes = piece.startsWith('</');
    if (closes) depth -= 1;
    // The end tag of a text follows it; that of a group stands alone.
    if (closes && !lines.endsWith('>\n')) lines += `${piece}\n`;
    else lines += `${'  '.repeat(depth)}${piece}\n`;
    const opens = !closes && !piece.startsWith('<?') && !piece.startsWith('<ds:') && !piece.endsWith('/>');
    if (opens) depth += 1;
  }
  return lines;
}
