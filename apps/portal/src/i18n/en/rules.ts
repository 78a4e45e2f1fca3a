import type { Texts } from '../texts.ts';

const texts: Texts<'rules'> = {
  title: 'Rules and figures',
  intro:
    'All rules and dated figures that decisions rest on: their source, how sure we are, and what each edition changed.',
  filter: 'Filter rules',
  search: 'Search code, words or source',
  groupLabel: 'Kind',
  group: {
    any: 'All',
    list: 'List',
    matching: 'Matching',
    risk: 'Risk',
    tax: 'Tax',
    figure: 'Figures',
  },
  edition: 'Edition',
  against: 'Hold against',
  againstNone: 'None',
  none: 'No rule matches',
  noneHint: 'Widen the filter; or the two editions do not differ.',
  count: '{{count}} rule | {{count}} rules',
  rule: 'Rule',
  sentence: 'Says',
  value: 'Value',
  since: 'In force',
  source: 'Source',
  sure: 'Sure',
  watch: 'reports only',
  change: {
    added: 'new',
    changed: 'changed',
    gone: 'gone',
  },
};

export default texts;
