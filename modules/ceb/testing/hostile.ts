import { encode } from '../encode/encode.ts';
import { sampleMessage } from './messages.ts';

/** An input made to cost its reader dear, of about as many bytes as wanted. */
export interface Hostile {
  readonly name: string;
  readonly bytes: (size: number) => Uint8Array;
  /** Codes of what is found wrong, each once; none if the message is sound all the same. */
  readonly codes: readonly string[];
}

const order = encode(sampleMessage('CEB311Message', true));
const signed = encode(sampleMessage('CEB621Message', true));
const body = order.slice(order.indexOf('?>') + 2);
const encoder = new TextEncoder();

function times(size: number, one: string): string {
  return one.repeat(Math.ceil(size / one.length));
}

/** Numbered pieces of about a size in all. */
function numbered(size: number, length: number, piece: (n: number) => string): string {
  return Array.from({ length: Math.ceil(size / length) }, (_, n) => piece(n)).join('');
}

function hostile(name: string, text: (size: number) => string, ...codes: string[]): Hostile {
  return { name, bytes: (size) => encoder.encode(text(size)), codes };
}

function ofBytes(name: string, bytes: (size: number) => Uint8Array, ...codes: string[]): Hostile {
  return { name, bytes, codes };
}

/** In a field of the order, between its elements, or in its free part. */
const inField = (text: string): string => order.replace(/<ceb:buyerName>[^<]*/, `<ceb:buyerName>${text}`);
const inNumber = (text: string): string => order.replace(/<ceb:freight>[^<]*/, `<ceb:freight>${text}`);
const between = (text: string): string => order.replace('<ceb:Order>', `${text}<ceb:Order>`);
const free = (text: string): string => order.replace('<a b="c">d<e/></a>', text);
const inSignature = (text: string): string => signed.replace('<ds:KeyInfo>', `<ds:KeyInfo>${text}`);

const ENTITIES: readonly Hostile[] = [
  hostile(
    'entities that double one another (a billion laughs)',
    (size) =>
      `<!DOCTYPE x [${numbered(size, 40, (n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`)}]>${inField('&a9;')}`,
    'CEB-DOCTYPE',
  ),
  hostile(
    'one long entity referred to again and again (quadratic)',
    (size) => `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(size / 2)}">]>${inField(times(size / 2, '&a;'))}`,
    'CEB-DOCTYPE',
  ),
  hostile('parameter entities', (size) => `<!DOCTYPE x [${times(size, '%p;')}]>${body}`, 'CEB-DOCTYPE'),
  hostile('a document type not closed', (size) => `<!DOCTYPE ${'['.repeat(size)}`, 'CEB-DOCTYPE'),
  hostile('references to an entity nobody declared', (size) => inField(times(size, '&a;')), 'CEB-ENTITY'),
  hostile('a reference not closed', (size) => inField(`&${'a'.repeat(size)}`), 'CEB-XML'),
  hostile('a character by a long number', (size) => inField(`&#x${'0'.repeat(size)}41;`)),
  hostile('references to half a character', (size) => inField(times(size, '&#xD800;')), 'CEB-XML'),
  hostile('ampersands', (size) => inField('&'.repeat(size)), 'CEB-XML'),
  hostile('references to good characters', (size) => inField(times(size, '&#x8336;&amp;')), 'CEB-LENGTH'),
];

const TEXTS: readonly Hostile[] = [
  hostile('one long text', (size) => inField('x'.repeat(size)), 'CEB-LENGTH'),
  hostile('a long text of wide characters', (size) => inField(times(size / 4, '😀')), 'CEB-LENGTH'),
  hostile('a long run of zeros', (size) => inNumber('0'.repeat(size))),
  hostile(
    'zeros before and after a digit too many',
    (size) => inNumber(`${times(size / 2, '0')}1.${times(size / 2, '0')}1`),
    'CEB-DECIMAL',
  ),
  hostile('a number in a long run of blanks', (size) => inNumber(`${' '.repeat(size)}1`)),
  hostile('brackets', (size) => inField(']'.repeat(size)), 'CEB-LENGTH'),
  hostile('sections without content', (size) => inField(times(size, '<![CDATA[]]>')), 'CEB-LENGTH'),
  hostile('a section not closed', (size) => inField(`<![CDATA[${']'.repeat(size)}`), 'CEB-XML'),
  hostile('null bytes', (size) => inField('\0'.repeat(size)), 'CEB-XML'),
  hostile('a null byte at the end', (size) => inField(`${'x'.repeat(size)}\0`), 'CEB-XML'),
  hostile('comments', (size) => between(times(size, '<!---->'))),
  hostile('comments in a field', (size) => inField(`x${times(size, '<!---->x').slice(0, -1)}`), 'CEB-LENGTH'),
  hostile('a comment of hyphens', (size) => between(`<!--${times(size, '- ')}-->`)),
  hostile('a comment not closed', (size) => between(`<!--${'-'.repeat(size)}`), 'CEB-XML'),
  hostile('instructions', (size) => between(times(size, '<?p?>'))),
  hostile('an instruction not closed', (size) => between(`<?p ${'?'.repeat(size)}`), 'CEB-XML'),
  hostile('line ends', (size) => between('\r\n'.repeat(size / 2))),
  hostile('stray text', (size) => between('x'.repeat(size)), 'CEB-TEXT'),
];

