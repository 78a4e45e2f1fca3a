import type { messageTables, Root } from '#ceb';
import { table } from './markdown-table.ts';
import { occasions } from './message-occasions.ts';

type Message = (typeof messageTables)[keyof typeof messageTables];

const short = (root: string): string => root.replace(/Message$/, '');
const link = (root: string): string => `[${short(root)}](${short(root)}.md)`;

/** The index of all messages: the two flows, a table of each direction, how to read the pages. */
export function messagesIndex(messages: readonly Message[]): string {
  return [
    INTRODUCTION,
    `## Import 进口\n\n${IMPORT_FLOW}\n\n${tableOf(messages, 'import')}`,
    `## Export 出口\n\n${EXPORT_FLOW}\n\n${tableOf(messages, 'export')}`,
    `## Both 进出口共用\n\n${tableOf(messages, 'both')}`,
    READING,
  ].join('\n\n');
}

/** A row for what is sent, with its receipt beside it; pushes have a row of their own. */
function tableOf(messages: readonly Message[], direction: Message['direction']): string {
  const answers = new Set(messages.map(({ answer }) => answer));
  const rows = messages
    .filter((message) => message.direction === direction && !answers.has(message.root))
    .map(({ root, zh, en, sender, answer }) => [
      link(root),
      `${zh}<br>${en}`,
      answer ? link(answer) : '',
      `${sender.zh}<br>${sender.en}`,
      `${occasions[root as Root].zh}<br>${occasions[root as Root].en}`,
    ]);
  return table(['报文', '名称 name', '回执 receipt', '发送方 sender', '何时 when'], rows);
}

const INTRODUCTION = `# Messages 报文

<!-- Written by \`npm run docs\` from the tables in modules/ceb; do not edit it by hand. -->

海关跨境电商统一版 202205 的全部 42 种报文：每种一页，含结构、字段、长度、条件、代码和逐字段注释的示例。
All 42 messages of China Customs' cross-border e-commerce standard (edition 202205), a page each: structure, fields, lengths,
conditions, codes, and a sample with a comment beside every field.

\`\`\`sh
npx chama check order.xml            # what is wrong, where, how to mend it
npx chama show order.xml             # a message as tables
npx chama new CEB621 --order-no D1   # a sound message to start from
npx chama codes -621018              # what a code means
\`\`\`

As a library: [chama/ceb](../guides/library.md).`;

const IMPORT_FLOW = `\`\`\`
CEB311 订单 order    ──┐                                         ┌▶ CEB816 电子税单 tax bill ─▶ CEB818 税单状态 tax status
CEB411 支付 payment  ──┼─▶ CEB621 清单 list ─▶ 800 放行 released ┤
CEB511 运单 waybill  ──┘      ▲         │                        └▶ CEB513 签收 signed for
CEB711 入库 tally-in ─────────┘         ├─ CEB623 撤销 cancel, before the release
(9610 only)                             └─ CEB625 退货 return, after it
\`\`\``;

const EXPORT_FLOW = `\`\`\`
CEB303 订单 order    ──┐
CEB403 收款 payment  ──┼─▶ CEB603 清单 list ─▶ CEB507 运抵 arrival ─▶ CEB607 总分单 master list ─▶ CEB509 离境 departure
CEB505 运单 waybill  ──┘      │
                              ├─ CEB701 汇总申请 summary, monthly ─▶ CEB792 汇总结果 result
                              ├─ CEB605 撤销 cancel
                              └─ CEB213 退货 return ─▶ CEB215 退运理货 tally
\`\`\``;

const READING = `## How to read the pages 怎样读

| notation | 含义 | meaning |
|---|---|---|
| \`C36\` | 36 个字符；\`C1..60\` 1 至 60 个，\`C..18\` 至多 18 个，\`C\` 不限 | text of exactly 36 characters; 1 to 60; at most 18; of any length |
| \`N19,5\` | 十进制数，至多 19 位，其中小数至多 5 位 | a decimal of at most 19 digits, at most 5 of them after the point |
| \`I9\` | 至多 9 位的整数；\`I\` 为 32 位整数 | a whole number of at most 9 digits; of 32 bits |
| \`1..99\` | 出现次数 | how often an element stands |

**是 yes**：按 XSD 必填；写明条件的按正文必填，其余可不出现。长度按字符计。元素按表中顺序，各至多一次。**Yes** is by the schema, a condition by the text of the
standard; else the element may be left out. Lengths count characters, not bytes. Elements stand in the order of the tables, each at most
once.

每份报文一个根元素，属性 \`guid\`（36 个字符）和 \`version\`（1 至 10 个），命名空间 \`http://www.chinaport.gov.cn/ceb\`，UTF-8，无 DOCTYPE 和实体；
时间为北京时间。Every message is one root element with the attributes \`guid\` and \`version\`, in that namespace, in UTF-8, without DOCTYPE and
entities; times are Beijing time. Import and export messages use the same element names with different content: go by the root.

结果代码和状态 Result codes and statuses: [codes](../field/codes.md). 单证的流程 The way of a paper: [flows](../field/flows.md).`;
