import type { XmlFault } from './xml-fault.ts';

const SPACE = '[ \\t\\n\\r]';
const DECLARATION = new RegExp(
  `^<\\?xml${SPACE}+version${SPACE}*=${SPACE}*(?:"([^"<&]*)"|'([^'<&]*)')` +
    `(?:${SPACE}+encoding${SPACE}*=${SPACE}*(?:"([^"<&]*)"|'([^'<&]*)'))?` +
    `(?:${SPACE}+standalone${SPACE}*=${SPACE}*(?:"(?:yes|no)"|'(?:yes|no)'))?${SPACE}*\\?>`,
);

/** What nearly every message begins with. */
const USUAL = '<?xml version="1.0" encoding="UTF-8"?>';

/** No declaration is longer; the bound keeps the search short on hostile input. */
const LONGEST = 1000;

/**
 * Checks the XML declaration a text begins with. Versions 1.x are read as 1.0; the encoding, where named, must
 * be UTF-8, since that is how the bytes were read.
 * @returns where the declaration ends, or why it is refused.
 */
export function readXmlDeclaration(text: string): number | Pick<XmlFault, 'code' | 'zh' | 'en'> {
  if (text.startsWith(USUAL)) {
    return USUAL.length;
  }
  const found = DECLARATION.exec(text.slice(0, LONGEST));
  const version = found?.[1] ?? found?.[2] ?? '';
  if (!found || !/^1\.[0-9]*$/.test(version)) {
    return { code: 'CEB-XML', zh: 'XML 声明不合法', en: 'The XML declaration is not well formed' };
  }
  const encoding = found[3] ?? found[4];
  if (encoding !== undefined && !/^UTF-?8$/i.test(encoding)) {
    return {
      code: 'CEB-ENCODING',
      zh: `声明的编码是 ${encoding}，字节却是 UTF-8：请改正声明，只接受 UTF-8`,
      en: `The declared encoding is ${encoding}, yet the bytes are UTF-8: correct the declaration; only UTF-8 is accepted`,
    };
  }
  return found[0].length;
}
