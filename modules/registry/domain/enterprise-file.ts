import type { Day } from '#kernel';
import { checkCitizenId } from './citizen-id.ts';
import type { Enterprise } from './enterprise.ts';
import { maskIdNumber, maskPhone } from './mask.ts';

/** A licence an enterprise holds; which role needs which stands in `contracts/licence-requirements.csv`. */
export interface Licence {
  /** A code of list `licence_kind`. */
  readonly kind: string;
  readonly number: string;
  readonly issuer: string;
  readonly from: Day;
  /** Last day, inclusive; open when absent. */
  readonly to?: Day;
}

/** A certificate the enterprise signs its messages with. */
export interface FiledCertificate {
  /** Serial number, hexadecimal. */
  readonly number: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** Whom to ask at the enterprise. */
export interface Contact {
  readonly name: string;
  /** What for, in the enterprise's own words. */
  readonly duty?: string;
  readonly phone: string;
  readonly email?: string;
}

/** Of whoever stands for the enterprise in law only the name and a masked number are kept. */
export interface LegalPerson {
  readonly name: string;
  /** Citizen identity number; masked as soon as its check character has been looked at. */
  readonly idNumber?: string;
}

/** What an enterprise files once for all agencies. */
export interface EnterpriseFile extends Omit<Enterprise, 'state'> {
  readonly nameEn?: string;
  readonly licences?: readonly Licence[];
  readonly certificates?: readonly FiledCertificate[];
  /** Of a platform: where it sells, without a scheme: `mall.example.cn`. */
  readonly domains?: readonly string[];
  readonly contacts?: readonly Contact[];
  readonly legalPerson?: LegalPerson;
}

/** The file as it is kept: of an identity number its mask, where its check character is right, and nothing otherwise. */
export function keptFile(file: EnterpriseFile): EnterpriseFile {
  const { legalPerson } = file;
  if (legalPerson?.idNumber === undefined || isMasked(legalPerson.idNumber)) return file;
  const { idNumber, ...rest } = legalPerson;
  const sound = checkCitizenId(idNumber).length === 0;
  return { ...file, legalPerson: sound ? { ...rest, idNumber: maskIdNumber(idNumber.toUpperCase()) } : rest };
}

/** The file as it may be shown: telephones and mail addresses masked. */
export function shownFile(file: EnterpriseFile): EnterpriseFile {
  const { contacts } = keptFile(file);
  if (contacts === undefined) return keptFile(file);
  return { ...keptFile(file), contacts: contacts.map(shownContact) };
}

function shownContact(contact: Contact): Contact {
  const { email } = contact;
  return {
    ...contact,
    phone: isMasked(contact.phone) ? contact.phone : maskPhone(contact.phone),
    ...(email === undefined ? {} : { email: maskEmail(email) }),
  };
}

/** A mail address as it may be shown: the first character and the domain, `z***@firm.example`. */
export function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  if (isMasked(value) || at < 1) return value;
  return `${value.slice(0, 1)}***${value.slice(at)}`;
}

/** Whether a value has been masked: then it says that the one on file stays. */
export const isMasked = (value: string): boolean => value.includes('***');

/**
 * Puts back what was shown masked: who changes a file sends back what they saw. A masked value that is not the mask of
 * what is on file is nobody's, and is found unsound.
 */
export function unmasked(given: EnterpriseFile, onFile: EnterpriseFile | undefined): EnterpriseFile {
  const { legalPerson, contacts } = given;
  const forged =
    legalPerson?.idNumber !== undefined &&
    isMasked(legalPerson.idNumber) &&
    legalPerson.idNumber !== onFile?.legalPerson?.idNumber;
  return {
    ...given,
    ...(contacts && { contacts: contacts.map((one) => unmaskedContact(one, onFile?.contacts ?? [])) }),
    ...(legalPerson && forged && { legalPerson: { ...legalPerson, idNumber: '' } }),
  };
}

function unmaskedContact(contact: Contact, known: readonly Contact[]): Contact {
  const { phone, email } = contact;
  const knownPhone = known.find((one) => maskPhone(one.phone) === phone)?.phone;
  const knownEmail = known.find((one) => one.email !== undefined && maskEmail(one.email) === email)?.email;
  return {
    ...contact,
    ...(isMasked(phone) && knownPhone !== undefined ? { phone: knownPhone } : {}),
    ...(email !== undefined && isMasked(email) && knownEmail !== undefined ? { email: knownEmail } : {}),
  };
}
