import type { Texts } from '../texts.ts';

const texts: Texts<'links'> = {
  title: 'Links to agencies',
  intro: 'The channels to agencies: whether they are up, which messages went wrong, and sending them again.',
  judge: {
    engine: "The platform's rules decide; nothing goes out.",
    live: 'The agency decides; messages go there, and its receipts come back.',
  },
  up: 'Channel up',
  down: 'Channel down',
  oldest: 'Oldest open',
  channel: {
    waiting: 'To be taken in',
    outgoing: 'Not yet taken by them',
    failed: 'Set aside',
  },
  key: 'Certificate that signs for {{for}}',
  ready: 'ready',
  notReady: 'not ready',
  showLabel: 'Show',
  show: {
    lost: 'Never answered',
    failed: 'Failed',
    waiting: 'To be sent',
    sent: 'Sent',
    answered: 'Answered',
    unmatched: 'Receipts of nobody',
    unreadable: 'Unreadable',
  },
  none: 'Nothing here',
  noneHint: 'There is nothing of this kind at present.',
  more: 'More',
  message: 'Message',
  sender: 'Sender',
  documents: 'Documents',
  tries: 'Tries',
  made: 'Came in',
  fault: 'Why',
  replay: 'Send again',
  replayTitle: 'Send this message again?',
  replayHint:
    '{{root}} of {{sender}} goes to the agency again under its old identity; if it is there already, it counts as a repeat and nothing is declared twice.',
  replayed: 'It will be sent again.',
  fields: 'Its fields as they came',
};

export default texts;
