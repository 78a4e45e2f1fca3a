import { errorCatalogue, type Field, messageTables } from '#ceb';
import { table } from './rules-document.ts';

type Message = (typeof messageTables)[keyof typeof messageTables];
type Group = Message['groups'][number];

/** A story whose files show each message that is handed in. */
const STORY = '../../contracts/samples/01-direct-purchase';
const SAMPLES: Readonly<Record<string, string>> = {
  CEB311Message: `${STORY}/01-order.xml`,
  CEB411Message: `${STORY}/02-payment.xml`,
  CEB511Message: `${STORY}/03-waybill.xml`,
  CEB621Message: `${STORY}/04-declaration.xml`,
};

const messages: readonly Message[] = Object.values(messageTables);
const short = (root: string): string => root.replace(/Message$/, '');
const link = (root: string): string => `[${short(root)}](${short(root)}.md)`;

/** The pages on the messages of the standard by path: an index, and one page a message. */
export function messageDocuments(): Record<string, string> {
  const pages = messages.map((message): [string, string] => [
    `docs/messages/${short(message.root)}.md`,
    `${page(message)}\n`,
  ]);
  return { 'docs/messages/README.md': `${index()}\n`, ...Object.fromEntries(pages) };
}

const WRITTEN = 'Written by `npm run docs` from the tables in `modules/ceb/tables`; do not edit it by hand.';

function index(): string {
  const lines = messages.map(({ root, zh, en, kind, sender, answer }) => [
    link(root),
    zh,
    en,
    { declaration: 'in', receipt: 'out', push: 'push' }[kind],
    `${sender.zh}<br>${sender.en}`,
    answer ? link(answer) : '',
  ]);
  return `# Messages 报文

${WRITTEN}

The 42 messages of the CEB standard (海关跨境统一版, edition 202205), field by field. *Goes*: **in** to customs, **out** from
customs as an answer, **push** from customs unasked.

${table(['message', '中文', 'what it is', 'goes', 'sender', 'answered by'], lines)}

## How to read the tables

| notation | meaning |
|---|---|
| \`C36\` | text of exactly 36 characters; \`C1..60\` of 1 to 60, \`C..18\` of at most 18, \`C\` of any length |
| \`N19,5\` | a decimal of at most 19 digits, at most 5 of them after the point |
| \`I9\` | a whole number of at most 9 digits; \`I\` of 32 bits |
| required | **yes** by the schema; *for …* by the text of the standard; else the element may be left out |

Lengths count characters, not bytes. Elements stand in the order of the tables, each at most once. Every message is one root
element with the attributes \`guid\` (36 characters) and \`version\` (1 to 10), in the namespace \`http://www.chinaport.gov.cn/ceb\`,
in UTF-8, without DOCTYPE and entities. Times are Beijing time.

\`appType\`: 1 new, 2 change, 3 delete. \`appStatus\`: 1 saved only, 2 declared. Result codes and statuses: [codes](../field/codes.md).`;
}

