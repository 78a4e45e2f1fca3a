/** The code of a fault of the system, `ENOENT` or `ECONNREFUSED`; empty if it has none. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}
