/** The standard's own code for a document whose signature fails (specification 202205, chapter 7). */
const CODES: ReadonlyMap<string, string> = new Map([
  ['CEB621Message', '-621029'],
  ['CEB623Message', '-623029'],
  ['CEB625Message', '-625005'],
]);

/** Undocumented, seen for orders (standard, section 3); the rest have no code of their own either. */
const SEEN_FOR_ORDERS = '-301020';

/** Result code with which a document of a message is refused whose signature fails. */
export function signatureReturnCode(root: string): string {
  return CODES.get(root) ?? SEEN_FOR_ORDERS;
}
