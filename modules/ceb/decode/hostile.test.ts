import { describe, expect, it } from 'vitest';
import { encode } from '../encode/encode.ts';
import { sampleMessage } from '../testing/messages.ts';
import { decode } from './decode.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const order = encode(sampleMessage('CEB311Message', true));
const body = order.slice(order.indexOf('?>') + 2);
const MEGA = 1024 * 1024;

function codesOf(bytes: Uint8Array): string[] {
  const { valid, message, findings } = decode(bytes);
  expect(valid).toBe(false);
  expect(message).toBeUndefined();
  return findings.map((finding) => finding.code);
}

function milliseconds(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

describe('hostile input is refused', () => {
  it.each([
    ['a document type', `<!DOCTYPE x>${body}`],
    [
      'an external entity',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body.replace('样', '&e;')}`,
    ],
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>${body}`,
    ],
  ])('%s', (_, text) => {
    expect(codesOf(bytesOf(text))).toEqual(['CEB-DOCTYPE']);
  });

  it.each(['e', 'toString', 'constructor', '__proto__'])('an entity without declaration, &%s;', (name) => {
    expect(codesOf(bytesOf(order.replace('样', `&${name};`)))).toEqual(['CEB-ENTITY']);
  });

  it.each([
    ['an attribute given twice', order.replace(' version=', ' guid="x" version=')],
    ['a message that is not closed', order.replace('</ceb:CEB311Message>', '')],
    ['a second root', `${order}<x/>`],
    ['text after the root', `${order}x`],
    ['a bare ampersand', order.replace('样', 'A&B')],
    ['the end of a CDATA section in text', order.replace('样', ']]>')],
    ['a control character', order.replace('样', '\u0002')],
    ['a reference to a character XML does not have', order.replace('样', '&#xFFFE;')],
    ['no text at all', ''],
    ['only white space', '  \n'],
    ['something else', '{"order": 1}'],
  ])('%s', (_, text) => {
    expect(codesOf(bytesOf(text))).toEqual(['CEB-XML']);
  });

  it('a message cut off anywhere', () => {
    const bytes = bytesOf(order);
    for (let end = 0; end < bytes.length; end += 7) {
      const codes = codesOf(bytes.subarray(0, end));
      expect(
        codes.every((code) => code === 'CEB-XML' || code === 'CEB-ENCODING'),
        String(end),
      ).toBe(true);
    }
  });
});

describe('other encodings are refused in so many words', () => {
  const utf16 = (text: string): Uint8Array =>
    Uint8Array.from(text, (character) => character.charCodeAt(0)).reduce(
      (bytes, code, at) => {
        bytes[2 * at] = code;
        return bytes;
      },
      new Uint8Array(2 * text.length),
    );

  it.each([
    ['bytes that are not UTF-8', Uint8Array.of(...bytesOf('<a>'), 0xb2, 0xe8, ...bytesOf('</a>'))],
    ['UTF-16 with a byte order mark', Uint8Array.of(0xff, 0xfe, ...utf16('<a/>'))],
    ['UTF-16 without', utf16('<?xml version="1.0"?><a/>')],
    ['UTF-32', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c)],
    ['a surrogate written as UTF-8', Uint8Array.of(...bytesOf('<a>'), 0xed, 0xa0, 0x80, ...bytesOf('</a>'))],
    ['GBK by declaration', bytesOf(order.replace('UTF-8', 'GBK'))],
    ['GB18030 by declaration', bytesOf(order.replace('UTF-8', 'GB18030'))],
    ['UTF-16 by declaration', bytesOf(order.replace('UTF-8', 'UTF-16'))],
  ])('%s', (_, bytes) => {
    expect(codesOf(bytes)).toEqual(['CEB-ENCODING']);
  });

  it('while UTF-8 with a byte order mark is read', () => {
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf(order))).valid).toBe(true);
  });
});

describe('large input', () => {
  it('over the limit is refused before it is looked at', () => {
    expect(codesOf(new Uint8Array(16 * MEGA + 1))).toEqual(['CEB-SIZE']);
    expect(decode(bytesOf(order), { mostBytes: 100 }).findings[0]?.code).toBe('CEB-SIZE');
  });

  it('nested too deep is refused', () => {
    const deep = order.replace(/<ceb:Message>.*<\/ceb:Message>/, `<ceb:Message>${'<a>'.repeat(100_000)}`);
    expect(codesOf(bytesOf(deep))).toEqual(['CEB-DEPTH']);
    expect(decode(bytesOf(order), { deepest: 3 }).findings[0]?.code).toBe('CEB-DEPTH');
  });

  const big = 4 * MEGA;
  it.each([
    ['a field of one long text', order.replace('样', 'x'.repeat(big))],
    ['a long run of zeros', order.replace('12.5', '0'.repeat(big))],
    ['a long run of white space', order.replace('12.5', ' '.repeat(big))],
    ['ampersands without end', order.replace('样', '&amp;'.repeat(big / 5))],
    ['brackets without end', order.replace('样', ']'.repeat(big))],
    ['hyphens in a comment', order.replace('<ceb:Order>', `<!-- ${'- '.repeat(big / 2)} --><ceb:Order>`)],
    ['comments without end', order.replace('<ceb:Order>', `${'<!---->'.repeat(big / 7)}<ceb:Order>`)],
    ['unknown elements without end', order.replace('<ceb:Order>', `${'<x/>'.repeat(big / 4)}<ceb:Order>`)],
    [
      'attributes without end',
      order.replace(
        '<ceb:Order>',
        `<ceb:Order ${Array.from({ length: big / 16 }, (_, n) => `a${n}="1"`).join(' ')}>`,
      ),
    ],
    ['one attribute without end', order.replace('<ceb:Order>', `<ceb:Order a="${'x'.repeat(big)}`)],
    [
      'namespaces without end',
      order.replace(
        '<ceb:Order>',
        `<ceb:Order ${Array.from({ length: big / 24 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}>`,
      ),
    ],
    ['a name without end', order.replace('<ceb:Order>', `<${'x'.repeat(big)}>`)],
    ['start tags without end', '<a '.repeat(big / 3)],
    ['a processing instruction without end', `<?p ${'?'.repeat(big)}`],
  ])('%s is dealt with in linear time', { timeout: 60_000 }, (_, text) => {
    const bytes = bytesOf(text);
    let told = '';
    const spent = milliseconds(() => {
      const { root, findings } = decode(bytes);
      told = JSON.stringify({ root, findings });
    });
    expect(told.length).toBeLessThan(2 * MEGA);
    expect(spent).toBeLessThan(15_000);
  });

  it('of 50 MB is read in linear time where the limit is raised', { timeout: 60_000 }, () => {
    const bytes = bytesOf(order.replace('样', 'x'.repeat(50 * MEGA)));
    let codes: string[] = [];
    const spent = milliseconds(() => {
      codes = decode(bytes, { mostBytes: 64 * MEGA }).findings.map((finding) => finding.code);
    });
    expect(codes).toEqual(['CEB-LENGTH']);
    expect(spent).toBeLessThan(30_000);
  });
});
