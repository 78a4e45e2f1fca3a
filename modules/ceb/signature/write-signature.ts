import { CANONICAL_XML, ENVELOPED, SIGNATURE_NAMESPACE, type SignatureForm } from './algorithms.ts';
import { base64Text } from './base64.ts';

/** What a signature says of its key. */
export interface SignatureKey {
  readonly certificateNumber: string;
  /** DER; left out in transport signatures, which only name the key. */
  readonly certificate?: Uint8Array | undefined;
}

/** The signature element as it will stand in a message; with an empty value it is what SignedInfo is taken from. */
export function signatureElement(
  form: SignatureForm,
  digestValue: Uint8Array,
  signatureValue: Uint8Array,
  { certificateNumber, certificate }: SignatureKey,
): string {
  const held =
    certificate === undefined
      ? ''
      : `<ds:X509Data><ds:X509Certificate>${base64Text(certificate)}</ds:X509Certificate></ds:X509Data>`;
  return (
    `<ds:Signature xmlns:ds="${SIGNATURE_NAMESPACE}"><ds:SignedInfo>` +
    `<ds:CanonicalizationMethod Algorithm="${CANONICAL_XML}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${form.signatureMethod}"></ds:SignatureMethod>` +
    `<ds:Reference URI=""><ds:Transforms><ds:Transform Algorithm="${ENVELOPED}"></ds:Transform></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${form.digestMethod}"></ds:DigestMethod>` +
    `<ds:DigestValue>${base64Text(digestValue)}</ds:DigestValue></ds:Reference></ds:SignedInfo>` +
    `<ds:SignatureValue>${base64Text(signatureValue)}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:KeyName>${certificateNumber.replace(/[^\w.-]/g, '')}</ds:KeyName>${held}</ds:KeyInfo></ds:Signature>`
  );
}
