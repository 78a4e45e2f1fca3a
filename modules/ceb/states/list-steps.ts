import type { Confidence } from '#kernel';
import type { CustomsState, GoodsState, ListStep, StepBy, SummaryState } from './list-step.ts';

const RECEIPTS = '202205: statuses of CEB622 and CEB604';
const IMPORT_RECEIPT = '202205: statuses of CEB622';
const SEEN = 'receipts seen in public: 2, 120, 800';
const OWN = '(D)';

const customs = (
  from: readonly CustomsState[],
  to: CustomsState,
  by: StepBy,
  source: string,
  confidence: Confidence,
  when?: ListStep['when'],
): ListStep => ({ track: 'customs', from, to, by, ...(when ? { when } : {}), source, confidence });

const goods = (
  from: readonly GoodsState[],
  to: GoodsState,
  by: StepBy,
  source: string,
  confidence: Confidence,
  more: Pick<ListStep, 'when' | 'only'> = {},
): ListStep => ({ track: 'goods', from, to, by, ...more, source, confidence });

const summary = (
  from: readonly SummaryState[],
  to: SummaryState,
  by: StepBy,
  source: string,
  confidence: Confidence,
  more: Pick<ListStep, 'when' | 'only'> = {},
): ListStep => ({ track: 'summary', from, to, by, ...more, source, confidence });

/** What a sender may do with a list, and the way to customs; the same in both directions. */
const TO_CUSTOMS: readonly ListStep[] = [
  customs(['saved'], 'declaring', 'sender', '202205: appStatus 2', 'V'),
  customs(['saved', 'not-sent', 'rejected'], 'withdrawn', 'sender', '202205: appType 3; -621012', 'H'),
  // Customs has not got it yet.
  customs(['declaring'], 'withdrawn', 'sender', OWN, 'D'),
  customs(['withdrawn'], 'saved', 'sender', OWN, 'D'),
  customs(['not-sent', 'rejected'], 'declaring', 'sender', 'R-1.19', 'V'),
  customs(['withdrawn'], 'declaring', 'sender', OWN, 'D'),
  // Resubmission is barred while the list is at 2, 120, 399 or 899: at 300 it is not.
  customs(['review'], 'declaring', 'sender', 'R-1.19', 'V'),
  customs(['review'], 'withdrawn', 'sender', OWN, 'D'),
  customs(['declaring'], 'sent', 'customs', RECEIPTS, 'H'),
  customs(['declaring'], 'not-sent', 'customs', RECEIPTS, 'H'),
  customs(['declaring', 'sent'], 'entered', 'customs', SEEN, 'V'),
  customs(['declaring', 'sent', 'entered'], 'rejected', 'customs', RECEIPTS, 'H'),
  customs(['entered'], 'review', 'customs', RECEIPTS, 'H'),
  customs(['entered', 'review'], 'concluded', 'customs', RECEIPTS, 'H'),
  customs(['entered', 'review', 'concluded'], 'inspection', 'customs', RECEIPTS, 'H'),
  customs(['review', 'inspection'], 'rejected', 'customs', RECEIPTS, 'H'),
  customs(['entered'], 'released', 'customs', SEEN, 'V'),
  customs(['review', 'concluded', 'inspection'], 'released', 'customs', RECEIPTS, 'H'),
];

/** A release may be called back for an inspection while the goods are still there. */
const calledBack = (...where: GoodsState[]): ListStep =>
  customs(['released'], 'inspection', 'customs', OWN, 'D', { goods: where });

/** Only CEB622 names detention and sending back; 600 is not in its text and has been seen in practice. */
const IMPORT_ONLY: readonly ListStep[] = [
  customs(['entered', 'review'], 'suspended', 'customs', 'CEB622 seen in practice', 'M'),
  customs(['suspended'], 'review', 'customs', OWN, 'D'),
  customs(['suspended'], 'inspection', 'customs', OWN, 'D'),
  customs(['suspended'], 'rejected', 'customs', OWN, 'D'),
  customs(['suspended'], 'released', 'customs', OWN, 'D'),
  customs(['inspection'], 'detained', 'customs', IMPORT_RECEIPT, 'H'),
  customs(['inspection', 'detained'], 'sent-back', 'customs', IMPORT_RECEIPT, 'H'),
  customs(['detained'], 'released', 'customs', OWN, 'D'),
];

export const IMPORT_STEPS: readonly ListStep[] = [
  ...TO_CUSTOMS,
  calledBack('awaited', 'tallied'),
  ...IMPORT_ONLY,
  // The text says that the state must allow it (-623005), not which states do.
  customs(
    ['entered', 'review', 'suspended', 'concluded', 'released'],
    'cancelled',
    'CEB623Message',
    `202205: -623005 ${OWN}`,
    'D',
    { goods: ['awaited', 'tallied'] },
  ),
  customs(['released'], 'closed', 'customs', IMPORT_RECEIPT, 'H'),
  goods(['awaited'], 'tallied', 'CEB711Message', '202205: direct purchase', 'H', {
    only: { tradeMode: ['9610'] },
  }),
  goods(['tallied'], 'awaited', 'CEB711Message', `202205: appType 3 ${OWN}`, 'D'),
  goods(['awaited', 'tallied'], 'delivered', 'CEB513Message', '202205: logisticsStatus S', 'H', {
    when: { customs: ['released', 'closed'] },
  }),
];

export const EXPORT_STEPS: readonly ListStep[] = [
  ...TO_CUSTOMS,
  calledBack('awaited', 'arrived'),
  customs(
    ['entered', 'review', 'concluded', 'released'],
    'cancelled',
    'CEB605Message',
    'R-1.27: before departure',
    'H',
    { goods: ['awaited', 'arrived'] },
  ),
  customs(['concluded', 'released'], 'closed', 'customs', 'R-1.26', 'H', { goods: ['departed'] }),
  goods(['awaited'], 'arrived', 'CEB507Message', 'R-1.26', 'H', {
    when: { customs: ['concluded', 'released'] },
  }),
  goods(['arrived'], 'awaited', 'CEB507Message', `202205: appType 3 ${OWN}`, 'D'),
  goods(['arrived'], 'departed', 'CEB509Message', 'R-1.26', 'H', {
    when: { customs: ['concluded', 'released'] },
  }),
  summary(['none'], 'applied', 'CEB701Message', 'R-1.25, R-1.26', 'H', {
    when: { customs: ['closed'] },
    only: { statisticsFlag: ['B'] },
  }),
  // The application is deleted by its sender, or sent back.
  summary(['applied'], 'none', 'CEB701Message', `202205: appType 3 ${OWN}`, 'D'),
  summary(['applied'], 'none', 'CEB702Message', '202205: statuses of CEB702', 'H'),
  summary(['applied'], 'summed-up', 'CEB792Message', 'R-1.25', 'V'),
];