function page(message: Message): string {
  const { root, zh, en, sender, answer, groups, tail, source } = message;
  const sample = SAMPLES[root];
  const facts = [
    `- sender: ${sender.en} (${sender.zh})`,
    answer ? `- answered by ${link(answer)}` : '',
    sample ? `- [a message of this kind](${sample})` : '',
  ];
  const parts = [
    `# ${root} ${zh}`,
    `${en}. ${WRITTEN}`,
    facts.filter(Boolean).join('\n'),
    `\`\`\`\n${outline(message)}\n\`\`\``,
    ...[...groups, ...tail].map((group) => groupPart(group, source)),
    answerPart(message),
    `Source: ${source}. [All messages](README.md).`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** What stands in what, and how often. */
function outline({ root, document, groups, tail, signature }: Message): string {
  const often = ({ name, least, most }: Pick<Group, 'name' | 'least' | 'most'>): string =>
    least === most ? name : `${name} ${least}..${most === 'unbounded' ? 'n' : most}`;
  const parts = groups.filter(({ name }) => name !== document.name).map(often);
  const after = [
    ...tail.map(often),
    ...(signature === 'none' ? [] : [signature === 'optional' ? 'ds:Signature 0..1' : 'ds:Signature']),
  ];
  return [root, ...branches([often({ ...document, least: 1 }), ...after], [branches(parts)])].join('\n');
}

/** Lines as branches of a tree, each with the lines below it. */
function branches(lines: readonly string[], below: readonly (readonly string[])[] = []): string[] {
  return lines.flatMap((line, at) => {
    const last = at === lines.length - 1;
    const deeper = (below[at] ?? []).map((one) => `${last ? ' ' : '│'}  ${one}`);
    return [`${last ? '└' : '├'}─ ${line}`, ...deeper];
  });
}

function groupPart(group: Group, source: string): string {
  const lines = group.fields.map((field) => [
    `\`${field.name}\``,
    field.zh,
    field.en,
    notation(field),
    needed(field),
    content(field, source),
  ]);
  const head = ['field', '中文', 'meaning', 'format', 'required', 'content'];
  return [`## ${group.name} ${group.zh}`, `${group.en}.`, table(head, lines), checks(group)]
    .filter(Boolean)
    .join('\n\n');
}

function notation({ type, minLength = 0, maxLength, totalDigits, fractionDigits }: Field): string {
  if (type === 'decimal') return `N${totalDigits},${fractionDigits}`;
  if (type === 'int') return `I${totalDigits ?? ''}`;
  if (maxLength === undefined) return 'C';
  if (minLength === maxLength) return `C${maxLength}`;
  return `C${minLength || ''}..${maxLength}`;
}

function needed({ required, requiredWhen, requiredIf = requiredWhen }: Field): string {
  if (required === true) return '**yes**';
  return requiredIf ? `*for ${requiredIf.en}*` : '';
}

function content(field: Field, source: string): string {
  const { fixed, byDefault, values, codeList, time, sign, valueWhen, remark, type } = field;
  const list = codeList === 'customs_office' ? 'customs_offices' : codeList;
  const says = [
    fixed && `always ${fixed}`,
    byDefault && `empty stands for ${byDefault}`,
    values?.join(', '),
    time,
    type === 'decimal' && (sign ? 'more than 0' : 'not negative'),
    valueWhen && `${valueWhen.value} for ${valueWhen.en}`,
    list && `[${list}](../../contracts/codelists/${list}.csv)`,
    remark,
    field.source !== source && `from ${field.source}`,
  ];
  return says.filter(Boolean).join('; ');
}

function checks({ checks: asked }: Group): string {
  if (!asked) return '';
  const { sequence, product, together = [] } = asked;
  const says = [
    sequence &&
      `- \`${sequence.field}\` counts from 1 without gap${sequence.repeated ? `; a repeated one is ${sequence.repeated}` : ''}.`,
    product &&
      `- \`${product.total}\` = ${product.factors.map((name) => `\`${name}\``).join(' × ')}, at two decimals.`,
    ...together.map(([one, other]) => `- \`${one}\` and \`${other}\` are given together, or neither is.`),
  ];
  return says.filter(Boolean).join('\n');
}

function answerPart({ answerCodes }: Message): string {
  if (!answerCodes) return '';
  const meanings: Readonly<Record<keyof typeof answerCodes, string>> = {
    invalid: 'a field is wrong',
    notFound: 'a change or deletion of what is not there',
    exists: 'a new document under a number that is taken, with other content',
    state: 'the stored document can no longer be changed or deleted',
    older: '`appTime` is earlier than that of the stored document',
  };
  const lines = (Object.keys(meanings) as (keyof typeof answerCodes)[]).flatMap((reason) => {
    const code = answerCodes[reason];
    const [entry] = errorCatalogue.filter((candidate) => candidate.code === code);
    return code ? [[`\`${code}\``, meanings[reason], entry?.text.zh ?? '']] : [];
  });
  return `## When a document is not taken in\n\n${table(['code', 'because', "the standard's words"], lines)}`;
}
