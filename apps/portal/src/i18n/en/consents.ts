import type { Texts } from '../texts.ts';

const texts: Texts<'consents'> = {
  ofList: 'What other agencies decide',
  list: 'List',
  asked: 'Why your agency is asked',
  since: 'waiting since',
  decidedAt: 'decided',
  stands: 'Stands',
  overdue: 'overdue',
  state: {
    waiting: 'Waiting',
    positive: 'Agrees',
    negative: 'Refuses',
    void: 'No longer asked',
    inspect: 'Has it inspected',
  },
  judge: {
    engine: 'By the table',
    live: 'The agency over its link',
    officer: 'An officer of it here',
    inspection: 'By the inspection',
    certificate: 'By a certificate',
  },
  agency: {
    customs: 'Customs',
    tax: 'Tax administration',
    market: 'Market regulation',
    commerce: 'Commerce',
    'public-security': 'Public security',
    post: 'Postal administration',
    forex: 'Foreign exchange',
  },
  sendings: 'Which fields agencies got ({{count}} time) | Which fields agencies got ({{count}} times)',
  way: {
    link: 'sent over its link',
    desk: 'shown here',
  },
  desk: {
    title: "Agency's desk",
    intro:
      'Lists your agency has to decide about. You see the fields your agency may see and no other; each look is on record.',
    show: 'Show',
    waiting: 'Waiting for us',
    decided: 'Decided',
    none: 'No lists',
    noneHint: 'Lists your agency has to decide about will be here.',
    more: 'More',
  },
  back: "Back to the agency's desk",
  fieldsIntro:
    'These are all the fields your agency may see. This look is on record, and the enterprise sees it.',
  lines: 'Goods',
  paper: {
    export: 'Export list',
    declaration: 'List',
    order: 'Order',
    payment: 'Payment',
    waybill: 'Waybill',
    decision: 'Tax and dutiable value',
  },
  agree: 'Agree',
  refuse: 'Refuse',
  agreeHint: 'Once all agencies agree, the list goes on by itself. An agreement cannot be taken back.',
  refuseHint: 'The list stays, and customs decides what becomes of it; you can still agree later.',
  inspect: 'Inspect first',
  inspectHint:
    'The list is inspected, and what is found is the word of your agency: once it conforms, the list goes on by itself.',
  ground: 'Ground',
  inspecting: 'Inspected for your agency on the ground',
  reason: 'Reason',
  reasonHint: 'The enterprise and customs will read it; name no person.',
  decided: 'Decided.',
};

export default texts;
