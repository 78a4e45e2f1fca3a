import { type CellToWrite, type NoteToWrite, type SheetToWrite, styleNumber, stylesXml } from './workbook.ts';
import { writeZip, type ZipPart } from './zip-write.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
/** Text is handed to the packing in pieces of this size. */
const pieceCharacters = 32_768;
/** Characters a cell can hold by the format. */
const mostCellCharacters = 32_767;

/** A workbook, given out as its rows are made; rows of a sheet beyond what the format has are not written. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): AsyncGenerator<Uint8Array> {
  return writeZip(partsOf(sheets));
}

async function* partsOf(sheets: readonly SheetToWrite[]): AsyncGenerator<ZipPart> {
  for (const [at, sheet] of sheets.entries()) {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    yield { name, text: sheetXml(sheet) };
    if (!sheet.notes) continue;
    yield { name: `xl/comments${at + 1}.xml`, text: notesXml(sheet.notes()) };
    yield { name: `xl/drawings/vmlDrawing${at + 1}.vml`, text: noteShapes(sheet.notes()) };
    yield {
      name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`,
      text: [
        relationsXml([
          [`${office}/vmlDrawing`, `../drawings/vmlDrawing${at + 1}.vml`],
          [`${office}/comments`, `../comments${at + 1}.xml`],
        ]),
      ],
    };
  }
  yield { name: 'xl/styles.xml', text: [stylesXml] };
  yield { name: 'xl/workbook.xml', text: [workbookXml(sheets)] };
  yield {
    name: 'xl/_rels/workbook.xml.rels',
    text: [
      relationsXml([
        ...sheets.map((_, at): [string, string] => [`${office}/worksheet`, `worksheets/sheet${at + 1}.xml`]),
        [`${office}/styles`, 'styles.xml'],
      ]),
    ],
  };
  yield { name: '_rels/.rels', text: [relationsXml([[`${office}/officeDocument`, 'xl/workbook.xml']])] };
  yield { name: '[Content_Types].xml', text: [contentTypes(sheets)] };
}

async function* sheetXml(sheet: SheetToWrite): AsyncGenerator<string> {
  const { widths, frozenRows, rows, dropDowns = [], notes } = sheet;
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  // Columns that are written to later are text as well.
  const columns = widths.map(
    (width, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${styleNumber('plain', false)}" customWidth="1"/>`,
  );
  let text =
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>`;
  let number = 0;
  for await (const row of rows) {
    number += 1;
    text += `<row r="${number}">${row.map((cell, column) => cellXml(cell, number, column)).join('')}</row>`;
    if (text.length < pieceCharacters) continue;
    yield text;
    text = '';
  }
  const lists = dropDowns.map(
    ({ column, fromRow, values }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${columnName(column)}${fromRow}:${columnName(column)}1048576"><formula1>${escaped(values)}</formula1></dataValidation>`,
  );
  yield `${text}</sheetData>${lists.length > 0 ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>` : ''}${notes ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`;
}

function cellXml(cell: CellToWrite, row: number, column: number): string {
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'plain' as const } : cell;
  if (text === '' && style === 'plain') return '';
  const number = styleNumber(style, /^[=+\-@\t\r]/.test(text));
  return `<c r="${columnName(column)}${row}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, mostCellCharacters))}</t></is></c>`;
}

/** A for 0, AB for 27. */
function columnName(column: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

async function* notesXml(notes: AsyncIterable<NoteToWrite> | Iterable<NoteToWrite>): AsyncGenerator<string> {
  yield `${declaration}<comments xmlns="${main}"><authors><author>Chama</author></authors><commentList>`;
  for await (const { row, column, text } of notes)
    yield `<comment ref="${columnName(column)}${row}" authorId="0"><text><t xml:space="preserve">${escaped(text)}</t></text></comment>`;
  yield '</commentList></comments>';
}

/** Spreadsheet programs show a note only where a shape is drawn for it. */
async function* noteShapes(
  notes: AsyncIterable<NoteToWrite> | Iterable<NoteToWrite>,
): AsyncGenerator<string> {
  yield '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="n" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>';
  let number = 0;
  for await (const { row, column } of notes) {
    number += 1;
    yield `<v:shape id="n${number}" type="#n" style="position:absolute;width:260pt;height:90pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:Anchor>${column + 1},15,${row},2,${column + 5},15,${row + 5},2</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

function workbookXml(sheets: readonly SheetToWrite[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const list = relations.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly SheetToWrite[]): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ...sheets.flatMap(({ notes }, at) => [
      [`/xl/worksheets/sheet${at + 1}.xml`, `${spreadsheet}.worksheet+xml`],
      ...(notes ? [[`/xl/comments${at + 1}.xml`, `${spreadsheet}.comments+xml`]] : []),
    ]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>${overrides.join('')}</Types>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML carries it; what XML cannot carry is shown as U+FFFD. */
function escaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
  if (!/[&<>"\u0000-\u001f\ud800-\udfff\ufffe\uffff_]/.test(text)) return text;
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      // Five characters of this form would be read as one.
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(/[&<>"]/g, (character) => references[character] ?? character)
  );
}
