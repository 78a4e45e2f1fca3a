import type { Bilingual } from '#kernel';
import { type CellToWrite, csvLine, type DropDown, type NoteToWrite, writeWorkbook } from '#sheets';
import type { BulkColumn, BulkTarget } from '../domain/target.ts';

export type Language = 'zh' | 'en';
export type TableFormat = 'csv' | 'xlsx';

/** Row of a template from which on it is filled: names of columns in a language, names of fields, then this. */
const firstRow = 3;

/** Tells spreadsheet programs that what follows is UTF-8. */
export const mark = '\ufeff';

/** The name of a column as templates show it; a star marks what must be filled. */
const titleOf = ({ title, need }: BulkColumn, language: Language): string =>
  `${title[language]}${need === 'required' ? '*' : ''}`;

/** An empty table of a kind: the names of columns in a language, the names of the fields, and an example. */
export async function* template(
  target: BulkTarget,
  format: TableFormat,
  language: Language,
): AsyncGenerator<Uint8Array | string> {
  if (format === 'csv') {
    const { columns } = target;
    yield mark;
    yield csvLine(columns.map((column) => titleOf(column, language)));
    yield csvLine(columns.map(({ name }) => name));
    yield csvLine(
      columns.map(({ example }) => example),
      { longNumbers: true },
    );
    return;
  }
  yield* workbook(target, language);
}

const texts = {
  codes: { zh: '代码', en: 'Codes' },
  guide: { zh: '说明', en: 'Guide' },
  column: { zh: '列', en: 'Column' },
  field: { zh: '字段', en: 'Field' },
  need: { zh: '是否必填', en: 'Needed' },
  hint: { zh: '填写要求', en: 'What to write' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const needs: Readonly<Record<BulkColumn['need'], Bilingual>> = {
  required: { zh: '必填', en: 'required' },
  filled: { zh: '可留空，平台补填', en: 'may be left empty, the platform fills it in' },
  optional: { zh: '选填', en: 'optional' },
};

function workbook(target: BulkTarget, language: Language): AsyncGenerator<Uint8Array> {
  const { columns, name } = target;
  const listed = columns.filter(({ choices }) => choices.length > 1);
  const heading: CellToWrite[] = columns.map((column) => ({
    text: titleOf(column, language),
    style: column.need === 'required' ? 'required' : 'heading',
  }));
  const notes: NoteToWrite[] = columns.map((column, at) => ({
    ...{ row: 1, column: at },
    text: `${column.title.zh} ${column.title.en}\n${needs[column.need].zh} · ${needs[column.need].en}\n${column.hint.zh}\n${column.hint.en}`,
  }));
  return writeWorkbook([
    {
      name: name[language],
      widths: columns.map((column) => Math.min(40, Math.max(12, titleOf(column, language).length + 4))),
      frozenRows: 2,
      rows: [
        heading,
        columns.map((column) => ({ text: column.name, style: 'hint' as const })),
        columns.map(({ example }) => example),
      ],
      dropDowns: dropDowns(columns, listed, texts.codes[language]),
      notes: () => notes,
    },
    {
      name: texts.guide[language],
      widths: [28, 28, 16, 80],
      frozenRows: 1,
      rows: [
        (['column', 'field', 'need', 'hint'] as const).map((text) => ({
          text: texts[text][language],
          style: 'heading' as const,
        })),
        ...columns.map((column) => [
          ...[column.title[language], column.name, needs[column.need][language], column.hint[language]],
        ]),
      ],
    },
    {
      name: texts.codes[language],
      widths: listed.map(() => 30),
      frozenRows: 1,
      rows: codeRows(listed, language),
    },
  ]);
}

/** Codes with their names, a column each; what is chosen there is read as the code alone. */
function* codeRows(listed: readonly BulkColumn[], language: Language): Generator<CellToWrite[]> {
  yield listed.map((column) => ({ text: column.title[language], style: 'heading' }));
  const most = Math.max(0, ...listed.map(({ choices }) => choices.length));
  for (let at = 0; at < most; at += 1)
    yield listed.map(({ choices }) => {
      const choice = choices[at];
      return choice ? `${choice.code} ${choice.name[language] || choice.name.zh}`.trim() : '';
    });
}

function dropDowns(columns: readonly BulkColumn[], listed: readonly BulkColumn[], sheet: string): DropDown[] {
  return listed.map((column, at) => ({
    column: columns.indexOf(column),
    fromRow: firstRow,
    values: `'${sheet}'!$${letterOf(at)}$2:$${letterOf(at)}$${column.choices.length + 1}`,
  }));
}

/** A for 0, AB for 27, as spreadsheet programs name columns. */
export const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
