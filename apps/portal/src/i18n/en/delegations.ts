import type { Texts } from '../texts.ts';

const texts: Texts<'delegations'> = {
  title: 'Delegations',
  intro:
    'Who hands in documents for whom: given and received. Once accepted, the agent sends them with a key of its own, until the last day.',
  give: 'Delegate',
  giveHint: 'It holds once the agent has accepted it. Either side may end it at any time.',
  propose: 'Propose it',
  side: 'Which',
  sides: { all: 'All', given: 'Given', received: 'Received' },
  principal: 'Principal',
  agent: 'Agent',
  kinds: 'Documents',
  kind: { order: 'Orders', payment: 'Payments', waybill: 'Waybills', list: 'Lists' },
  and: ', ',
  term: 'Term',
  fromDay: 'First day',
  toDay: 'Last day',
  paperNo: 'Number of the contract',
  paperPlace: 'Where it is kept',
  standing: 'State',
  standings: {
    proposed: 'To be accepted',
    waiting: 'Not begun',
    active: 'Active',
    expired: 'Expired',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    ended: 'Ended',
  },
  none: 'No delegations',
  noneHint: 'What is given or received is listed here.',
  more: 'More',
  one: 'Delegation {{number}}',
  steps: 'What was done',
  done: {
    propose: 'proposed it',
    accept: 'accepted it',
    decline: 'declined it',
    withdraw: 'withdrew it',
    end: 'ended it',
  },
  act: { accept: 'Accept', decline: 'Decline', withdraw: 'Withdraw', end: 'End it' },
  reason: 'Reason',
  reasonHint: 'Needed to decline or to end it; both sides see it.',
};

export default texts;
