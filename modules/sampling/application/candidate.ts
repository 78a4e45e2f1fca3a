import type { Digest } from '#draws';

/**
 * What a list is called in a draw: whoever has the list can make it, and nobody learns from it whose lists there were.
 * SHA-256 of the JSON text `["sampling candidate", ebpCode, orderNo]`.
 */
export const candidateName = (
  { ebpCode, orderNo }: { readonly ebpCode: string; readonly orderNo: string },
  digest: Digest,
): string => digest(JSON.stringify(['sampling candidate', ebpCode, orderNo]));
