import {
  type CebMessage,
  type CodeLists,
  check as checkMessage,
  type Decoded,
  type DecodeLimits,
  decode as decodeBytes,
  findEdition,
  type ReceiptReading,
  readReceipt as readReceiptBytes,
} from '#ceb';
import type { Finding } from '#kernel';

/** What is known of a message: the schema's verdict, everything found, and the message if its structure is sound. */
export interface Checked {
  /** Root element, as far as the text got. */
  readonly root?: string;
  /** The verdict of the standard's schema; conditions of fields and of the business do not change it. */
  readonly valid: boolean;
  /** Whether nothing at all was found. */
  readonly clean: boolean;
  /** Of the levels `structure`, `field` and `business`. */
  readonly findings: readonly Finding[];
  readonly message?: CebMessage;
}

const utf8 = new TextEncoder();
const bytesOf = (xml: string | Uint8Array): Uint8Array => (typeof xml === 'string' ? utf8.encode(xml) : xml);

/**
 * Reads one message: the verdict of the official schema, findings if it is broken, the message if it is sound.
 * Never throws on bad input. Give bytes where you have them: a text has its encoding behind it.
 */
export function decode(xml: string | Uint8Array, limits?: DecodeLimits): Decoded {
  return decodeBytes(bytesOf(xml), limits);
}

/**
 * Reads a receipt or push of customs as it comes in practice: what deviates from the standard is read all the same,
 * kept, and listed. Never throws on bad input.
 */
export function readReceipt(xml: string | Uint8Array, limits?: DecodeLimits): ReceiptReading {
  return readReceiptBytes(bytesOf(xml), limits);
}

/**
 * Checks one message by all the standard says: structure, then fields, conditions, sums, signatures that
 * must stand; of a message that breaks the structure, whether it is right under the edition before. Whether a
 * signature is right is `verify`'s question.
 * @param codeLists asks whether a code is in a parameter table of customs; without it codes are not looked up.
 */
export function check(xml: string | Uint8Array, codeLists?: CodeLists): Checked {
  const bytes = bytesOf(xml);
  const decoded = decodeBytes(bytes);
  const { root, valid, findings, message } = decoded;
  const further = message
    ? checkMessage(message, codeLists).map(({ finding }) => finding)
    : findEdition(bytes, decoded);
  const all = [...findings, ...further];
  return {
    ...(root === undefined ? {} : { root }),
    valid,
    clean: all.length === 0,
    findings: all,
    ...(message === undefined ? {} : { message }),
  };
}
