/** What of a list says which consignment it is of. */
export interface Grouped {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly customsCode: string;
  /** Who declares. */
  readonly recipient: string;
  /** Number of the bill the parcels came under; without one a list is inspected by itself. */
  readonly billNo: string | undefined;
}

/**
 * The consignment a list belongs to, as lists of one are inspected in one visit: same office, same declaring firm, same
 * bill (R-1.51, D).
 */
export function groupOf({ orderNo, ebpCode, customsCode, recipient, billNo }: Grouped): string {
  const of = billNo === undefined || billNo === '' ? ['list', ebpCode, orderNo] : ['bill', recipient, billNo];
  return JSON.stringify([customsCode, ...of]);
}
