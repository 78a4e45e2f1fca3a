import type { Texts } from '../texts.ts';

const texts: Texts<'home'> = {
  title: 'Today',
  intro: 'What needs somebody, the gravest first.',
  nothing: 'Nothing to do',
  nothingHint:
    'Lists refused or held, questions of customs, webhooks that fail, filings and keys that run out will show up here.',
  since: 'since',
  ways: 'Where to',
  kind: {
    'lists-refused':
      '{{count}} list was refused; correct it and send it again | {{count}} lists were refused; correct them and send them again',
    'lists-held':
      '{{count}} list is held for inspection or review | {{count}} lists are held for inspection or review',
    'questions-open':
      'Customs asks about {{count}} list of yours | Customs asks about {{count}} lists of yours',
    'corrections-overdue': '{{count}} request of a person is late | {{count}} requests of persons are late',
    'corrections-open':
      '{{count}} request of a person waits for an answer | {{count}} requests of persons wait for an answer',
    'lists-waiting': '{{count}} list waits for its papers | {{count}} lists wait for their papers',
    'webhooks-disabled':
      '{{count}} webhook was switched off, as nobody answered | {{count}} webhooks were switched off, as nobody answered',
    'webhooks-failed': '{{count}} delivery of a webhook failed | {{count}} deliveries of webhooks failed',
    'filing-expired':
      '{{count}} licence, certificate or registration has run out; apply for a change | {{count}} licences, certificates or registrations have run out; apply for a change',
    'filing-expiring':
      '{{count}} licence, certificate or registration runs out soon | {{count}} licences, certificates or registrations run out soon',
    'keys-expiring':
      '{{count}} API key expires soon; replace it | {{count}} API keys expire soon; replace them',
  },
};

export default texts;
