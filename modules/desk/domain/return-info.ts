import type { Reason } from './tables.ts';

/** `returnInfo` holds 1,000 characters. */
const infoLimit = 1_000;
/** They would end the reason or open another one. */
const marks: Readonly<Record<string, string>> = { '[': '［', ']': '］', ';': '；' };

/** What the receipt says: the code and words of the reason, and what the officer adds. */
export function returnInfoOf({ customsCode, zh }: Reason, note: string): string {
  const added = note.trim().replace(/[[\];]/g, (mark) => marks[mark] ?? mark);
  const text = [...(added === '' ? zh : `${zh}：${added}`)];
  const frame = `[Code:${customsCode};Desc:]`;
  return `[Code:${customsCode};Desc:${text.slice(0, infoLimit - frame.length).join('')}]`;
}
