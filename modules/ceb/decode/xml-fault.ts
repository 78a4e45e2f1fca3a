/** What makes a text not acceptable XML, and where. */
export interface XmlFault {
  readonly code: 'CEB-XML' | 'CEB-ENTITY' | 'CEB-DOCTYPE' | 'CEB-ENCODING' | 'CEB-DEPTH';
  readonly zh: string;
  readonly en: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export function xmlFault(text: string, at: number, code: XmlFault['code'], zh: string, en: string): XmlFault {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) {
    line++;
    lineStart = next + 1;
  }
  return { code, zh, en, line, column: at - lineStart + 1 };
}
