import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { isOfType } from './simple-types.ts';

const PORT = 'http://www.chinaport.gov.cn/2022/04/xmldsig#';

/**
 * Algorithms of the standard and of the field. Any other URI is left to the careful reading, which knows what a URI
 * may look like.
 */
const ALGORITHMS = {
  CanonicalizationMethod: ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315'],
  SignatureMethod: [PORT, SIGNATURE_NAMESPACE].flatMap((of) => [`${of}sm2-sm3`, `${of}rsa-sha1`]),
  DigestMethod: [PORT, SIGNATURE_NAMESPACE].flatMap((of) => [`${of}sm3`, `${of}sha1`]),
  Transform: [`${SIGNATURE_NAMESPACE}enveloped-signature`],
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const SPACE = '[ \\t\\n\\r]*';

/** An element with these contents one after the other, white space between them. */
const holding = (name: string, ...contents: string[]): string =>
  `<ds:${name}>${SPACE}${contents.join(SPACE)}${SPACE}</ds:${name}>`;

/** An element of a text that is caught for a closer look. */
const catching = (name: string, letters: string): string => `<ds:${name}>(${letters})</ds:${name}>`;

const method = (name: keyof typeof ALGORITHMS): string =>
  `<ds:${name} Algorithm="(?:${ALGORITHMS[name].map(literally).join('|')})"(?:/>|></ds:${name}>)`;

const BASE64 = '[A-Za-z0-9+/= \\t\\n\\r]*';
/** Printable ASCII without markup. */
const KEY_NAME = "[ !-%'-;=?-\\\\^-~]*";

/** A signature as nearly all software writes it; each part stands in one place only, so that it is matched in one go. */
const USUAL = new RegExp(
  `<ds:Signature(?<declared> xmlns:ds="${literally(SIGNATURE_NAMESPACE)}")?>${SPACE}` +
    [
      holding(
        'SignedInfo',
        method('CanonicalizationMethod'),
        method('SignatureMethod'),
        [
          `<ds:Reference URI="">${SPACE}${holding('Transforms', method('Transform'))}`,
          method('DigestMethod'),
          catching('DigestValue', BASE64),
          '</ds:Reference>',
        ].join(SPACE),
      ),
      catching('SignatureValue', BASE64),
      holding(
        'KeyInfo',
        `<ds:KeyName>${KEY_NAME}</ds:KeyName>`,
        `(?:${holding('X509Data', catching('X509Certificate', BASE64))})?`,
      ),
    ].join(SPACE) +
    `${SPACE}</ds:Signature>`,
  'y',
);

/** Elements inside one another in it: root, Signature, SignedInfo, Reference, Transforms, Transform. */
export const SIGNATURE_DEPTH = 6;

/**
 * End of the signature that begins at a position, if it is of the usual shape and sound by the schema; undefined
 * leaves it to the careful reading.
 * @param bound what the prefix `ds` stands for outside of it
 */
export function endOfUsualSignature(
  text: string,
  from: number,
  bound: string | undefined,
): number | undefined {
  USUAL.lastIndex = from;
  const found = USUAL.exec(text);
  if (!found) {
    return undefined;
  }
  const [, declared, digest = '', value = '', certificate = ''] = found;
  const known = declared !== undefined || bound === SIGNATURE_NAMESPACE;
  const sound = [digest, value, certificate].every((letters) => isOfType('base64', letters));
  return known && sound ? USUAL.lastIndex : undefined;
}
