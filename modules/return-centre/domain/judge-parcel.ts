import type { Day } from '#kernel';
import type { CentreCode } from './finding-codes.ts';
import type { NamedList, ParcelWindow } from './parcel.ts';

/** Where returned parcels of bonded goods are sorted (announcement 2021 No. 70). */
const bondedRetail = '1210';

/**
 * Why goods of a list may not come back by way of a centre; empty where they may. What may not is set
 * apart and leaves the zone again.
 * @param window of the day of release; absent where the list was not released
 */
export function barsOf(
  list: NamedList,
  window: ParcelWindow | undefined,
  { customsCode, receivedOn }: { readonly customsCode: string; readonly receivedOn: Day },
): CentreCode[] {
  const bars: CentreCode[] = [];
  if (list.outcome !== 'released' || !window) bars.push('CENTRE-NOT-RELEASED');
  if (list.tradeMode !== bondedRetail) bars.push('CENTRE-MODE');
  if (list.customsCode !== customsCode) bars.push('CENTRE-OFFICE');
  if (window && receivedOn > window.arriveBy) bars.push('CENTRE-TOO-LATE');
  return bars;
}
