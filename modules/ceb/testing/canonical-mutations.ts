import { mutate } from './mutations.ts';

/** What changes a canonical form: declarations, attributes, references, instructions, comments, sections, line ends. */
const ATTRIBUTES = [
  ...[
    'xmlns:z="urn:z"',
    'xmlns:a="urn:b" xmlns:b="urn:a" a:c="1" b:c="2" c="3"',
    'xmlns=""',
    'xmlns="urn:d"',
  ],
  ...['xml:lang="zh"', "xml:space='preserve'", 'xmlns:ceb="http://www.chinaport.gov.cn/ceb"'],
  ...['xmlns:é="urn:é" é:é="1"', 'xmlns:𠮷="urn:1" xmlns:\ufa1b="urn:2"', 'xmlns:z="urn:other" z:b="1"'],
  ...['z="&#10;&#13;&#9;&quot;&apos;&lt;&amp;>"', "z='\"'", 'b="1"  a="2"\n c="3"', 'z="\t\r\n x"'],
  ...['xmlns:ds="http://www.w3.org/2000/09/xmldsig#"', 'xmlns:x="urn:&amp;&quot;"', 'xmlns:r="relative"'],
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a  b"',
];
const FRAGMENTS = [
  ...[
    '<?p?>',
    '<?p  d  ?>',
    '<?p \r\n d?>',
    '<!-- c -->',
    '<!-->-->',
    '<![CDATA[<&>]]>',
    '<![CDATA[]]>',
    '<e/>',
  ],
  ...[
    '&#13;',
    '&#xD;&#10;',
    '>',
    '&gt;&lt;&amp;&quot;&apos;',
    '\r\n',
    '\r',
    '&#x1F375;茶',
    '<x:e xmlns:x="urn:x"/>',
  ],
  ...['<e xmlns="urn:e"><f xmlns=""/></e>', '<ds:Signature xmlns:ds="urn:no"/>', '<e ></e >', '\u0085\u2028'],
];

/** A change to a text that keeps it well formed more often than not, as the seed has it. */
export function spoilCanonical(text: string, seed: number): string {
  let state = (seed * 2654435761) >>> 0;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  let changed = below(4) === 0 ? mutate(text, seed) : text;
  for (let times = below(4); times >= 0; times--) {
    const tags = [...changed.matchAll(/<[\w:]+(?=[\s/>])/g)];
    // The root, the signature and what is in it matter most, and are few among many.
    const few = tags.filter(({ 0: tag }) => /Message$|ds:/.test(tag));
    const tag = (below(2) === 0 ? few : tags)[below(few.length)] ?? tags[0];
    const end = (tag?.index ?? 0) + (tag?.[0].length ?? 0);
    const close = changed.indexOf('>', end) + 1;
    changed =
      below(2) === 0
        ? `${changed.slice(0, end)} ${ATTRIBUTES[below(ATTRIBUTES.length)]}${changed.slice(end)}`
        : `${changed.slice(0, close)}${FRAGMENTS[below(FRAGMENTS.length)]}${changed.slice(close)}`;
  }
  const outside = below(8);
  if (outside === 0) changed = changed.replace('?>', '?>\n<?before x?><!-- c -->');
  return outside === 1 ? `${changed}\n<?after?>\n` : changed;
}
