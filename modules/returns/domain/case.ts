import type { Bilingual, Day } from '#kernel';

/** A list as a whole is cancelled, or goods of it come back. */
export type CaseKind = 'cancellation' | 'return';

/** Of an import list (CEB623, CEB625), or of an export list (CEB605, CEB213). */
export type Direction = 'import' | 'export';

/** Where a cancellation or return stands. */
export type CaseState =
  | 'received'
  | 'applied'
  | 'accepted'
  | 'arrived'
  | 'inspected'
  | 'closed'
  | 'refused'
  | 'withdrawn';

/** Who makes a case take a step. */
export type StepBy = 'rules' | 'sender' | 'centre' | 'officer' | 'site';

interface CaseStep {
  readonly kind: CaseKind;
  /** Where the step is one of one direction only. */
  readonly only?: Direction;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly by: readonly StepBy[];
}

/** The steps a case may take. A document that is sent anew begins again at `received`. */
const STEPS: readonly CaseStep[] = [
  { kind: 'cancellation', from: 'received', to: 'closed', by: ['rules'] },
  { kind: 'cancellation', from: 'received', to: 'applied', by: ['rules'] },
  { kind: 'cancellation', from: 'received', to: 'refused', by: ['rules'] },
  { kind: 'cancellation', from: 'applied', to: 'closed', by: ['officer'] },
  { kind: 'cancellation', from: 'applied', to: 'refused', by: ['officer', 'rules'] },
  { kind: 'return', from: 'received', to: 'accepted', by: ['rules'] },
  { kind: 'return', from: 'received', to: 'refused', by: ['rules'] },
  { kind: 'return', from: 'accepted', to: 'arrived', by: ['centre', 'officer'] },
  { kind: 'return', from: 'accepted', to: 'refused', by: ['officer', 'rules'] },
  { kind: 'return', from: 'accepted', to: 'withdrawn', by: ['sender'] },
  { kind: 'return', from: 'arrived', to: 'inspected', by: ['officer'] },
  { kind: 'return', from: 'arrived', to: 'refused', by: ['officer', 'rules'] },
  { kind: 'return', only: 'import', from: 'inspected', to: 'closed', by: ['sender'] },
  // The site tells by its tally (CEB215); free of tax goods are released at once, others when their tax is paid.
  { kind: 'return', only: 'export', from: 'accepted', to: 'arrived', by: ['site'] },
  { kind: 'return', only: 'export', from: 'inspected', to: 'closed', by: ['rules', 'officer'] },
];

/** Whether somebody may have a case take a step. */
export const mayStep = (
  {
    direction,
    kind,
    state,
  }: { readonly direction: Direction; readonly kind: CaseKind; readonly state: CaseState },
  to: CaseState,
  by: StepBy,
): boolean =>
  STEPS.some(
    (step) =>
      step.kind === kind &&
      step.from === state &&
      step.to === to &&
      step.by.includes(by) &&
      (step.only === undefined || step.only === direction),
  );

type Receipts = Readonly<
  Record<CaseKind, Readonly<Partial<Record<CaseState, readonly [string, Bilingual]>>>>
>;

/**
 * What is answered when a case has come to a state: status of the receipt, and its words. None where nothing is said to
 * the sender: it has just been told that it is being declared, or has done it itself.
 */
export const RECEIPTS: Readonly<Record<Direction, Receipts>> = {
  import: importReceipts(),
  export: exportReceipts(),
};

function importReceipts(): Receipts {
  return {
    cancellation: {
      applied: [
        '120',
        {
          zh: '撤销申请已受理，清单已放行，待海关审核',
          en: 'Taken in; the list is released, and customs decides',
        },
      ],
      closed: ['399', { zh: '撤销申请审结，清单已撤销', en: 'The list is cancelled' }],
      refused: ['100', { zh: '撤销申请退单', en: 'The cancellation is refused' }],
    },
    return: {
      accepted: ['120', { zh: '退货申请已受理，待货物运抵', en: 'Taken in; the goods are awaited' }],
      arrived: ['300', { zh: '退货已运抵，待查验', en: 'The goods are back and wait to be looked at' }],
      inspected: [
        '399',
        { zh: '退货审结，税款与个人额度已退还', en: 'Accepted: tax and allowance are given back' },
      ],
      refused: ['100', { zh: '退货申请退单', en: 'The return is refused' }],
    },
  };
}

/** By the statuses the standard names for CEB606 and CEB214; that 300 says of taxed goods what they wait for is ours (D). */
function exportReceipts(): Receipts {
  return {
    cancellation: {
      applied: [
        '3',
        {
          zh: '撤销申请已送海关，清单已放行，待海关审核',
          en: 'With customs: the list is released, and customs decides',
        },
      ],
      closed: ['399', { zh: '撤销申请审结，清单已撤销', en: 'The list is cancelled' }],
      refused: ['100', { zh: '撤销申请退单', en: 'The cancellation is refused' }],
    },
    return: {
      accepted: [
        '120',
        { zh: '退货申请已受理，待货物运抵理货', en: 'Taken in; the goods and their tally are awaited' },
      ],
      arrived: ['500', { zh: '退货已理货，待查验', en: 'The goods are there and wait to be looked at' }],
      inspected: [
        '300',
        { zh: '查验认定为原出口货物，缴税后放行', en: 'The original goods; released when their tax is paid' },
      ],
      closed: ['800', { zh: '退货放行', en: 'The goods are released' }],
      refused: ['100', { zh: '退货申请退单', en: 'The return is refused' }],
    },
  };
}

/** One line of goods of a return as it applies for them. */
export interface AppliedLine {
  readonly gnum: number;
  readonly gcode: string;
  readonly qty: string;
  readonly unit: string;
}

/** The window of a return. */
export interface Window {
  readonly releasedOn: Day;
  readonly applyBy: Day;
  readonly arriveBy: Day;
}
