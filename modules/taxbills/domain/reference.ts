/** What names the tax of a list wherever it is reserved and freed. */
export const billReference = ({
  orderNo,
  ebpCode,
  attempt,
}: {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly attempt: number;
}): string => `${ebpCode}/${orderNo}/${attempt}`;
