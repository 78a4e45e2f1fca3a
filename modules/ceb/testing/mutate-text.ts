import type { Chance } from './chance.ts';

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

function placeOf(text: string, pattern: RegExp, chance: Chance): RegExpExecArray | undefined {
  return chance.of([...text.matchAll(pattern)]);
}

const XML_DECLARATIONS = [
  ...[
    '',
    '<?xml version="1.0"?>',
    "<?xml version='1.0' encoding='utf-8'?>",
    '<?xml version="1.1" encoding="UTF-8"?>',
  ],
  ...['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', '<?xml version="1.0" standalone="no" ?>'],
  ...[
    '<?xml version="2.0"?>',
    '<?xml encoding="UTF-8"?>',
    ' <?xml version="1.0"?>',
    '\n<?xml version="1.0"?>',
  ],
  ...[
    '<?xml version="1.0" standalone="x"?>',
    '<?xml version="1.0"encoding="UTF-8"?>',
    '<?xml version="1."?>',
  ],
  ...[
    '<?xml version="1.0" encoding="utf8"?>',
    '<?xml version="1.0" encoding="Utf-8"?>',
    '<?xml version="1.0" encoding=""?>',
  ],
  ...[
    '<?xml version="1.0" encoding="GBK"?>',
    '<?xml version="1.0" encoding="GB18030"?>',
    '<?xml version="1.0" encoding="gb2312"?>',
  ],
  ...[
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<?xml version="1.0" encoding="ISO-8859-1"?>',
    '<?xml version="1.0" encoding="US-ASCII"?>',
  ],
  ...[
    '<?xml version="1.0" encoding="UTF_8"?>',
    '<?xml version="1.0" encoding="x"?>',
    '<?xml version="1.0" encoding="8"?>',
  ],
  ...[
    '<?xml version="1.0" encoding="UTF-8 "?>',
    '<?xml version="1.0" encoding="UTF-8" ?>',
    '<?xml version="1.0" encoding="UTF-8" x="y"?>',
  ],
  ...[
    '<?xml version = "1.0" encoding\n=\t"UTF-8"?>',
    '<?xml standalone="yes" version="1.0"?>',
    '<?xml version="1.0" standalone="yes" encoding="UTF-8"?>',
  ],
  ...[
    '<?xml version="1.0" encoding=\'UTF-8"?>',
    '<?xml version="1.0">',
    '<?xml version="1.0"? >',
    '<?xml?>',
    '<?xml ?>',
  ],
  ...[
    '<!-- first --><?xml version="1.0"?>',
    '<?XML version="1.0"?>',
    '<?xml version=""?>',
    '<?xml version="1.10"?>',
  ],
  ...[
    '<?xml version="1.0" version="1.0"?>',
    '<?xml version="1.0"?><?xml version="1.0"?>',
    '<?xml\tversion="1.0"?>',
  ],
  ...[
    '<?xml version="&#49;.0"?>',
    '<?xml version="1.0" standalone="yes" standalone="yes"?>',
    '<?xml  version="1.0"  ?>',
  ],
];

export function changeXmlDeclaration(text: string, chance: Chance): string {
  const there = /^\ufeff?<\?xml\s[\s\S]*?\?>/.exec(text)?.[0] ?? '';
  return chance.pick(XML_DECLARATIONS) + text.slice(there.length);
}

const AROUND = [
  ...[
    ' ',
    '\n',
    '\r\n',
    '<!-- c -->',
    '<?p?>',
    '<?p <a?>',
    'x',
    '茶',
    '\u00a0',
    '\ufeff',
    '&#32;',
    '<![CDATA[]]>',
    '\u0000',
  ],
  ...[
    '<a/>',
    '</a>',
    '<',
    '&amp;',
    '<!DOCTYPE a>',
    '<!---->\n<!---->',
    '<!-- -- -->',
    '<?xml version="1.0"?>',
    ']]>',
    '\u001a',
  ],
];

/** Something before or after the root element. */
export function surround(text: string, chance: Chance): string {
  if (chance.once(2)) return text + chance.pick(AROUND);
  const declaration = /^\ufeff?<\?xml\s[\s\S]*?\?>/.exec(text)?.[0] ?? '';
  return splice(text, chance.once(6) ? 0 : declaration.length, 0, chance.pick(AROUND));
}

