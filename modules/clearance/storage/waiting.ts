import { WaitingTable } from '#documents';

/** A list that has been accepted and not yet judged. */
export interface WaitingList {
  readonly orderNo: string;
  readonly ebpCode: string;
  /** Who sent it and gets the receipt. */
  readonly recipient: string;
  readonly tradeMode: string;
  /** 1 for the first submission; one more for each later one that is judged anew. */
  readonly attempt: number;
  readonly acceptedAt: Date;
  /** When its papers must have come. */
  readonly deadline: Date;
}

/** The queue of the conductor. */
export const waitingLists = new WaitingTable<WaitingList>({
  table: 'clearance.waiting',
  key: ['orderNo', 'ebpCode'],
  text: ['recipient', 'tradeMode'],
  whole: ['attempt'],
  announcedBy: ['orderNo'],
});
