import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../architecture/tree.ts';

/** What the guide says an example prints: the block that follows it, without marking its language. */
export function printedInGuide(example: string): string {
  const guide = readFileSync(join(root, 'docs/guides/library.md'), 'utf8');
  const [, output] =
    new RegExp(
      `<!-- generated: ${example} -->[\\s\\S]*?<!-- /generated -->\n\n\`\`\`\n([\\s\\S]*?)\`\`\``,
    ).exec(guide) ?? [];
  if (output === undefined) throw new Error(`The guide shows no output of ${example}.`);
  return output;
}
