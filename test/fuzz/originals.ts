import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../modules/ceb/encode/encode.ts';
import { ROOTS, sampleMessage } from '../../modules/ceb/testing/messages.ts';
import { type JudgingSchema, OFFICIAL, officialPresent } from '../../modules/ceb/testing/official-schema.ts';
import { elementsIn, textOf, treeOf, type XmlElement } from '../../modules/ceb/testing/xml-tree.ts';

/** A valid message to be spoilt. */
export interface Original {
  readonly root: string;
  readonly source: string;
  readonly text: string;
}

/** Our own samples of every message, and every official one that is valid, cut to a few repetitions. */
export function originals(schema: JudgingSchema): Original[] {
  const own = ROOTS.flatMap((root) => [
    { root, source: 'ours, least', text: encode(sampleMessage(root, false)) },
    { root, source: 'ours, full', text: encode(sampleMessage(root, true)) },
  ]);
  const found = [...own, ...(officialPresent ? official() : [])];
  const encoder = new TextEncoder();
  return found.filter(({ text }) => schema.complaint(encoder.encode(text)) === undefined);
}

function official(): Original[] {
  const folder = join(OFFICIAL, 'samples');
  return readdirSync(folder)
    .filter((file) => /^CEB\d+Message.*[.]xml$/.test(file))
    .sort()
    .flatMap((file) => {
      const root = file.slice(0, 'CEB000Message'.length);
      if (!(ROOTS as readonly string[]).includes(root)) return [];
      const tree = treeOf(readFileSync(join(folder, file), 'utf8'));
      cutDown(tree.root);
      return [{ root, source: file, text: textOf(tree) }];
    });
}

/** Keeps two of what is repeated: messages stay small, and a run makes many of them. */
function cutDown(element: XmlElement): void {
  const seen = new Map<string, number>();
  for (const child of elementsIn(element)) {
    const times = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, times);
    if (times > 2) element.children.splice(element.children.indexOf(child), 1);
    else cutDown(child);
  }
}
