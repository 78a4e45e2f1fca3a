/** Namespace of W3C XML signatures. */
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

/** Built-in simple types the signature schema uses. */
export type SimpleType = 'base64' | 'string' | 'integer' | 'anyURI' | 'ID';

/**
 * One element of the signature schema. `content` is a content model: `,` in sequence, `|` choice, `?` `*` `+`
 * how often, `#other` an element of a foreign namespace, `#any` any element; both are checked only where a
 * declaration for them is known.
 */
export interface SignatureElement {
  readonly simple?: SimpleType;
  readonly content?: string;
  /** Text may stand between the elements. */
  readonly mixed?: true;
  readonly attributes?: Readonly<Record<string, { readonly type: SimpleType; readonly required?: true }>>;
  /** Declared inside another element only. */
  readonly local?: true;
}

const METHOD = {
  content: '',
  mixed: true,
  attributes: { Algorithm: { type: 'anyURI', required: true } },
} as const;
const BINARY = { simple: 'base64', local: true } as const;
const TEXT = { simple: 'string', local: true } as const;
const ID = { Id: { type: 'ID' } } as const;

/**
 * The signature schema the customs attachments carry (xmldsig-core-schema.xsd, edition 202205). It leaves out
 * parts of the W3C's own: no `Object` under `Signature`, no `Id` on `SignedInfo`, `SignatureValue`, `KeyInfo`.
 */
export const SIGNATURE_ELEMENTS: Readonly<Record<string, SignatureElement>> = {
  Signature: { content: 'SignedInfo,SignatureValue,KeyInfo?', attributes: ID },
  SignatureValue: { simple: 'base64' },
  SignedInfo: { content: 'CanonicalizationMethod,SignatureMethod,Reference+' },
  CanonicalizationMethod: METHOD,
  SignatureMethod: METHOD,
  Reference: {
    content: 'Transforms?,DigestMethod,DigestValue',
    attributes: { Id: { type: 'ID' }, URI: { type: 'anyURI' }, Type: { type: 'anyURI' } },
  },
  Transforms: { content: 'Transform+' },
  Transform: { ...METHOD, content: '(#other|XPath)*' },
  XPath: TEXT,
  DigestMethod: METHOD,
  DigestValue: { simple: 'base64' },
  KeyInfo: {
    content: '(KeyName|KeyValue|RetrievalMethod|X509Data|PGPData|SPKIData|MgmtData|#other)+',
    mixed: true,
  },
  KeyName: { simple: 'string' },
  MgmtData: { simple: 'string' },
  KeyValue: { content: 'DSAKeyValue|RSAKeyValue|#other', mixed: true },
  RetrievalMethod: {
    content: 'Transforms?',
    attributes: { URI: { type: 'anyURI' }, Type: { type: 'anyURI' } },
  },
  X509Data: { content: '(X509IssuerSerial|X509SKI|X509SubjectName|X509Certificate|X509CRL|#other)+' },
  X509IssuerSerial: { content: 'X509IssuerName,X509SerialNumber', local: true },
  X509IssuerName: TEXT,
  X509SerialNumber: { simple: 'integer', local: true },
  X509SKI: BINARY,
  X509SubjectName: TEXT,
  X509Certificate: BINARY,
  X509CRL: BINARY,
  PGPData: { content: '(PGPKeyID,PGPKeyPacket?,#other*)|(PGPKeyPacket,#other*)' },
  PGPKeyID: BINARY,
  PGPKeyPacket: BINARY,
  SPKIData: { content: '(SPKISexp,#other?)+' },
  SPKISexp: BINARY,
  Object: {
    content: '#any*',
    mixed: true,
    attributes: { Id: { type: 'ID' }, MimeType: { type: 'string' }, Encoding: { type: 'anyURI' } },
  },
  Manifest: { content: 'Reference+', attributes: ID },
  SignatureProperties: { content: 'SignatureProperty+', attributes: ID },
  SignatureProperty: {
    content: '#other+',
    mixed: true,
    attributes: { Target: { type: 'anyURI', required: true }, Id: { type: 'ID' } },
  },
  DSAKeyValue: { content: '(P,Q)?,G?,Y,J?,(Seed,PgenCounter)?' },
  P: BINARY,
  Q: BINARY,
  G: BINARY,
  Y: BINARY,
  J: BINARY,
  Seed: BINARY,
  PgenCounter: BINARY,
  RSAKeyValue: { content: 'Modulus,Exponent' },
  Modulus: BINARY,
  Exponent: BINARY,
};
