import { type Finding, findingCodes } from '#kernel';

export type EntryCode = 'ENTRY-CHARACTER' | 'ENTRY-FIELD' | 'ENTRY-KEPT';

/** What can be wrong with a document that is written field by field, besides what is wrong with the document itself. */
export const ENTRY_CODES = findingCodes<EntryCode>({
  'ENTRY-CHARACTER': [
    'structure',
    ['内容含有报文不能承载的控制字符', 'The value holds a control character no message can carry'],
    ['删除该字符后重填', 'Delete the character, or write the value anew'],
  ],
  'ENTRY-FIELD': [
    'structure',
    ['此单证没有这个字段', 'The document has no such field'],
    ['按报文标准的字段名填写', "Use the standard's names of fields"],
  ],
  'ENTRY-KEPT': [
    'field',
    [
      '所保留的值不存在或有误：原单证不在档、无权查看，或其值不合要求',
      'The value that is kept is not there or is wrong: its document is not on file, not yours to see, or the value does not do',
    ],
    ['改为填写该字段', 'Write the field instead'],
  ],
});

const texts = new Map(ENTRY_CODES.map((entry) => [entry.code, entry]));

/** @param path field it is about, in the standard's names */
export function entryFinding(code: EntryCode, path: string): Finding {
  const entry = texts.get(code);
  if (!entry) throw new RangeError(`no text for ${code}`);
  return { code, level: entry.levels[0] ?? 'field', path, message: entry.text, remedy: entry.remedy };
}