const DOCUMENT_TYPES = [
  ...[
    '<!DOCTYPE x>',
    '<!DOCTYPE ceb:CEB311Message>',
    '<!DOCTYPE x SYSTEM "a.dtd">',
    '<!DOCTYPE x PUBLIC "a" "b">',
    '<!DOCTYPE x []>',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY e "1">]>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "a">]>',
    '<!DOCTYPE x [<!ENTITY % p "1"> %p;]>',
  ],
  ...[
    '<!DOCTYPE',
    '<!DOCTYPE>',
    '<!doctype x>',
    '<!DOCTYPE x [<!ATTLIST x a ID #IMPLIED>]>',
    '<!DOCTYPE x [',
    '<!DOCTYPE\nx>',
  ],
];

/** A document type, with or without entities that the text then refers to. */
export function addDocumentType(text: string, chance: Chance): string {
  const root = text.search(/<[^!?]/);
  const changed = splice(text, Math.max(root, 0), 0, chance.pick(DOCUMENT_TYPES));
  if (!chance.once(3)) return changed;
  const found = placeOf(changed, />[^<>]+</g, chance);
  return found ? splice(changed, found.index + 1, 0, chance.pick(['&e;', '&p;', '&lt;', '%p;'])) : changed;
}

const CHARACTERS = [
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '&',
    ';',
    ' ',
    '=',
    ':',
    '!',
    '?',
    '-',
    ']',
    '[',
    'a',
    '0',
    '#',
    '%',
    '.',
    '\t',
    '\n',
    '\r',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u000b',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\ufffe',
    '\uffff',
  ],
  ...[
    '茶',
    '😀',
    '\u{1fffe}',
    '\u{1ffff}',
    '\u{10fffe}',
    '\u{10ffff}',
    '\ufdd0',
    'é',
    '\u0301',
    '\ue000',
    '\ud7ff',
    '\u00d7',
  ],
];

/** One character more, less or another, anywhere: in names, tags, texts. */
export function changeCharacter(text: string, chance: Chance): string {
  const at = chance.below(text.length);
  return splice(text, at, chance.below(2), chance.once(3) ? '' : chance.pick(CHARACTERS));
}

/** One character more or another inside a tag. */
export function changeTagCharacter(text: string, chance: Chance): string {
  const found = placeOf(text, /<[^<>]*>/g, chance);
  if (!found) return text;
  return splice(text, found.index + chance.below(found[0].length), chance.below(2), chance.pick(CHARACTERS));
}

export function truncate(text: string, chance: Chance): string {
  return text.slice(0, chance.once(3) ? text.length - chance.below(40) : chance.below(text.length));
}

/** Another name in one end tag, or white space where it may and may not stand. */
export function changeTag(text: string, chance: Chance): string {
  const found = placeOf(text, /<\/[^<>]+>/g, chance);
  if (!found) return text;
  const [tag] = found;
  const name = tag.slice(2, -1);
  const other = placeOf(text, /<\/[^<>]+>/g, chance)?.[0] ?? tag;
  const mended = chance.pick([
    ...[
      `</${name} >`,
      `</${name}\n>`,
      `</ ${name}>`,
      `< /${name}>`,
      `</${name}`,
      `</${name}/>`,
      `</${name}x>`,
      other,
    ],
    ...[
      `</${name.slice(0, -1)}>`,
      `</${name} a="1">`,
      `<${name}>`,
      `</${name.replace(/^[^:]*:/, '')}>`,
      '',
      tag + tag,
    ],
  ]);
  return splice(text, found.index, tag.length, mended);
}

/** Line ends of another kind everywhere. */
export function changeLineEnds(text: string, chance: Chance): string {
  const end = chance.pick(['\r\n', '\r', '\n\r', '\u0085', '\u2028', '\n\n']);
  return chance.once(2) ? text.replaceAll('><', `>${end}<`) : text.replace(/\r?\n/g, end);
}

/** A stretch of text taken out, doubled or put elsewhere. */
export function changeStretch(text: string, chance: Chance): string {
  const from = chance.below(text.length);
  const length = 1 + chance.below(chance.once(2) ? 12 : 300);
  const stretch = text.slice(from, from + length);
  if (chance.once(2)) return splice(text, from, length, '');
  return splice(text, chance.once(2) ? from : chance.below(text.length), 0, stretch);
}
