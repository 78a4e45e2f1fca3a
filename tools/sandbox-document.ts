import type { Bilingual } from '#kernel';
import { MOST_WORDS, PACE_MS } from '../apps/sandbox/scheme/outcomes.ts';
import { type Scheme, schemeOf } from '../apps/sandbox/scheme/scheme.ts';
import { loadCodeLists } from '../modules/registry/wiring.ts';
import { table } from './markdown-table.ts';

const INTRODUCTION = `# The sandbox 沙箱

Written by \`npm run docs\` from the tables in \`apps/sandbox/scheme\`; do not edit it by hand.

\`npx chama sandbox\` is a simulated customs: it speaks the platform's own interface, and what becomes of a paper stands in its
number. The demo day has it too, at <http://localhost:8080/sandbox>. From nothing to a released list:
[five minutes](../guides/five-minutes.md).

沙箱是模拟海关：接口与平台完全相同，结果由测试者写在编号里。

A scripted number begins with \`SBX-\`; then come words joined by points, and behind a hyphen whatever you like:
\`SBX-800-0001\`, \`SBX-W5.800-0001\`, \`SBX-2.120.300.800-0001\`, \`SBX-R-621008-0001\`.

- A message is judged in this order: its structure (CEB900), its fields, its signature (made with the key of the certificate the
  sandbox gave to the enterprise), its number on file (repeats, changes, other content), and last its script.
- One result brings the usual way to it along; several are sent exactly as they stand, ${PACE_MS} ms apart. A script has at most
  ${MOST_WORDS} words. What cannot be read is refused with an explanation.
- A status the paper's receipts do not name becomes the paper's good end: the order of a list that is inspected is taken in as
  any other. A code that is another paper's leaves this one taken in; one of a cancellation or return lets the list be released.
- Papers CEB311, 411, 511 and lists CEB621 without a script are judged by the platform's own rules. Everything else without a
  script ends well, papers that share a message with a scripted one too.
- A released list is followed by its tax bill (CEB816) and the bill's status (CEB818), a summary application by its result (CEB792).
- With \`--folder DIR\` or \`--amqp URL\` the sandbox speaks DXP as customs' end of the exchange platform: what the enterprise or platform
  calls \`out\` comes in here. Receipts go back as DxpMsg from DXPEDCCEB0000002 (imports) and DXPEDCCEB0000003 (exports); a sender who is
  not the one in the message gets -301008 by CEB900, an envelope that cannot be delivered a DxpRep. A message that comes again is a
  repeat, and its receipts are sent again.
- An enterprise that came over DXP without registering is taken at its word; signatures of enterprises the sandbox gave no
  certificate to are not judged.`;

/** The page of everything that may be written into a number, from the scheme itself. */
export function sandboxDocument(): string {
  const scheme = schemeOf(loadCodeLists());
  return `${[INTRODUCTION, wordsPart(scheme), messagesPart(scheme), codesPart(scheme)].join('\n\n')}\n`;
}

const both = ({ zh, en }: Bilingual): string => `${zh}<br>${en}`;
const code = (text: string): string => `\`${text}\``;

function wordsPart({ words }: Scheme): string {
  const rows = words.map(({ word, meaning, way = [], example }) => [
    code(word),
    both(meaning),
    way.join(' → '),
    code(example),
  ]);
  return `## Words 脚本词\n\n${table(['word', 'meaning', 'sent', 'example'], rows)}`;
}

function messagesPart({ messages }: Scheme): string {
  const rows = messages.map(({ type, name, answer, numbers, statuses }) => [
    `[${type}](../messages/${type}.md)`,
    both(name),
    numbers.map(code).join(', '),
    `[${answer}](../messages/${answer}.md)`,
    statuses.join(' '),
  ]);
  const head = ['message', 'name', 'the script stands in', 'answered by', 'statuses'];
  return `## Messages 报文\n\nThe first of the fields that holds a script counts.\n\n${table(head, rows)}`;
}

function codesPart({ codes }: Scheme): string {
  const rows = codes.map(({ word, meaning, way = ['as returnStatus'], example }) => [
    code(word),
    both(meaning),
    way.join(' → '),
    code(example),
  ]);
  return `## Result codes 结果码

Causes and remedies: [codes](codes.md). Codes of the exchange platform (\`0001\` to \`3999\`) are answered by DxpRep, and only to
what comes over DXP: \`SBX-R-3003-1\`.

${table(['code', 'meaning', 'status', 'example'], rows)}`;
}
