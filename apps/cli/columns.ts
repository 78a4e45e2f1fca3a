/** Text in columns, for terminals: a Chinese character is as wide as two Latin ones. */

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const NONE = /[\p{Mark}\p{Format}]/u;

/** Columns of the terminal a text takes up. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (NONE.test(character)) continue;
    width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** A text followed by spaces up to a width; one that is wider is left as it is. */
function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The beginning of a text that fits into a width, with an ellipsis where something is left out. */
export function fitted(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

const GAP = '  ';

/** Rows as lines, each column as wide as its widest cell, the last one unpadded. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/**
 * A table wider than the terminal as several below one another, each beginning with the first column.
 * @param most columns of the terminal to keep to.
 */
export function folded(rows: readonly (readonly string[])[], most: number): string[][] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => widthOf(row[at] ?? ''))),
  );
  const first = widths[0] ?? 0;
  const parts: number[][] = [[]];
  let used = first;
  for (let at = 1; at < count; at++) {
    const more = GAP.length + (widths[at] ?? 0);
    if (used + more > most && parts.at(-1)?.length !== 0) {
      parts.push([]);
      used = first;
    }
    parts.at(-1)?.push(at);
    used += more;
  }
  return parts.map((columns) =>
    aligned(rows.map((row) => [row[0] ?? '', ...columns.map((at) => row[at] ?? '')])),
  );
}
