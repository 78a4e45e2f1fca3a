import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { SIGNATURE, sampleMessage } from '../testing/messages.ts';
import { signedParts } from './signed-parts.ts';
import { utf8Bytes, utf8Text } from './utf8.ts';

const message = encode(sampleMessage('CEB621Message', true));
const read = (text: string) => signedParts(utf8Bytes(text));
const codes = (text: string): string[] => {
  const parts = read(text);
  return parts.state === 'unfit' ? parts.findings.map(({ code, path }) => `${code} ${path}`) : [parts.state];
};
const change = (from: string | RegExp, to: string): string => {
  const changed = message.replace(from, to);
  if (changed === message) throw new Error(`There is no ${from} in the message.`);
  return changed;
};

describe('a signed message', () => {
  it('is taken apart into what is signed and what the signature says', () => {
    const parts = read(message);
    if (parts.state !== 'signed') throw new Error(codes(message).join());
    expect(Buffer.concat(parts.content).toString()).toMatch(
      /^<ceb:CEB621Message xmlns:ceb="[^"]*" guid="[^"]*" version="1.0">/,
    );
    expect(Buffer.concat(parts.content).toString()).not.toContain('Signature');
    expect(utf8Text(parts.signedInfo)).toMatch(
      /^<ds:SignedInfo xmlns:ceb="[^"]*" xmlns:ds="[^"]*"><ds:Canon/,
    );
    expect(parts.signature).toMatchObject({ suite: 'sm2-sm3', digest: 'sm3', keyName: '01691fe9' });
    expect(parts.signature.certificates).toHaveLength(1);
  });

  it('without signature is unsigned, wherever else a signature may lie', () => {
    expect(codes(message.replace(SIGNATURE, ''))).toEqual(['unsigned']);
    const inside = message.replace(SIGNATURE, '').replace('<a b="c">', `${SIGNATURE}<a b="c">`);
    expect(codes(inside)).toEqual(['unsigned']);
    const wrapped = message.replace(SIGNATURE, '').replace('</ceb:InventoryHead>', `${SIGNATURE}$&`);
    expect(codes(wrapped)).toEqual(['unsigned']);
  });

  it('keeps the attributes of XML itself that the root lends to SignedInfo', () => {
    const parts = read(message.replace(' guid=', ' xml:lang="zh" guid='));
    if (parts.state !== 'signed') throw new Error('unfit');
    expect(utf8Text(parts.signedInfo)).toContain(' xml:lang="zh">');
  });
});

describe('a signature of another form is refused', () => {
  const reference = /<ds:Reference URI="">.*<\/ds:Reference>/;
  it.each([
    [
      'twice under the root',
      change('</ceb:CEB621Message>', `${SIGNATURE}</ceb:CEB621Message>`),
      'SIG-SEVERAL Signature',
    ],
    [
      'with a Reference to an Id',
      change('URI=""', 'URI="#x"'),
      'SIG-REFERENCE Signature/SignedInfo/Reference',
    ],
    ['with a Reference without URI', change(' URI=""', ''), 'SIG-REFERENCE Signature/SignedInfo/Reference'],
    ['with two References', change(reference, '$&$&'), 'SIG-REFERENCE Signature/SignedInfo/Reference'],
    ['with no Reference', change(reference, ''), 'SIG-SHAPE Signature/SignedInfo'],
    [
      'with a further transform',
      change(
        /(<ds:Transform [^>]*\/>)/,
        '$1<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"/>',
      ),
      'SIG-ALGORITHM Signature/SignedInfo/Reference/Transforms/Transform',
    ],
    [
      'with another transform',
      change('xmldsig#enveloped-signature', 'xmldsig#base64'),
      'SIG-ALGORITHM Signature/SignedInfo/Reference/Transforms/Transform',
    ],
    [
      'with no transform',
      change(/<ds:Transform [^>]*\/>/, ''),
      'SIG-SHAPE Signature/SignedInfo/Reference/Transforms',
    ],
    [
      'with content in its transform',
      change(/(<ds:Transform [^>]*)\/>/, '$1><ds:XPath>1</ds:XPath></ds:Transform>'),
      'SIG-SHAPE Signature/SignedInfo/Reference/Transforms/Transform',
    ],
    [
      'with exclusive canonicalisation',
      change('TR/2001/REC-xml-c14n-20010315', '2001/10/xml-exc-c14n#'),
      'SIG-ALGORITHM Signature/SignedInfo/CanonicalizationMethod',
    ],
    [
      'with comments kept',
      change('c14n-20010315"', 'c14n-20010315#WithComments"'),
      'SIG-ALGORITHM Signature/SignedInfo/CanonicalizationMethod',
    ],
    [
      'with an unknown signature method',
      change('#sm2-sm3', '#hmac-sha1'),
      'SIG-ALGORITHM Signature/SignedInfo/SignatureMethod',
    ],
    [
      'with an unknown digest method',
      change('xmldsig#sm3', 'xmldsig#md5'),
      'SIG-ALGORITHM Signature/SignedInfo/Reference/DigestMethod',
    ],
    [
      'with a shortened HMAC',
      change(
        /(<ds:SignatureMethod [^>]*)\/>/,
        '$1><ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>',
      ),
      'SIG-SHAPE Signature/SignedInfo/SignatureMethod',
    ],
    ['with an Object', change('</ds:Signature>', '<ds:Object/></ds:Signature>'), 'SIG-SHAPE Signature'],
    [
      'with its parts in another order',
      change(/(<ds:SignedInfo>.*<\/ds:SignedInfo>)(<ds:SignatureValue>.*<\/ds:SignatureValue>)/, '$2$1'),
      'SIG-SHAPE Signature',
    ],
    [
      'with a SignedInfo of another namespace',
      change('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="urn:x">'),
      'SIG-SHAPE Signature',
    ],
    [
      'with a value that is not Base64',
      change(/<ds:SignatureValue>/, '$&!'),
      'SIG-SHAPE Signature/SignatureValue',
    ],
    [
      'with a digest that is no text',
      change(/<ds:DigestValue>[^<]*/, '<ds:DigestValue><x/>'),
      'SIG-SHAPE Signature/SignedInfo/Reference/DigestValue',
    ],
    [
      'with an oversized certificate',
      change(/<ds:X509Certificate>[^<]*/, `<ds:X509Certificate>${'AAAA'.repeat(10_000)}`),
      'SIG-CERTIFICATE Signature/KeyInfo/X509Data/X509Certificate',
    ],
    [
      'with thousands of certificates',
      change(
        /<ds:X509Certificate>.*<\/ds:X509Certificate>/,
        '<ds:X509Certificate>AAAA</ds:X509Certificate>'.repeat(5000),
      ),
      'SIG-CERTIFICATE Signature/KeyInfo/X509Data',
    ],
    ['in a message that is not XML', change('</ceb:Inventory>', ''), 'SIG-UNREADABLE '],
    ['in a message with a document type', change('?>', '?><!DOCTYPE x>'), 'SIG-UNREADABLE '],
    ['in a message with a relative namespace', change(' guid=', ' xmlns:r="r" guid='), 'SIG-CANONICAL '],
  ])('%s', (_, text, expected) => expect(codes(text)).toEqual([expected]));

  it('in bytes that are not UTF-8', () => {
    const bytes = utf8Bytes(message);
    bytes[bytes.length - 30] = 0xff;
    expect(signedParts(bytes)).toMatchObject({ state: 'unfit', findings: [{ code: 'SIG-UNREADABLE' }] });
  });
});
