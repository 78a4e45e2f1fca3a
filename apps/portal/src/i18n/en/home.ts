import type { Texts } from '../texts.ts';

const texts: Texts<'home'> = {
  title: 'Today',
  intro: 'What needs somebody, the gravest first.',
  nothing: 'Nothing to do',
  nothingHint: 'Lists refused or held, webhooks that fail and filings that run out will show up here.',
  since: 'since',
  ways: 'Where to',
  kind: {
    'lists-refused':
      '{{count}} list was refused; correct it and send it again | {{count}} lists were refused; correct them and send them again',
    'lists-held':
      '{{count}} list is held for inspection or review | {{count}} lists are held for inspection or review',
    'lists-waiting': '{{count}} list waits for its papers | {{count}} lists wait for their papers',
    'webhooks-disabled':
      '{{count}} webhook was switched off, as nobody answered | {{count}} webhooks were switched off, as nobody answered',
    'webhooks-failed': '{{count}} delivery of a webhook failed | {{count}} deliveries of webhooks failed',
    'filing-expiring':
      '{{count}} licence, certificate or registration runs out soon | {{count}} licences, certificates or registrations run out soon',
  },
};

export default texts;
