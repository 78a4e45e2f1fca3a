import type { Name } from '@peculiar/asn1-x509';

/** One part of a name: the number of its attribute, and its text. */
export interface NamePart {
  readonly type: string;
  readonly value: string;
}

const SHORT: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
]);

export function nameParts(name: Name): NamePart[] {
  return [...name].flatMap((set) => [...set]).map(({ type, value }) => ({ type, value: value.toString() }));
}

/** The name for people, in the order of the certificate. */
export function nameText(name: Name): string {
  return nameParts(name)
    .map(({ type, value }) => `${SHORT.get(type) ?? type}=${value}`)
    .join(', ');
}
