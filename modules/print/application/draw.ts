import { fileURLToPath } from 'node:url';
import bwip from 'bwip-js';
import pdfmake, { type Content, type Layout } from 'pdfmake';
import type { Piece, Sheet } from '../domain/piece.ts';

/** Noto Sans S Chinese: 30,789 characters, with Latin; only what a document uses of it goes into the file. */
const face = (weight: string) =>
  fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')));
const regular = face('Regular');
const bold = face('Bold');
pdfmake.setFonts({ Hans: { normal: regular, bold } });
// A sheet is data of ours, but texts in it come from outside: nothing is fetched, no file read but the two faces.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);

const styles = {
  title: { fontSize: 16, bold: true },
  subtitle: { fontSize: 9, color: '#555555' },
  heading: { fontSize: 10, bold: true },
  label: { fontSize: 7.5, color: '#444444', bold: false },
  small: { fontSize: 6.5, color: '#555555', bold: false },
  value: { fontSize: 8 },
  number: { fontSize: 8 },
  strong: { fontSize: 8, bold: true },
  warning: { fontSize: 10, bold: true, color: '#b3271e' },
};

const hairline = '#9a9a9a';
const layouts: Readonly<Record<'ruled' | 'facts', Layout>> = {
  ruled: {
    hLineWidth: (line, { table }) => (line <= 1 || line === table.body.length ? 0.8 : 0.3),
    vLineWidth: () => 0,
    hLineColor: () => hairline,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
  facts: {
    hLineWidth: () => 0.3,
    vLineWidth: () => 0,
    hLineColor: () => hairline,
    paddingLeft: () => 2,
    paddingRight: () => 4,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
};

pdfmake.setTableLayouts(layouts);

/**
 * Draws sheets into one PDF, each on pages of its own.
 * @param printedAt goes into the file; the same sheets printed at the same time are the same bytes
 */
export async function draw(sheets: readonly Sheet[], printedAt: Date): Promise<Buffer> {
  const first = sheets[0];
  if (!first) throw new RangeError('There is nothing to print.');
  const pages = (sheet: Sheet, place: number): Content => ({
    stack: sheet.content.map(contentOf),
    ...(place === 0 ? {} : { pageBreak: 'before' }),
    headlineLevel: place,
  });
  const definition = {
    pageSize: 'A4',
    pageMargins: [36, 34, 36, 40],
    defaultStyle: { font: 'Hans', fontSize: 8, lineHeight: 1.15 },
    styles,
    language: 'zh-CN',
    info: { title: first.title, creator: 'Chama 茶马', producer: 'Chama 茶马', creationDate: printedAt },
    content: sheets.map(pages),
    footer: (page: number, of: number) => ({
      columns: [
        { text: first.foot, style: 'small', width: '*' },
        { text: `${page} / ${of}`, style: 'small', width: 40, alignment: 'right' },
      ],
      margin: [36, 14, 36, 0],
    }),
    ...(first.watermark && sheets.every(({ watermark }) => watermark === first.watermark)
      ? { watermark: { text: first.watermark, color: '#b3271e', opacity: 0.1, bold: true, angle: -35 } }
      : {}),
  };
  return pdfmake.createPdf(definition).getBuffer();
}

/** What pdfmake draws; the words are its own but for codes. */
function contentOf(piece: Piece): Content {
  if ('code' in piece) {
    const { code, value, width, ...placed } = piece;
    const image =
      code === 'square'
        ? bwip.toSVG({ bcid: 'qrcode', text: value, ...{ eclevel: 'M' } })
        : bwip.toSVG({ bcid: 'code128', text: value, height: 9, includetext: false });
    return { svg: image, width, ...placed } as Content;
  }
  if ('stack' in piece) return { ...piece, stack: piece.stack.map(contentOf) };
  if ('columns' in piece)
    return {
      ...piece,
      columns: piece.columns.map((column) => ({ ...(contentOf(column) as object), width: column.width })),
    } as Content;
  return { ...piece };
}
