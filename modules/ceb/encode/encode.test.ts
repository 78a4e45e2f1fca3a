import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import { arbitraryMessage } from '../testing/arbitrary-message.ts';
import { SIGNATURE, sampleMessage } from '../testing/messages.ts';
import type { CebMessage, MessageOf } from '../types.ts';
import { encode } from './encode.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const receipt = sampleMessage('CEB312Message', true) as MessageOf<'CEB312Message'>;

function withInfo(returnInfo: string): CebMessage {
  const documents = receipt.documents.map(({ head }) => ({ head: { ...head, returnInfo }, items: [] }));
  return { ...receipt, documents };
}

describe('the encoder', () => {
  it('writes what the decoder reads as the same message', () => {
    fc.assert(
      fc.property(arbitraryMessage, (message) => {
        const decoded = decode(bytesOf(encode(message)));
        expect(decoded.findings).toEqual([]);
        expect(decoded.message).toEqual(message);
      }),
      { numRuns: 500 },
    );
  });

  it('writes declarations with the prefix ceb and receipts with the default namespace', () => {
    expect(encode(sampleMessage('CEB411Message', false))).toContain('<ceb:CEB411Message guid=');
    expect(encode(receipt)).toMatch(
      /<CEB312Message [^>]* xmlns="http:\/\/www.chinaport.gov.cn\/ceb"><OrderReturn>/,
    );
  });

  it('leaves out what is absent and keeps what is empty', () => {
    const payment = sampleMessage('CEB411Message', false) as MessageOf<'CEB411Message'>;
    const documents = payment.documents.map(({ head }) => ({ head: { ...head, note: '' }, items: [] }));
    const text = encode({ ...payment, documents });
    expect(text).toContain('<ceb:note></ceb:note>');
    expect(text).not.toContain('<ceb:telephone>');
  });

  it('escapes markup and line ends', () => {
    expect(encode(withInfo('<&>"\r\n]]>'))).toContain('<returnInfo>&lt;&amp;&gt;"&#13;\n]]&gt;</returnInfo>');
  });

  it.each(['\u0000', '\u001f', '\ufffe', '\ud800'])(
    'refuses the character %j that XML cannot carry',
    (character) => {
      expect(() => encode(withInfo(character))).toThrow(RangeError);
    },
  );

  it('keeps the signature verbatim and declares the prefixes it leans on', () => {
    const signature = SIGNATURE.replaceAll('ds:', 'ceb:')
      .replace('xmlns:ds=', 'xmlns:ceb=')
      .replace('<ceb:KeyName>', '<x:k/>$&');
    const namespaces = { ceb: 'urn:taken', x: 'urn:x?a&b' };
    const text = encode({ ...sampleMessage('CEB621Message', false), signature, namespaces } as CebMessage);
    expect(text).toContain(signature);
    const { message, findings } = decode(bytesOf(text));
    expect(findings).toEqual([]);
    expect(message?.signature).toBe(signature);
    expect(message?.namespaces).toMatchObject({ ceb: 'urn:taken' });
  });

  it('keeps to the prefix a message came with where its own is taken for another name', () => {
    const message = sampleMessage('CEB311Message', true);
    const odd = encode(message)
      .replaceAll('ceb:', 'q:')
      .replace(' xmlns:ceb=', ' xmlns:ceb="urn:other" xmlns:q=');
    const taken = decode(bytesOf(odd)).message;
    expect(taken?.namespaces).toEqual({ ceb: 'urn:other', q: CEB_NAMESPACE });
    expect(taken && encode(taken)).toContain('<q:CEB311Message ');
    expect(taken && decode(bytesOf(encode(taken))).message).toEqual(taken);
  });

  it('refuses a message without a table', () => {
    expect(() => encode({ ...receipt, root: 'CEB999Message' } as unknown as CebMessage)).toThrow(
      'CEB999Message',
    );
  });
});
