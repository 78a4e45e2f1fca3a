/** A message no reader should take, and the code of what must be found in it. */
export interface HostileMessage {
  readonly name: string;
  readonly code: string;
  readonly bytes: Buffer;
}

const KILO = 1024;
/** 样 and the like in GB18030. */
const GB18030_TEXT = Buffer.from([0xd1, 0xf9, 0xc6, 0xb7]);

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

/** Puts bytes in the place of the text of the first `note`-like element; the order's buyer is as good as any. */
function withBytes(xml: string, bytes: Buffer): Buffer {
  const begin = xml.indexOf('<ceb:buyerName>') + '<ceb:buyerName>'.length;
  const end = xml.indexOf('</ceb:buyerName>');
  return Buffer.concat([utf8(xml.slice(0, begin)), bytes, utf8(xml.slice(end))]);
}

const withText = (xml: string, text: string): Buffer => withBytes(xml, utf8(text));

/** The message without its XML declaration. */
const bodyOf = (xml: string): string => xml.slice(xml.indexOf('?>') + 2);

function tooManyDocuments(xml: string): string {
  const begin = xml.indexOf('<ceb:Order>');
  const end = xml.indexOf('</ceb:Order>') + '</ceb:Order>'.length;
  return xml.slice(0, begin) + xml.slice(begin, end).repeat(101) + xml.slice(end);
}

const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij']
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(i)};`.repeat(10)}">`)
  .join('')}]>`;

const message = (name: string, code: string, bytes: Buffer | string): HostileMessage => ({
  ...{ name, code },
  bytes: typeof bytes === 'string' ? utf8(bytes) : bytes,
});

function cutAndCrossed(order: string): HostileMessage[] {
  return [
    message('cut off in the middle', 'CEB-XML', order.slice(0, order.length / 2)),
    message('cut off before the last character', 'CEB-XML', order.slice(0, -1)),
    message(
      'cut off within a character',
      'CEB-ENCODING',
      withText(order, '茶').subarray(
        0,
        utf8(order.slice(0, order.indexOf('<ceb:buyerName>') + 15)).length + 2,
      ),
    ),
    message('with tags crossed', 'CEB-XML', order.replace('</ceb:Order>', '</ceb:Odrer>')),
    message(
      'with an attribute without quotes',
      'CEB-XML',
      order.replace('version="1.0" xmlns', 'version=1.0 xmlns'),
    ),
  ];
}

function wronglyEncoded(order: string): HostileMessage[] {
  return [
    message('of GB18030 bytes that says UTF-8', 'CEB-ENCODING', withBytes(order, GB18030_TEXT)),
    message(
      'of GB18030 bytes that says so',
      'CEB-ENCODING',
      withBytes(order.replace('UTF-8', 'GB18030'), GB18030_TEXT),
    ),
    message(
      'of UTF-16, little end first',
      'CEB-ENCODING',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(order, 'utf16le')]),
    ),
    message(
      'of UTF-16, big end first',
      'CEB-ENCODING',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(order, 'utf16le').swap16()]),
    ),
    message('of UTF-16 without a mark', 'CEB-ENCODING', Buffer.from(order, 'utf16le')),
    message('with a byte no UTF-8 has', 'CEB-ENCODING', withBytes(order, Buffer.from([0xff]))),
    message('with a character written too long', 'CEB-ENCODING', withBytes(order, Buffer.from([0xc0, 0xbc]))),
    message('with half a surrogate pair', 'CEB-ENCODING', withBytes(order, Buffer.from([0xed, 0xa0, 0x80]))),
  ];
}

function ofImpossibleCharacters(order: string): HostileMessage[] {
  return [
    message('with a NUL in a field', 'CEB-XML', withText(order, '甲\u0000乙')),
    message('with a reference to NUL', 'CEB-XML', withText(order, '&#0;')),
    message('of NULs only', 'CEB-XML', Buffer.alloc(4 * KILO)),
    message('with a bell', 'CEB-XML', withText(order, '\u0007')),
    message('with U+FFFE', 'CEB-XML', withText(order, '\ufffe')),
  ];
}

function ofForbiddenMarkup(order: string): HostileMessage[] {
  const body = bodyOf(order);
  return [
    message('with a document type', 'CEB-DOCTYPE', `<!DOCTYPE x>${body}`),
    message(
      'with an entity from a file',
      'CEB-DOCTYPE',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${body}`,
    ),
    message('with a bomb of entities', 'CEB-DOCTYPE', bomb + body),
    message('with an entity nobody declared', 'CEB-ENTITY', withText(order, '&lol;')),
  ];
}

function ofWrongMeasure(order: string): HostileMessage[] {
  return [
    message('nested a hundred thousand deep', 'CEB-DEPTH', '<a>'.repeat(100_000)),
    message(
      'nested within a field',
      'CEB-DEPTH',
      withText(order, '<b>'.repeat(50_000) + '</b>'.repeat(50_000)),
    ),
    message(
      'with an attribute of a megabyte',
      'CEB-ATTRIBUTE',
      order.replace('<ceb:Order>', `<ceb:Order x="${'y'.repeat(KILO * KILO)}">`),
    ),
    message('with a name of a megabyte', 'CEB-XML', `<${'n'.repeat(KILO * KILO)}/>`),
    message('with a field of two megabytes', 'CEB-LENGTH', withText(order, '茶'.repeat(700 * KILO))),
    message('of a hundred and one documents', 'CEB-COUNT', tooManyDocuments(order)),
    message('of no documents', 'CEB-MISSING', order.replace(/<ceb:Order>.*<\/ceb:Order>/s, '')),
  ];
}

function ofAnotherKind(order: string): HostileMessage[] {
  return [
    message('of a root nobody knows', 'CEB-ROOT', order.replaceAll('CEB311Message', 'CEB999Message')),
    message(
      'in a namespace of its own',
      'CEB-NAMESPACE',
      order.replace('http://www.chinaport.gov.cn/ceb', 'http://example.com/ceb'),
    ),
    message('that is JSON', 'CEB-XML', '{"orderNo":"D1"}'),
    message('that is a web page', 'CEB-ROOT', '<html><body><script>alert(1)</script></body></html>'),
    message('that is an archive', 'CEB-XML', Buffer.from('504b0304140000000800', 'hex')),
    message('of white space', 'CEB-XML', ' \n\t'),
  ];
}

/** What senders' mistakes and attackers' tools make of a sound order message. */
export function hostileMessages(order: string): HostileMessage[] {
  return [
    ...cutAndCrossed(order),
    ...wronglyEncoded(order),
    ...ofImpossibleCharacters(order),
    ...ofForbiddenMarkup(order),
    ...ofWrongMeasure(order),
    ...ofAnotherKind(order),
  ];
}
