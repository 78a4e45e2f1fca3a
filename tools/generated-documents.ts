import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apps, modules, platform } from '../architecture.mjs';
import { accessDocument } from './access-document.ts';
import { agenciesDocument } from './agencies-document.ts';
import { codesDocument } from './codes-document.ts';
import { librarySurface } from './library-surface.ts';
import { listStatesDocument } from './list-states-document.ts';
import { messageDocuments } from './messages-document.ts';
import { problemCodes } from './problem-codes.ts';
import { problemsDocument } from './problems-document.ts';
import { root } from './root.ts';
import { rulesDocument } from './rules-document.ts';
import { sandboxDocument } from './sandbox-document.ts';
import { securityDocument } from './security-document.ts';

const LIBRARY_GUIDE = 'docs/guides/library.md';

/** The documents with generated parts, by path from the root, as they should stand now. */
export function generatedDocuments(): Record<string, string> {
  return {
    'ARCHITECTURE.md': withPart('ARCHITECTURE.md', 'map', mapPart()),
    'contracts/problems.json': `${JSON.stringify(problemCodes(), undefined, 2)}\n`,
    'docs/README.md': withPart('docs/README.md', 'decisions', decisionsPart()),
    'docs/field/access.md': accessDocument(),
    'docs/field/agencies.md': agenciesDocument(),
    'docs/field/codes.md': codesDocument(root),
    'docs/field/list-states.md': listStatesDocument(),
    'docs/field/problems.md': problemsDocument(),
    'docs/field/rules.md': rulesDocument(root),
    'docs/field/sandbox.md': sandboxDocument(),
    'docs/guides/library.md': libraryGuide(),
    'docs/library-surface.md': librarySurface(root),
    'docs/security.md': securityDocument(root),
    ...messageDocuments(),
  };
}

/** The guide of the library shows the examples as they are run. */
function libraryGuide(): string {
  const examples = readdirSync(join(root, 'apps/library/examples')).sort();
  return examples.reduce(
    (text, file) => {
      const code = readFileSync(join(root, 'apps/library/examples', file), 'utf8');
      return withPartIn(text, LIBRARY_GUIDE, file.replace(/[.]ts$/, ''), `\`\`\`ts\n${code}\`\`\``);
    },
    readFileSync(join(root, LIBRARY_GUIDE), 'utf8'),
  );
}

/** The document's text with the part between its marks replaced. Throws if the marks are not there. */
function withPart(path: string, name: string, part: string): string {
  return withPartIn(readFileSync(join(root, path), 'utf8'), path, name, part);
}

function withPartIn(text: string, path: string, name: string, part: string): string {
  const marks = new RegExp(`(<!-- generated: ${name} -->\n)[\\s\\S]*?(<!-- /generated -->)`);
  if (!marks.test(text)) throw new Error(`${path} has no part marked "generated: ${name}"`);
  return text.replace(marks, (_, start: string, end: string) => `${start}\n${part}\n\n${end}`);
}

function mapPart(): string {
  const layers = [
    ['modules', '#', modules],
    ['platform', '#', platform],
    ['apps', '', apps],
  ] as const;
  return layers
    .map(([layer, mark, parts]) => {
      const head = layer === 'apps' ? 'may start' : 'may use';
      const rows = Object.entries(parts).map(([name, { zh, en, uses }]) => {
        const used = uses.map((use) => `${mark}${use}`).join(' ');
        return `| [${name}](${layer}/${name}) | ${zh} | ${en} | ${used || '–'} |`;
      });
      return [`| ${layer} | 中文 | holds | ${head} |`, '|---|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
}

function decisionsPart(): string {
  const files = readdirSync(join(root, 'docs/decisions')).filter((file) => /^\d{4}-.*[.]md$/.test(file));
  return files
    .sort()
    .map((file) => {
      const title = readFileSync(join(root, 'docs/decisions', file), 'utf8')
        .split('\n')[0]
        ?.replace(/^# /, '');
      return `- [${title}](decisions/${file})`;
    })
    .join('\n');
}
