import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, faultOf, rowsOf, sheetPart, workbookOf, workbookOfParts } from './testing/sheets.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot carry these
const uncarried = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const cell = (inside: string, attributes = ''): string => `<c ${attributes}>${inside}</c>`;
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`;

describe('a workbook is read', () => {
  test('as it was written, whatever the texts', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .filter((one) => one.trim() === one && one !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (rows) => {
          const carried = rows.map((cells) =>
            cells.map((one) => one.replaceAll(uncarried, '\ufffd').replaceAll(/\r\n?/g, '\n')),
          );
          expect(await cellsOf(await workbookOf(rows))).toEqual(carried);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('with its texts behind the sheet, readings left out, and runs put together', async () => {
    const texts =
      '<sst><si><t>茶</t></si><si><r><t>古</t></r><r><t xml:space="preserve">树 </t></r><rPh><t>gushu</t></rPh></si></sst>';
    const bytes = await workbookOfParts({
      ...sheetPart(row(cell('<v>0</v>', 't="s"'), cell('<v>1</v>', 't="s"'), cell('<v>9</v>', 't="s"'))),
      'xl/sharedStrings.xml': texts,
    });
    expect(await cellsOf(bytes)).toEqual([['茶', '古树 ']]);
  });

  test('numbers as they are shown, dates as dates, formulas by their last value', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0.00"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const bytes = await workbookOfParts({
      ...sheetPart(
        row(
          cell('<v>19.899999999999999</v>'),
          cell('<v>46352</v>', 's="1"'),
          cell('<v>46352.645833333336</v>', 's="2"'),
          cell('<v>5</v>', 's="3"'),
          cell('<v>530102199001011000</v>'),
          cell('<v>1E-7</v>'),
          cell('<f>1+1</f><v>2</v>'),
          cell('<v>1</v>', 't="b"'),
          cell('<v>#N/A</v>', 't="e"'),
          cell('<v>_x000d_a_x0000_</v>', 't="str"'),
        ),
      ),
      'xl/styles.xml': styles,
    });
    expect(await cellsOf(bytes)).toEqual([
      [
        ...[
          '19.9',
          '2026-11-26',
          '2026-11-26 15:30:00',
          '5',
          '5.30102199001011E+17',
          '0.0000001',
          '2',
          'TRUE',
          '#N/A',
        ],
        '\ra\ufffd',
      ],
    ]);
  });

  test('with rows and cells left out where they are empty', async () => {
    const bytes = await workbookOfParts(
      sheetPart(
        '<row r="3"><c r="B3"><v>1</v></c><c r="AB3"><v>2</v></c></row><row r="7"/><row r="9"><c r="A9"><v>3</v></c></row>',
      ),
    );
    const [third, ninth] = await rowsOf(bytes);
    expect([third?.number, third?.cells[1], third?.cells.length, third?.cells[27]]).toEqual([
      3,
      '1',
      28,
      '2',
    ]);
    expect(ninth).toEqual({ number: 9, cells: ['3'] });
  });
});

describe('a hostile workbook ends with a finding', () => {
  const blanks = function* (count: number) {
    for (let at = 0; at < count; at += 1) yield ' '.repeat(100_000);
  };
  test.each<[string, Parameters<typeof workbookOfParts>[0], string]>([
    [
      'a sheet that unfolds to a thousand times its size',
      { 'xl/worksheets/sheet1.xml': blanks(50) },
      'SHEET-BOMB xl/worksheets/sheet1.xml',
    ],
    [
      'a document type with entities that double',
      {
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet>&c;</worksheet>',
      },
      'SHEET-XML xl/worksheets/sheet1.xml',
    ],
    ['an entity nobody declared', sheetPart(row(cell('<v>&b;</v>'))), 'SHEET-XML xl/worksheets/sheet1.xml'],
    [
      'tags that are not closed',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
      'SHEET-XML xl/worksheets/sheet1.xml',
    ],
    ['a column beyond all', sheetPart(row(cell('<v>1</v>', 'r="ZZZZZZ1"'))), 'SHEET-COLUMNS row 1'],
    ['a million cells in a row', sheetPart(row('<c><v>1</v></c>'.repeat(1_000))), 'SHEET-COLUMNS row 1'],
    ['a row number beyond all', sheetPart('<row r="99999999999"/>'), 'SHEET-XML xl/worksheets/sheet1.xml'],
    ['row numbers that go back', sheetPart('<row r="5"/><row r="4"/>'), 'SHEET-XML xl/worksheets/sheet1.xml'],
    [
      'a cell of many letters',
      sheetPart(row(cell(`<v>${'x'.repeat(20_000)}</v>`, 't="str"'))),
      'SHEET-CELL row 1',
    ],
    [
      'an attribute without end',
      {
        'xl/worksheets/sheet1.xml': `<worksheet a="${Array.from({ length: 400_000 }, (_, at) => at).join('')}`,
      },
      'SHEET-XML xl/worksheets/sheet1.xml',
    ],
    [
      'texts that take too much room',
      {
        ...sheetPart(''),
        'xl/sharedStrings.xml': `<sst>${Array.from({ length: 60_000 }, (_, at) => `<si><t>${at} some more text</t></si>`).join('')}</sst>`,
      },
      'SHEET-TEXTS',
    ],
    ['macros', { ...sheetPart(''), 'xl/vbaProject.bin': 'x' }, 'SHEET-MACROS'],
    ['no sheet', {}, 'SHEET-NOT-XLSX'],
    ['nothing in its sheet', sheetPart(''), 'SHEET-EMPTY'],
  ])('%s', async (_what, parts, fault) => {
    expect(await faultOf(await workbookOfParts(parts))).toBe(fault);
  });

  test('one cut off or spoilt at any place is refused or read, and nothing else happens', async () => {
    const whole = await workbookOf([
      ['a', 'b'],
      ['1', '2'],
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        expect(await faultOf(whole.subarray(0, at))).toMatch(/^SHEET-(ZIP|EMPTY|EXTENSION)/);
        const spoilt = Buffer.from(whole);
        spoilt[at] = (spoilt[at] ?? 0) ^ flip;
        expect(await faultOf(spoilt)).toMatch(/^SHEET-|^read to its end$/);
      }),
      { numRuns: 300 },
    );
  });
});