const TAGS: readonly Hostile[] = [
  hostile('elements inside one another', (size) => free('<a>'.repeat(size / 3)), 'CEB-DEPTH'),
  hostile('tags begun and not ended', (size) => free('<a '.repeat(size / 3)), 'CEB-XML'),
  hostile('elements nobody knows', (size) => between(times(size, '<x/>')), 'CEB-UNKNOWN', 'CEB-MORE'),
  hostile('elements in free content', (size) => free(`<a>${times(size, '<b/>')}</a>`)),
  hostile('a name too long', (size) => free(`<${'x'.repeat(size)}/>`), 'CEB-XML'),
  hostile('an attribute with a name too long', (size) => free(`<a ${'x'.repeat(size)}="1"/>`), 'CEB-XML'),
  hostile('attributes', (size) => free(`<a${numbered(size, 12, (n) => ` a${n}="1"`)}/>`)),
  hostile(
    'attributes that may not stand there',
    (size) => order.replace('<ceb:Order>', `<ceb:Order${numbered(size, 12, (n) => ` a${n}="1"`)}>`),
    ...['CEB-ATTRIBUTE', 'CEB-MORE'],
  ),
  hostile('one attribute again and again', (size) => free(`<a${times(size, ' a="1"')}/>`), 'CEB-XML'),
  hostile(
    'the last of many attributes repeated',
    (size) => free(`<a${numbered(size, 12, (n) => ` a${n}="1"`)} a0="1"/>`),
    'CEB-XML',
  ),
  hostile(
    'an attribute repeated under another prefix of its namespace',
    (size) => {
      const prefixes = numbered(size / 2, 20, (n) => ` xmlns:p${n}="urn:p"`);
      return free(`<a${prefixes}${numbered(size / 2, 20, (n) => ` p${n}:a${Math.max(n, 1)}="1"`)}/>`);
    },
    'CEB-XML',
  ),
  hostile('declarations of namespaces', (size) =>
    free(`<a${numbered(size, 20, (n) => ` xmlns:p${n}="urn:p"`)}/>`),
  ),
  hostile('declarations on every element', (size) =>
    free(`<a>${times(size, '<b xmlns:p="urn:p" xmlns="urn:q"/>')}</a>`),
  ),
  hostile('an attribute not closed', (size) => between(`<a b="${'x'.repeat(size)}`), 'CEB-XML'),
  hostile('white space in a tag', (size) => free(`<a${' '.repeat(size)}/>`)),
  hostile('an end tag with white space', (size) =>
    order.replace('</ceb:Order>', `</ceb:Order${' '.repeat(size)}>`),
  ),
];

const MANY: readonly Hostile[] = [
  hostile(
    'documents beyond the hundred',
    (size) => between(times(size, '<ceb:Order></ceb:Order>')),
    'CEB-MISSING',
    'CEB-COUNT',
  ),
  hostile(
    'long names above many faults',
    (size) => {
      const name = `q:${'x'.repeat(Math.min(size / 120, 49_000))}`;
      const [open, close] = [`<${name}>`.repeat(60), `</${name}>`.repeat(60)];
      return inSignature(
        `<q:a xmlns:q="urn:q">${open}${times(2000 * 19, '<ds:KeyName a="1"/>')}${close}</q:a>`,
      );
    },
    ...['CEB-ATTRIBUTE', 'CEB-MORE'],
  ),
  hostile('identities', (size) =>
    inSignature(numbered(size, 40, (n) => `<q:a xmlns:q="urn:q" xml:id="i${n}"/>`)),
  ),
  hostile('key names', (size) => inSignature(times(size, '<ds:KeyName>a</ds:KeyName>'))),
  hostile('a long digest', (size) =>
    signed.replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${times(size, 'AAAA')}`),
  ),
  hostile('a digest of blanks', (size) =>
    signed.replace(/<ds:DigestValue>[^<]*/, `<ds:DigestValue>${' '.repeat(size)}`),
  ),
  hostile('a long URI', (size) => signed.replace('URI=""', `URI="${times(size, 'a/')}"`)),
  hostile(
    'a URI of percent signs',
    (size) => signed.replace('URI=""', `URI="${'%'.repeat(size)}"`),
    'CEB-ATTRIBUTE',
  ),
];

/** Chinese characters as GB18030 has them: 茶马古道 again and again. */
const TEA_ROAD = [0xb2, 0xe8, 0xc2, 0xed, 0xb9, 0xc5, 0xb5, 0xc0];

function withBytes(size: number, piece: readonly number[]): Uint8Array {
  const [before = '', after = ''] = inField('|').split('|');
  const many = Uint8Array.from(
    { length: Math.floor(size / piece.length) * piece.length },
    (_, at) => piece[at % piece.length] ?? 0,
  );
  return Uint8Array.from([
    ...encoder.encode(before.replace(/[^ -~\n]/g, 'x')),
    ...many,
    ...encoder.encode(after.replace(/[^ -~\n]/g, 'x')),
  ]);
}

const ENCODINGS: readonly Hostile[] = [
  ofBytes('text in GB18030', (size) => withBytes(size, TEA_ROAD), 'CEB-ENCODING'),
  ofBytes('bytes that continue nothing', (size) => withBytes(size, [0x80]), 'CEB-ENCODING'),
  ofBytes(
    'one wrong byte at the end',
    (size) => Uint8Array.from([...encoder.encode(inField('茶'.repeat(size / 3))), 0xff]),
    'CEB-ENCODING',
  ),
  ofBytes('UTF-16', (size) => new Uint8Array(new Uint16Array(size / 2).fill(0x3c).buffer), 'CEB-ENCODING'),
];

/** Every kind of input made to cost time or memory. */
export const HOSTILE: readonly Hostile[] = [...ENTITIES, ...TEXTS, ...TAGS, ...MANY, ...ENCODINGS];
