import type { Bilingual } from '#kernel';
import type { Queryable } from '#postgres';
import { type CellToWrite, csvLine, type NoteToWrite, writeWorkbook } from '#sheets';
import { ownColumn } from '../domain/columns.ts';
import { type BadDocument, badAfter, type KeptFinding } from '../storage/documents.ts';
import type { BulkFile } from '../storage/files.ts';
import { type Language, mark, type TableFormat } from './templates.ts';

/** Documents read at once while they are written. */
const page = 500;
/** Findings told in the column of one row; a document with more is beyond reading. */
const mostTold = 20;

const titles = {
  row: { zh: `${ownColumn} 原行号`, en: `${ownColumn} row` },
  findings: { zh: `${ownColumn} 问题`, en: `${ownColumn} findings` },
} as const satisfies Readonly<Record<string, Bilingual>>;

async function* badDocuments(client: Queryable, file: BulkFile): AsyncGenerator<BadDocument> {
  for (let after = -1; ; ) {
    const documents = await badAfter(client, file, after, page);
    yield* documents;
    const last = documents.at(-1);
    if (!last || documents.length < page) return;
    after = last.firstRow;
  }
}

/** A row to give back: as it was, and what is wrong with it. */
interface BadRow {
  readonly number: number;
  readonly cells: readonly string[];
  readonly findings: readonly KeptFinding[];
}

async function* badRows(client: Queryable, file: BulkFile): AsyncGenerator<BadRow> {
  for await (const { rows, findings } of badDocuments(client, file))
    for (const [number, cells] of rows)
      yield { number, cells, findings: findings.filter(({ row }) => row === number) };
}

const told = (findings: readonly KeptFinding[], language: Language): string =>
  findings
    .slice(0, mostTold)
    .map(({ code, message, remedy }) => `${code} ${message[language]} → ${remedy[language]}`)
    .join('\n');

/**
 * The rows that were not taken, as they were, with what is wrong: to be mended and sent again. The platform's own
 * columns, which begin with `#`, are passed over when it is.
 */
export async function* errorFile(
  client: Queryable,
  file: BulkFile,
  format: TableFormat,
  language: Language,
  mostNotes: number,
): AsyncGenerator<Uint8Array | string> {
  const heading = [...file.heading, titles.row[language], titles.findings[language]];
  const width = file.heading.length;
  if (format === 'csv') {
    yield mark;
    yield csvLine(heading);
    for await (const { number, cells, findings } of badRows(client, file))
      yield csvLine([...filled(cells, width), String(number), told(findings, language)], {
        longNumbers: true,
      });
    return;
  }
  yield* writeWorkbook([
    {
      name: language === 'zh' ? '错误行' : 'Errors',
      widths: [...file.heading.map((name) => Math.min(40, Math.max(12, name.length + 4))), 10, 80],
      frozenRows: 1,
      rows: errorRows(client, file, heading, language),
      notes: () => errorNotes(client, file, language, mostNotes),
    },
  ]);
}

/** As many cells as there are names of columns, so that what follows stands in its place. */
const filled = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? '');

async function* errorRows(
  client: Queryable,
  file: BulkFile,
  heading: readonly string[],
  language: Language,
): AsyncGenerator<CellToWrite[]> {
  yield heading.map((text) => ({ text, style: 'heading' }));
  for await (const { number, cells, findings } of badRows(client, file)) {
    const bad = new Set(findings.map(({ cell }) => cell));
    yield [
      ...filled(cells, file.heading.length).map(
        (text, at): CellToWrite => (bad.has(at) ? { text, style: 'bad' } : text),
      ),
      String(number),
      { text: told(findings, language), style: 'finding' },
    ];
  }
}

async function* errorNotes(
  client: Queryable,
  file: BulkFile,
  language: Language,
  most: number,
): AsyncGenerator<NoteToWrite> {
  let row = 1;
  let count = 0;
  for await (const { findings } of badRows(client, file)) {
    row += 1;
    for (const cell of new Set(findings.map((finding) => finding.cell))) {
      if (cell < 0 || cell >= file.heading.length) continue;
      if (count === most) return;
      count += 1;
      const own = findings.filter((finding) => finding.cell === cell);
      yield { row, column: cell, text: told(own, language) };
    }
  }
}
