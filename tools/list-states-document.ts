import {
  CUSTOMS_STATES,
  type Direction,
  errorCatalogue,
  GOODS_STATES,
  type ListStep,
  listSteps,
  messageTables,
  SUMMARY_STATES,
} from '#ceb';
import type { Bilingual } from '#kernel';
import { table } from './markdown-table.ts';

const INTRODUCTION = `# How lists stand 清单状态

Written by \`npm run docs\` from \`modules/ceb/states\`; do not edit it by hand.

清单有三条线：海关办到哪一步，货物在哪里，是否已汇总。每一步写明由谁引起、其他两条线须处于何种状态、依据和可信度。  
A list has three tracks: how far customs has come, where the goods are, whether it is in a summary. Each step says who causes it, how
the other tracks must stand, where that is from and how sure it is (V, H, M, L; D is our own default). The standard names statuses, not
the ways between them; R-1.19 bars sending a list anew at 2, 120, 399 and 899, and we bar it from 500 on as well (D).
How this platform itself moves a list: [flows](flows.md).`;

type Words = Readonly<Record<string, Bilingual>>;

const WORDS: Words = { ...CUSTOMS_STATES, ...GOODS_STATES, ...SUMMARY_STATES };
const TRACKS: Readonly<Record<ListStep['track'], Bilingual>> = {
  customs: { zh: '海关', en: 'customs' },
  goods: { zh: '货物', en: 'goods' },
  summary: { zh: '汇总', en: 'summary' },
};
const TITLES: Readonly<Record<Direction, string>> = {
  import: '## Import lists 进口清单 (CEB621)',
  export: '## Export lists 出口清单 (CEB603)',
};

/** The page of the states of lists and the steps between them. */
export function listStatesDocument(): string {
  return `${[
    INTRODUCTION,
    '## States 状态',
    table(
      ['state', '中文', 'meaning', 'returnStatus'],
      Object.entries(CUSTOMS_STATES).map(([name, { zh, en, statuses }]) => [
        `\`${name}\``,
        zh,
        en,
        statuses.map(statusText).join('<br>'),
      ]),
    ),
    '负的 `returnStatus` 表示退回；表外的正数表示处理中。A negative `returnStatus` says `rejected`; a positive one not listed is in progress.',
    stateTable('Goods 货物', GOODS_STATES),
    stateTable('Summary 汇总', SUMMARY_STATES),
    ...(['import', 'export'] as const).flatMap((direction) => [
      TITLES[direction],
      table(['track', 'from', 'to', 'by', 'only when', 'source', 'sure'], listSteps(direction).map(stepRow)),
    ]),
  ].join('\n\n')}\n`;
}

function stateTable(title: string, states: Words): string {
  const rows = Object.entries(states).map(([name, { zh, en }]) => [`\`${name}\``, zh, en]);
  return `${title}\n\n${table(['state', '中文', 'meaning'], rows)}`;
}

function statusText(status: string): string {
  const entry = errorCatalogue.find(({ code, family }) => code === status && family === 'status');
  return `\`${status}\` ${entry?.text.zh ?? ''}`;
}

function stepRow({ track, from, to, by, when = {}, only = {}, source, confidence }: ListStep): string[] {
  const others = Object.entries(when).map(
    ([other, states]) => `${TRACKS[other as ListStep['track']].zh} ${states.map(shown).join(' / ')}`,
  );
  const fields = Object.entries(only).map(([field, values]) => `${field} ${values.join(', ')}`);
  return [
    `${TRACKS[track].zh} ${TRACKS[track].en}`,
    from.map(shown).join('<br>'),
    shown(to),
    byText(by),
    [...others, ...fields].join('<br>'),
    source,
    confidence,
  ];
}

const shown = (state: string): string => `\`${state}\` ${WORDS[state]?.zh ?? ''}`;

function byText(by: ListStep['by']): string {
  if (by === 'sender') return '企业 sender';
  if (by === 'customs') return '海关 customs';
  const type = by.replace(/Message$/, '');
  return `[${type}](../messages/${type}.md) ${messageTables[by].zh}`;
}
