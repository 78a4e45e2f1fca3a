/** Blanks and hyphens that people write into an ID number, and that mean nothing. */
const BLANKS = /[\s\u3000-]+/g;

/**
 * The buyer that an ID document names, whatever platform they buy on: its type and its number, without blanks and
 * upper-cased, since the check character X of a citizen ID is written in both cases.
 * @param idType `buyerIdType` of the list, `1` = citizen ID card.
 * @param idNumber `buyerIdNumber` of the list.
 */
export function buyerKeyOf(idType: string, idNumber: string): string {
  return `${idType.trim()}:${idNumber.replace(BLANKS, '').toUpperCase()}`;
}
