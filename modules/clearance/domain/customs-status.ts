import { type CustomsState, stateOfStatus } from '#ceb';

type Decided = 'released' | 'held' | 'refused';

/** What a state of customs decides of a list; one that is not named here is in progress. */
const decided: Readonly<Partial<Record<CustomsState, Decided>>> = {
  // It has not come to customs, and is to be declared again.
  'not-sent': 'refused',
  rejected: 'refused',
  review: 'held',
  suspended: 'held',
  inspection: 'held',
  detained: 'held',
  // The goods leave the country.
  'sent-back': 'refused',
  released: 'released',
  closed: 'released',
};

/** 移交: the standard names it for export returns alone; a list that is handed over is held. */
const handedOver = '505';

/**
 * What a returnStatus of customs decides of a list (standard 202205, §3). Undefined while the list is in progress, and
 * for every code nobody knows: many texts of the standard end in 等. A negative status is a processing error and
 * sends it back.
 */
export function decidedBy(returnStatus: string): Decided | undefined {
  if (returnStatus === handedOver) return 'held';
  const state = stateOfStatus(returnStatus);
  return state && decided[state];
}
