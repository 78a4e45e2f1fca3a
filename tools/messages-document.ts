import { errorCatalogue, messageTables, statusesOf } from '#ceb';
import type { Bilingual } from '#kernel';
import { table } from './markdown-table.ts';
import { groupPart } from './message-fields.ts';
import { occasions } from './message-occasions.ts';
import { annotatedSample } from './message-sample.ts';
import { messagesIndex } from './messages-index.ts';

type Message = (typeof messageTables)[keyof typeof messageTables];
type Group = Message['groups'][number];

const messages: readonly Message[] = Object.values(messageTables).toSorted((a, b) =>
  a.root < b.root ? -1 : 1,
);
const short = (root: string): string => root.replace(/Message$/, '');
const link = (root: string): string => `[${short(root)}](${short(root)}.md)`;

/** The pages on the messages of the standard by path: an index, and one page a message. */
export function messageDocuments(): Record<string, string> {
  const pages = messages.map((message): [string, string] => [
    `docs/messages/${short(message.root)}.md`,
    `${page(message)}\n`,
  ]);
  return { 'docs/messages/README.md': `${messagesIndex(messages)}\n`, ...Object.fromEntries(pages) };
}

function page(message: Message): string {
  const { root, zh, en, groups, tail, source } = message;
  const occasion = occasions[root];
  const parts = [
    `# ${short(root)} ${zh} · ${en}`,
    `<!-- Written by \`npm run docs\` from the tables in modules/ceb; do not edit it by hand. -->`,
    `${occasion.zh}  \n${occasion.en}`,
    factsPart(message),
    `\`\`\`\n${outline(message)}\n\`\`\``,
    '## Fields 字段',
    ...groups.map((group) => groupPart(group, source)),
    ...(tail.length === 0
      ? []
      : [detailed('传输、订阅、扩展 · transmission, subscription, extension', tail, source)]),
    answersPart(message),
    sampleHead(root),
    `\`\`\`xml\n${annotatedSample(root)}\`\`\``,
    `来源 Source: ${source}. [全部报文 All messages](README.md).`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

function factsPart(message: Message): string {
  const { direction, sender, sentBy = [], answer, signature, signedWhenDeclared, document, groups } = message;
  const answered = messages.find((other) => other.answer === message.root);
  const head = groups[0]?.fields.map(({ name }) => name) ?? [];
  const facts: [string, string | undefined][] = [
    ['方向 direction', { import: '进口 import', export: '出口 export', both: '进口和出口 both' }[direction]],
    ['发送方 sender', `${sender.zh}<br>${sender.en}${sentBy.map((field) => `<br>\`${field}\``).join('')}`],
    ['回执 answered by', answer && link(answer)],
    ['答复 answers', answered && `${link(answered.root)} ${answered.zh}`],
    [
      '每份单证 documents a message',
      `1..${document.most === 'unbounded' ? 'n' : document.most}`.replace(/^1[.][.]1$/, '1'),
    ],
    ['签名 signature', signedWhenDeclared ? SIGNED_WHEN_DECLARED : SIGNATURE[signature]],
    ['拆分 split', head.includes('msgCount') ? SPLIT : undefined],
  ];
  return table(
    ['项目', 'fact'],
    facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const SIGNATURE: Readonly<Record<Message['signature'], string | undefined>> = {
  required: '必须 required by the schema',
  optional:
    '结构上可选，申报（appStatus 2）时应签 · optional by the schema; sign what is declared (appStatus 2)',
  none: undefined,
};

const SIGNED_WHEN_DECLARED =
  '申报（appStatus 2）时正文要求签名 · asked for by the text when declared (appStatus 2)';

const SPLIT =
  '超长时拆成 msgCount 份，msgSeqNo 从 1 连续编号；不拆填 1、1 · over msgCount messages numbered by msgSeqNo from 1; 1 and 1 when whole';

/** What stands in what, and how often. */
function outline({ root, document, groups, tail, direction, signature }: Message): string {
  const often = ({ name, least, most }: Pick<Group, 'name' | 'least' | 'most'>): string =>
    least === most ? name : `${name} ${least}..${most === 'unbounded' ? 'n' : most}`;
  const inside = groups.filter(({ name }) => name !== document.name).map(often);
  const signed =
    signature === 'none' ? [] : [signature === 'optional' ? 'ds:Signature 0..1' : 'ds:Signature'];
  const [extension] = tail.slice(-1).map(often);
  const rest = extension === undefined ? [] : [extension];
  const after = [
    ...tail.slice(0, -1).map(often),
    ...(direction === 'export' ? [...signed, ...rest] : [...rest, ...signed]),
  ];
  return [root, ...branches([often({ ...document, least: 1 }), ...after], [branches(inside)])].join('\n');
}

/** Lines as branches of a tree, each with the lines below it. */
function branches(lines: readonly string[], below: readonly (readonly string[])[] = []): string[] {
  return lines.flatMap((line, at) => {
    const last = at === lines.length - 1;
    const deeper = (below[at] ?? []).map((one) => `${last ? ' ' : '│'}  ${one}`);
    return [`${last ? '└' : '├'}─ ${line}`, ...deeper];
  });
}

function detailed(title: string, groups: readonly Group[], source: string): string {
  const parts = groups.map((group) => groupPart(group, source));
  return `<details><summary>${title}</summary>\n\n${parts.join('\n\n')}\n\n</details>`;
}

function answersPart(message: Message): string {
  const statuses = statusesOf(message.root);
  if (statuses.length > 0) {
    const lines = statuses.map((status) => {
      const [entry] = errorCatalogue.filter(({ code, family }) => code === status && family === 'status');
      return [`\`${status}\``, both(entry?.text), both(entry?.cause)];
    });
    return `## Statuses 状态\n\n正文列出的状态；负数为处理异常，未列的正数表示处理中。Those the text names; a negative one is an error, an unknown positive one means in progress. [All codes](../field/codes.md).\n\n${table(['status', '', '含义 meaning'], lines)}`;
  }
  const { answerCodes } = message;
  if (!answerCodes) return message.kind === 'declaration' ? NO_CODES : '';
  const own = new Set(Object.values(answerCodes));
  const family = errorCatalogue.find(({ code }) => code === answerCodes.invalid)?.family;
  const others = errorCatalogue.filter((entry) => entry.family === family && !own.has(entry.code));
  const first = (Object.keys(REASONS) as (keyof typeof REASONS)[]).flatMap((reason) => {
    const code = answerCodes[reason];
    const entry = errorCatalogue.find((candidate) => candidate.code === code);
    return code === undefined ? [] : [[`\`${code}\``, both(REASONS[reason]), both(entry?.remedy)]];
  });
  const rest = others.map(({ code, text, remedy }) => [`\`${code}\``, both(text), both(remedy)]);
  return [
    '## Codes 代码',
    '未接收时 `returnStatus` 为： · When a document is not taken in its `returnStatus` is:',
    table(['code', '原因 because', '处理 what to do'], first),
    `<details><summary>同类单证的其他代码 · other codes for papers of this kind (${rest.length})</summary>\n\n${table(['code', '', '处理 what to do'], rest)}\n\n</details>`,
  ].join('\n\n');
}

const NO_CODES = `## Codes 代码

正文没有为它单列代码，错误见回执的 \`returnInfo\`。The text lists no codes of its own for it; errors stand in the receipt's \`returnInfo\`.`;

const REASONS: Readonly<Record<'invalid' | 'notFound' | 'exists' | 'state' | 'older', Bilingual>> = {
  invalid: { zh: '字段有误', en: 'a field is wrong' },
  notFound: { zh: '要变更或删除的单证不存在', en: 'a change or deletion of what is not there' },
  exists: {
    zh: '编号已有内容不同的单证',
    en: 'a new document under a number that is taken, with other content',
  },
  state: { zh: '已入库单证的状态不允许', en: 'the stored document can no longer be changed or deleted' },
  older: { zh: '`appTime` 早于已入库的单证', en: '`appTime` is earlier than that of the stored document' },
};

const both = (text: Bilingual | undefined): string => (text ? `${text.zh}<br>${text.en}` : '');

function sampleHead(root: string): string {
  return `## Sample 示例\n\n虚构但合规，可用 \`npx chama new ${short(root)}\` 生成。Made up and sound; \`npx chama new ${short(root)}\` writes it.`;
}
