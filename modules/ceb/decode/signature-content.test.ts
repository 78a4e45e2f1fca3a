import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { SIGNATURE, sampleMessage } from '../testing/messages.ts';
import { read, verdicts } from '../testing/verdicts.ts';

const order = encode(sampleMessage('CEB311Message', true, 2, 2));
const declaration = encode(sampleMessage('CEB621Message', true));
const INSTANCE = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"';

describe('free content', () => {
  const free = (xml: string): string => order.replaceAll('<a b="c">d<e/></a>', xml);
  verdicts([
    ['any one element', free('<guid xmlns="urn:x" a="1">text <b/></guid>')],
    ['two elements', free('<a/><b/>'), 'CEB-REPEATED ExtendMessage/Message/b'],
    ['an xml:id that is a name', free('<a xml:id=" é1 "/>')],
    ['an xml:id that is none', free('<a><b xml:id="1"/></a>'), 'CEB-ATTRIBUTE ExtendMessage/Message/a/@id'],
    [
      'an xml:id given twice',
      free('<a xml:id="x"><b xml:id="x"/></a>'),
      'CEB-ATTRIBUTE ExtendMessage/Message/a/@id',
    ],
  ]);
});

describe('the signature', () => {
  const changed = (from: string | RegExp, to: string): string => declaration.replace(from, to);
  const base = 'Signature/SignedInfo';
  verdicts([
    [
      'a digest that is not Base64',
      changed('4gzYb8QkF1m8zB0oBZb0zQ==', '4gz='),
      `CEB-SIGNATURE ${base}/Reference/DigestValue`,
    ],
    ['a reference that is missing', changed(/<ds:Reference.*<\/ds:Reference>/, ''), `CEB-SIGNATURE ${base}`],
    [
      'a method without algorithm',
      changed(/<ds:SignatureMethod [^>]*>/, '<ds:SignatureMethod/>'),
      `CEB-ATTRIBUTE ${base}/SignatureMethod/@Algorithm`,
    ],
    ['a signature without key information', changed(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, '')],
    [
      'foreign content in the key information',
      changed('<ds:KeyInfo>', '<ds:KeyInfo>key <x:y xmlns:x="urn:x"><z/></x:y>'),
    ],
    [
      'parts in the wrong order',
      changed(/(<ds:SignatureValue>.*?<\/ds:SignatureValue>)(<ds:KeyInfo>.*<\/ds:KeyInfo>)/, '$2$1'),
      'CEB-SIGNATURE Signature/KeyInfo',
    ],
    [
      'a repeated Id',
      changed('<ds:Signature ', '<ds:Signature Id="a" ').replace('<ds:Reference ', '<ds:Reference Id="a" '),
      `CEB-ATTRIBUTE ${base}/Reference/@Id`,
    ],
    [
      'an Id that a free element has as xml:id',
      changed('<ds:Signature ', '<ds:Signature Id="a" ').replace('<a b="c">', '<a xml:id="a">'),
      'CEB-ATTRIBUTE Signature/@Id',
    ],
    [
      'attributes of the schema instance on an element no schema knows',
      changed('<ds:KeyInfo>', `<ds:KeyInfo><x:x xmlns:x="urn:x" ${INSTANCE} i:nil="true" i:other="1"/>`),
    ],
    [
      'a type given to an element no schema knows',
      changed('<ds:KeyInfo>', `<ds:KeyInfo><x:x xmlns:x="urn:x" ${INSTANCE} i:type="x:y"/>`),
      'CEB-ATTRIBUTE Signature/KeyInfo/x/@type',
    ],
    [
      'a part the schema declares on its own, inside a foreign element',
      changed('<ds:KeyInfo>', '<ds:KeyInfo><x:x xmlns:x="urn:x"><ds:DigestValue>A</ds:DigestValue></x:x>'),
      'CEB-SIGNATURE Signature/KeyInfo/x/DigestValue',
    ],
    [
      'a part the schema declares inside another only, inside a foreign element',
      changed('<ds:KeyInfo>', '<ds:KeyInfo><x:x xmlns:x="urn:x"><ds:X509SKI>A</ds:X509SKI></x:x>'),
    ],
    [
      'a group of the message inside the key information',
      changed('<ds:KeyInfo>', '<ds:KeyInfo><ceb:BaseTransfer/>'),
      ...['copCode', 'copName', 'dxpMode', 'dxpId'].map(
        (field) => `CEB-MISSING Signature/KeyInfo/BaseTransfer/${field}`,
      ),
    ],
    ['a second signature', changed(SIGNATURE, SIGNATURE + SIGNATURE), 'CEB-REPEATED Signature'],
  ]);

  it('is kept verbatim, with the prefixes of the root it leans on', () => {
    const odd = declaration
      .replace(' xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', '')
      .replace(' xmlns:ceb', ' xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:ceb')
      .replace('<ds:KeyName>', '\r\n<!-- key --><ds:KeyName>');
    const message = read(odd).message;
    expect(message?.signature).toBe(/<ds:Signature>.*<\/ds:Signature>/s.exec(odd)?.[0]);
    expect(message?.namespaces).toEqual({ ds: 'http://www.w3.org/2000/09/xmldsig#' });
    expect(message && read(encode(message)).message).toEqual(message);
  });

  it('leaves the content of an extension with the prefixes its wrapping declares', () => {
    const odd = order.replace(
      /<ceb:Message>.*<\/ceb:Message>/,
      '<ceb:Message xmlns:x="urn:x&amp;" xmlns="urn:d"><x:a/></ceb:Message>',
    );
    const message = read(odd).message;
    expect(message?.extension?.xml).toBe('<x:a xmlns="urn:d" xmlns:x="urn:x&amp;"/>');
    expect(message && read(encode(message)).message).toEqual(message);
  });
});
