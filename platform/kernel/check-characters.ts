/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. The place of a character is its value. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31. */
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const USCC_BODY = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/;
const ORGANISATION_BODY = /^[0-9A-Z]{8}$/;
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_BODY = /^\d{17}$/;
const CITIZEN_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CITIZEN_CHARACTERS = '10X98765432';
const GTIN_BODY = /^(?:\d{7}|\d{11}|\d{12}|\d{13})$/;

/** Whether 17 characters have the form of those before the check character of a unified social credit code. */
export function isUsccBody(first17: string): boolean {
  return USCC_BODY.test(first17);
}

/**
 * The 18th character of a unified social credit code (GB 32100-2015, R-5.1).
 * @param first17 registering department, type, six digits of region, nine characters of organisation code.
 * @throws RangeError when it is not 17 characters of that form.
 */
export function usccCheckCharacter(first17: string): string {
  if (!isUsccBody(first17)) {
    throw new RangeError(`"${first17}" is not the first 17 characters of a unified social credit code`);
  }
  let sum = 0;
  for (const [at, weight] of USCC_WEIGHTS.entries())
    sum += USCC_ALPHABET.indexOf(first17.charAt(at)) * weight;
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether eight characters have the form of those before the check character of an organisation code. */
export function isOrganisationBody(first8: string): boolean {
  return ORGANISATION_BODY.test(first8);
}

/**
 * The ninth character of an organisation code (GB 11714, R-5.2).
 * @param first8 the eight characters before it.
 * @throws RangeError when it is not eight digits or capital letters.
 */
export function organisationCheckCharacter(first8: string): string {
  if (!isOrganisationBody(first8)) {
    throw new RangeError(`"${first8}" is not the first eight characters of an organisation code`);
  }
  let sum = 0;
  for (const [at, weight] of ORGANISATION_WEIGHTS.entries()) {
    sum += Number.parseInt(first8.charAt(at), 36) * weight;
  }
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * The 18th character of a citizen identity number (GB 11643, R-5.3).
 * @param first17 region (6), birth day (8), sequence (3).
 * @throws RangeError when it is not 17 digits.
 */
export function citizenIdCheckCharacter(first17: string): string {
  if (!CITIZEN_BODY.test(first17)) {
    throw new RangeError('the first 17 characters of a citizen identity number are digits');
  }
  return CITIZEN_CHARACTERS.charAt(citizenIdRemainder(first17));
}

/**
 * Whether a number begins with 17 digits that its 18th character checks, without making a text: every list has
 * one. A small `x` is none.
 */
export function hasCitizenIdCheck(value: string): boolean {
  const remainder = value.length === 18 ? citizenIdRemainder(value) : -1;
  return remainder >= 0 && CITIZEN_CHARACTERS.charCodeAt(remainder) === value.charCodeAt(17);
}

/** The weighted sum of 17 digits modulo 11; -1 where one of them is no digit. */
function citizenIdRemainder(value: string): number {
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    const digit = value.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    sum += digit * (CITIZEN_WEIGHTS[at] ?? 0);
  }
  return sum % 11;
}

/**
 * The last digit of a GTIN: weights 3, 1, 3 … from the right.
 * @param body the 7, 11, 12 or 13 digits before it.
 * @throws RangeError when it is not one of these.
 */
export function gtinCheckDigit(body: string): string {
  if (!GTIN_BODY.test(body)) throw new RangeError(`"${body}" is not a GTIN without its check digit`);
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight++) {
    sum += (body.charCodeAt(body.length - 1 - fromRight) - 48) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}
