/** How long until a delivery is tried again, milliseconds: twice as long each time, up to a longest. */
export function pauseAfter(
  tries: number,
  { firstPauseMs, longestPauseMs }: { readonly firstPauseMs: number; readonly longestPauseMs: number },
): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(20, Math.max(0, tries - 1)));
}
