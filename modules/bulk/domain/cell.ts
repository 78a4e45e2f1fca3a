import type { Finding } from '#kernel';
import { bulkFinding } from './bulk-finding.ts';
import type { BulkColumn } from './target.ts';

const edges = /^[\s\u3000\ufeff\u200b]+|[\s\u3000\ufeff\u200b]+$/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const scientific = /^\d(\.\d+)?[eE]\+?\d{2}$/;
const moment = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const codeAndName = /^(\S+)[\s\u3000]+\S/;

/** What a cell says, in the words of the standard, or what is wrong with it. */
export function readCell(
  column: BulkColumn,
  cell: string,
): { value: string } | { value: string; finding: Finding } {
  const text = cell.replaceAll(edges, '');
  if (text === '') return { value: '' };
  if (impossible.test(text)) return { value: '', finding: aboutCell('BULK-CHARACTER', column) };
  if (column.kind === 'day' || column.kind === 'moment') return { value: stamp(text, column.kind) };
  if (column.kind === 'text' && scientific.test(text))
    return { value: text, finding: aboutCell('BULK-NUMBER-LOST', column, text) };
  return { value: column.choices.length > 0 ? codeIn(column, text) : text };
}

const aboutCell = (
  code: 'BULK-CHARACTER' | 'BULK-NUMBER-LOST',
  { name, title }: BulkColumn,
  text = '',
): Finding =>
  bulkFinding(code, name, [`${title.zh}（${name}）${text}`, `${title.en} (${name}) ${text}`.trimEnd()]);

/** `2026/11/26 15:30` as spreadsheet programs write it is 20261126153000; anything else is left as it is. */
function stamp(text: string, kind: 'day' | 'moment'): string {
  const [, year, month, day, hour, minute, second] = moment.exec(text) ?? [];
  if (!year || !month || !day) return text;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const date = `${year}${two(month)}${two(day)}`;
  return kind === 'day' ? date : `${date}${two(hour)}${two(minute)}${two(second)}`;
}

/** `142 人民币`, as the lists of the templates have it, is 142. */
function codeIn(column: BulkColumn, text: string): string {
  const [, first] = codeAndName.exec(text) ?? [];
  return first && column.choices.some(({ code }) => code === first) ? first : text;
}
