import { field, type NotificationKind } from './kind.ts';

const ofGuarantee = {
  own: { resource: 'guarantees', action: 'read' },
  about: field('guarantor'),
  place: () => '/guarantees',
};
const ofTax = {
  own: { resource: 'tax-bills', action: 'read' },
  about: field('certificateNo'),
  place: () => '/tax',
};

/** Of guarantees and tax. */
export const moneyKinds: readonly NotificationKind[] = [
  {
    kind: 'guarantee.low',
    text: { zh: '可用担保额度低', en: 'Little is left of your cover' },
    ...{ ...ofGuarantee, shown: true, mail: 'immediate' },
  },
  {
    kind: 'guarantee.lapsed',
    text: { zh: '担保已到期', en: 'A guarantee of yours is over' },
    ...{ ...ofGuarantee, shown: true, mail: 'immediate' },
  },
  {
    kind: 'tax.certified',
    text: { zh: '有税款待缴', en: 'Tax is to be paid' },
    ...{ ...ofTax, gathered: true, shown: true, mail: 'digest', places: '/tax' },
  },
  {
    kind: 'tax.due',
    text: { zh: '税款即将到期', en: 'Tax is due soon' },
    ...{ ...ofTax, shown: true, mail: 'immediate' },
  },
  {
    kind: 'tax.overdue',
    text: { zh: '税款逾期', en: 'Tax is overdue' },
    ...{ ...ofTax, shown: true, mail: 'immediate' },
  },
];
