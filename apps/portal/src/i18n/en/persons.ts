import type { Texts } from '../texts.ts';

const texts: Texts<'persons'> = {
  title: 'Persons in list {{number}}',
  show: 'Show persons in full',
  hint: 'Say why first. It is put on record, and the enterprises and the person concerned can see it; nothing stays when this is closed.',
  reason: 'Reason',
  reasonHint: 'Three letters at least, such as: inspection, identity compared',
  confirm: 'Put on record and show',
  onRecord: 'On record, for this reason: {{reason}}',
  showings: 'Who read personal data',
  showingsIntro: 'Who was shown persons in the papers in full, when and why; the latest first.',
  number: 'Order or payment number',
  at: 'When',
  what: 'What',
  papers: 'Papers',
  reader: 'Who',
  address: 'Network address',
  none: 'Nobody was shown any',
  noneHint: 'Whoever is shown persons in full is listed here.',
  more: 'More',
  note: 'Note ({{by}}): {{text}}',
  right: 'Right is',
  kind: {
    list: 'List',
    'payment-record': 'Raw payment data',
    'own-data': 'One’s own data',
    correction: 'Request of a person',
  },
  paper: {
    order: 'Order',
    payment: 'Payment',
    waybill: 'Waybill',
    declaration: 'List',
    'payment-record': 'Raw payment data',
    account: 'Account',
  },
};

export default texts;
