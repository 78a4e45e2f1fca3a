import { SharedTexts } from './shared-texts.ts';
import { sheetFault } from './sheet-fault.ts';
import type { SheetLimits } from './sheet-limits.ts';
import { readSmallXml } from './xml-events.ts';
import type { ZipReader } from './zip-read.ts';

/** What is known of a workbook before its first sheet is read. */
export interface WorkbookParts {
  /** Name of the part that holds the first sheet. */
  readonly sheet: string;
  readonly texts: SharedTexts;
  /** Formats of cells, by number, that show a number as a date. */
  readonly dateStyles: ReadonlySet<number>;
  /** Days are counted from 1904 on, as old programs for the Macintosh do. */
  readonly from1904: boolean;
}

const workbookPart = 'xl/workbook.xml';

/** @throws SheetFault for what is no workbook, or none that is taken */
export async function workbookParts(zip: ZipReader, limits: SheetLimits): Promise<WorkbookParts> {
  if (zip.has('xl/workbook.bin')) throw sheetFault('SHEET-BINARY');
  if (!zip.has(workbookPart)) throw sheetFault('SHEET-NOT-XLSX');
  for (const name of zip.names()) if (name.endsWith('vbaproject.bin')) throw sheetFault('SHEET-MACROS');
  let firstSheet: string | undefined;
  let from1904 = false;
  await readSmallXml(zip.read(workbookPart), workbookPart, {
    open: (name, attributes) => {
      if (name === 'sheet') firstSheet ??= attributes['r:id'] ?? idAmong(attributes);
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
    },
  });
  const targets = await relations(zip);
  const sheet = targets.get(firstSheet ?? '');
  if (!sheet || !zip.has(sheet.part))
    throw sheetFault('SHEET-NOT-XLSX', '', ['没有工作表', 'it has no sheet']);
  const textsPart = partOf(targets, 'sharedStrings');
  const stylesPart = partOf(targets, 'styles');
  return {
    sheet: sheet.part,
    texts:
      textsPart && zip.has(textsPart)
        ? await SharedTexts.read(zip.read(textsPart), textsPart, limits.mostSharedTextBytes)
        : new SharedTexts(0),
    dateStyles: stylesPart && zip.has(stylesPart) ? await dateStyles(zip, stylesPart) : new Set(),
    from1904,
  };
}

/** The attribute that names a relation, under whatever prefix. */
const idAmong = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];

type Relations = ReadonlyMap<string, { readonly kind: string; readonly part: string }>;

const partOf = (relations: Relations, kind: string): string | undefined =>
  relations.values().find((one) => one.kind === kind)?.part;

async function relations(zip: ZipReader): Promise<Relations> {
  const part = 'xl/_rels/workbook.xml.rels';
  const found = new Map<string, { kind: string; part: string }>();
  await readSmallXml(zip.read(part), part, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const path = Target.startsWith('/')
        ? Target.slice(1)
        : new URL(Target, 'file:///xl/').pathname.slice(1);
      found.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part: path });
    },
  });
  return found;
}

/** Numbers of the formats that every program knows and that show dates or times. */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

async function dateStyles(zip: ZipReader, part: string): Promise<Set<number>> {
  const own = new Map<number, boolean>();
  const found = new Set<number>();
  let inCells = false;
  let style = 0;
  await readSmallXml(zip.read(part), part, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), showsDate(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        if (own.get(id) ?? builtIn(id)) found.add(style);
        style += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

/** A format with day, month, year or hours in it, outside its texts and colours. */
const showsDate = (format: string): boolean =>
  /[ymdhs]/i.test(format.replaceAll(/"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]|general/gi, ''));
