import type { Bilingual, FindingLevel } from './finding.ts';

/** What a code of our own findings says in general; the finding itself says what it is about. */
export interface FindingCode {
  readonly code: string;
  /** The levels it is found at, as a rule one. */
  readonly levels: readonly FindingLevel[];
  readonly text: Bilingual;
  readonly remedy: Bilingual;
}

/** What each code says and what to do, as Chinese and English; keyed by a union, so that none is left out. */
export type FindingCodeTable<Code extends string> = Readonly<
  Record<
    Code,
    readonly [
      level: FindingLevel | readonly FindingLevel[],
      text: readonly [zh: string, en: string],
      remedy: readonly [zh: string, en: string],
    ]
  >
>;

/** The codes of a table in the order of the table. */
export function findingCodes<Code extends string>(table: FindingCodeTable<Code>): readonly FindingCode[] {
  return (Object.keys(table) as Code[]).map((code) => {
    const [level, text, remedy] = table[code];
    return {
      code,
      levels: typeof level === 'string' ? [level] : level,
      text: { zh: text[0], en: text[1] },
      remedy: { zh: remedy[0], en: remedy[1] },
    };
  });
}
