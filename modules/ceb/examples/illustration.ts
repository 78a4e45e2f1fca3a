const WORDS = 'aWxsdXN0cmF0aW9uLCBub3QgYSBzaWduYXR1cmU=';

/**
 * Where a signature must stand, one that says what it is: its digest and value read "illustration, not a
 * signature". Structure and algorithms are those of the specification.
 */
export const ILLUSTRATION = [
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>',
  '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"></ds:CanonicalizationMethod>',
  '<ds:SignatureMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3"></ds:SignatureMethod>',
  '<ds:Reference URI=""><ds:Transforms>',
  '<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>',
  '</ds:Transforms><ds:DigestMethod Algorithm="http://www.chinaport.gov.cn/2022/04/xmldsig#sm3"></ds:DigestMethod>',
  `<ds:DigestValue>${WORDS}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
  `<ds:SignatureValue>${WORDS}</ds:SignatureValue>`,
  '<ds:KeyInfo><ds:KeyName>ILLUSTRATION-NOT-A-KEY</ds:KeyName></ds:KeyInfo></ds:Signature>',
].join('');
