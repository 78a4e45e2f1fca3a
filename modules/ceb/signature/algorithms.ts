/** Namespace of XML signatures. */
export { SIGNATURE_NAMESPACE } from '../tables/signature.ts';

/** Inclusive Canonical XML 1.0 without comments, the one canonicalisation of the specification (chapter 6.2). */
export const CANONICAL_XML = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

/** The one transform: the message without its signature. */
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

const SPECIFICATION = 'http://www.chinaport.gov.cn/2022/04/xmldsig#';
const FIELD = 'http://www.w3.org/2000/09/xmldsig#';

/** Of the two families, the hash and the key that sign the signature's own part. */
export type SignatureSuite = 'sm2-sm3' | 'rsa-sha1';

/** How the message is hashed. */
export type DigestName = 'sm3' | 'sha1';

/** A pair of names under which a suite is seen. */
export interface SignatureForm {
  readonly suite: SignatureSuite;
  readonly digest: DigestName;
  readonly signatureMethod: string;
  readonly digestMethod: string;
}

/**
 * The forms of the specification of edition 202205, chapter 6.2, and those of the field: products that keep the
 * names of the W3C, with SHA-1 digests under SM2 too (reported as accepted by customs; standard, section 4).
 */
export const SIGNATURE_FORMS: {
  readonly [S in SignatureSuite]: { readonly specification: SignatureForm; readonly variant: SignatureForm };
} = {
  'sm2-sm3': {
    specification: form('sm2-sm3', 'sm3', SPECIFICATION),
    variant: form('sm2-sm3', 'sha1', FIELD),
  },
  'rsa-sha1': {
    specification: form('rsa-sha1', 'sha1', SPECIFICATION),
    variant: form('rsa-sha1', 'sha1', FIELD),
  },
};

function form(suite: SignatureSuite, digest: DigestName, family: string): SignatureForm {
  return { suite, digest, signatureMethod: `${family}${suite}`, digestMethod: `${family}${digest}` };
}

/** The suite a SignatureMethod names, whichever family the name is of. */
export function suiteOf(signatureMethod: string): SignatureSuite | undefined {
  return fragmentIn(signatureMethod, ['sm2-sm3', 'rsa-sha1']);
}

/** The hash a DigestMethod names, whichever family the name is of. */
export function digestOf(digestMethod: string): DigestName | undefined {
  return fragmentIn(digestMethod, ['sm3', 'sha1']);
}

function fragmentIn<T extends string>(uri: string, names: readonly T[]): T | undefined {
  const family = [SPECIFICATION, FIELD].find((one) => uri.startsWith(one));
  return family === undefined ? undefined : names.find((name) => uri === `${family}${name}`);
}
