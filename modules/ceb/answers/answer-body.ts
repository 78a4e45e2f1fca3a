import { messageTables } from '../tables/message-tables.ts';
import type { Root } from '../types.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

/** What every receipt carries besides the fields of its own. */
const TAIL: ReadonlySet<string> = new Set(['returnStatus', 'returnTime', 'returnInfo']);

/** Numbers customs gives only to what it has in its system: not to be seen in the receipts before. */
const CUSTOMS_NUMBERS: ReadonlySet<string> = new Set(['invtNo', 'rkdNo', 'sumNo']);

/** Letter before the day in a preNo, by the message it is given to: as seen in receipts; B stands in the text of the standard. */
const PRE_NO_LETTERS: Readonly<Record<string, string>> = {
  CEB215Message: 'O',
  CEB507Message: 'P',
  CEB509Message: 'P',
  CEB607Message: 'P',
  CEB625Message: 'T',
  CEB701Message: 'P',
  CEB711Message: 'R',
};

/** Letter of the preNo given to a declaration. */
export function preNoLetter(root: string): string {
  return PRE_NO_LETTERS[root] ?? 'B';
}

/** Short name of the receipt that answers a declaration: `CEB622`. */
export function answerType(root: Root): string {
  return (messageTables[root].answer ?? 'CEB900Message').replace(/Message$/, '');
}

interface ReceiptField {
  readonly name: string;
  readonly required: boolean;
  readonly least: number;
}

const fieldsKnown = new Map<Root, readonly ReceiptField[]>();

function receiptFields(root: Root): readonly ReceiptField[] {
  const known = fieldsKnown.get(root) ?? receiptFieldsOf(root);
  fieldsKnown.set(root, known);
  return known;
}

function receiptFieldsOf(root: Root): readonly ReceiptField[] {
  const { answer } = messageTables[root];
  const [group] = answer === undefined ? [] : messageTables[answer as Root].groups;
  return (group?.fields ?? [])
    .filter(({ name }) => !TAIL.has(name))
    .map(({ name, required, minLength }) => ({ name, required: required === true, least: minLength ?? 1 }));
}

/** The numbers E-Port and customs give to a paper of this type that does not bring them. */
export function numbersToIssue(root: Root, head: Fields): readonly string[] {
  const own: readonly string[] = ['preNo', ...CUSTOMS_NUMBERS];
  return receiptFields(root)
    .map(({ name }) => name)
    .filter((name) => own.includes(name) && !filled(head[name]));
}

/**
 * A number in the standard's form: preNo, sumNo a letter, the day, nine digits; invtNo office, year, I or E, nine
 * digits; rkdNo, of which only examples are known, office, day, six digits.
 * @param day YYYYMMDD
 */
export function issuedNumber(name: string, root: Root, head: Fields, day: string, sequence: bigint): string {
  const office = String(head.customsCode ?? '0000');
  const digits = (count: number): string => String(sequence).padStart(count, '0').slice(-count);
  if (name === 'invtNo') {
    const direction = messageTables[root].direction === 'export' ? 'E' : 'I';
    return `${office}${day.slice(0, 4)}${direction}${digits(9)}`;
  }
  if (name === 'rkdNo') return `${office}${day}${digits(6)}`;
  return `${name === 'sumNo' ? 'S' : preNoLetter(root)}${day}${digits(9)}`;
}

/**
 * The receipt's own fields: copied by name from the declaration, numbers from those issued. What the schema demands
 * and nobody has is a hyphen, or zeros where the length is fixed, since a paper refused at the door has no numbers (D).
 */
export function answerBody(
  root: Root,
  head: Fields,
  issued: Readonly<Record<string, string>>,
  returnStatus: string,
): Record<string, string> {
  const body: Record<string, string> = {};
  const inSystem = Number(returnStatus) >= 120;
  for (const { name, required, least } of receiptFields(root)) {
    const early = !required && !inSystem && CUSTOMS_NUMBERS.has(name) && !filled(head[name]);
    const value = filled(head[name]) ? String(head[name]) : early ? undefined : issued[name];
    if (value !== undefined) body[name] = value;
    else if (required) body[name] = least > 1 ? '0'.repeat(least) : '-';
  }
  return body;
}

const filled = (value: string | number | undefined): boolean => value !== undefined && value !== '';
