/** An identity number as it may be shown: first and last four characters, `5301**********7123`. */
export function maskIdNumber(value: string): string {
  if (value.length <= 8) return '*'.repeat(value.length);
  return `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`;
}

/** A telephone number as it may be shown: first three and last four digits, `138****0001`. */
export function maskPhone(value: string): string {
  if (value.length <= 7) return '*'.repeat(value.length);
  return `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`;
}

/** A person's name as it may be shown: the first character and one star, whatever the length: `张*`. */
export function maskName(value: string): string {
  const [first] = value.trim();
  return first === undefined ? '' : `${first}*`;
}

/** An address as it may be shown: the first six characters, which name province and city. */
export function maskAddress(value: string): string {
  const characters = [...value.trim()];
  return characters.length <= 6 ? '*'.repeat(characters.length) : `${characters.slice(0, 6).join('')}****`;
}
