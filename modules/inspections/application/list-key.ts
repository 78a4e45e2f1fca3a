/** A list by its business key. */
export interface ListKey {
  readonly orderNo: string;
  readonly ebpCode: string;
}
