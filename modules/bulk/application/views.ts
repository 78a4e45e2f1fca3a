import type { Queryable } from '#postgres';
import type { BulkTarget } from '../domain/target.ts';
import type { BadDocumentsPage, BadDocumentView, BulkFileView, BulkKindView } from '../http/schemas.ts';
import { badAfter } from '../storage/documents.ts';
import type { BulkFile } from '../storage/files.ts';
import { letterOf } from './templates.ts';

/** A kind as the interface shows it. */
export const kindView = ({ kind, name, lines, key, columns, needs }: BulkTarget): BulkKindView => ({
  ...{ kind, name, lines, ...(needs ? { needs } : {}) },
  key: [...key],
  columns: columns.map(({ choices, title, need, hint, part, ...column }) => ({
    ...{ name: column.name, title, need, hint, part },
    choices: choices.length,
  })),
});

/** A file as the interface shows it. */
export function fileView(file: BulkFile, keepMs: number): BulkFileView {
  const { fileId, kind, name, state, acceptGood, sizeBytes, receivedBytes, readBytes } = file;
  return {
    ...{ fileId, kind, name, state, acceptGood, sizeBytes, receivedBytes },
    madeAt: file.madeAt.toISOString(),
    changedAt: file.changedAt.toISOString(),
    ...(file.endedAt ? { endedAt: file.endedAt.toISOString() } : {}),
    keptUntil: new Date(file.changedAt.getTime() + keepMs).toISOString(),
    readBytes: file.state === 'uploading' || file.state === 'reading' ? readBytes : sizeBytes,
    rows: { read: file.rowsRead, bad: file.rowsBad, examples: file.examples },
    documents: {
      ...{ good: file.documentsGood, bad: file.documentsBad },
      ...{ accepted: file.accepted, repeated: file.repeated, refused: file.refused },
    },
    unknownColumns: [...file.unknownColumns],
    findings: file.findings as BulkFileView['findings'],
  };
}

/** Bad documents of a file in its order; their cells are given back in the files of errors only. */
export async function badPage(
  client: Queryable,
  file: BulkFile,
  { cursor, limit }: { readonly cursor?: number | undefined; readonly limit: number },
): Promise<BadDocumentsPage> {
  const documents = await badAfter(client, file, cursor ?? -1, limit + 1);
  const page = documents.slice(0, limit);
  const next = documents.length > limit ? page.at(-1)?.firstRow : undefined;
  return {
    documents: page.map(({ firstRow, key, stage, rows, findings }) => ({
      ...{ row: firstRow, rows: rows.length, stage },
      key: key.split('\u001f'),
      findings: findings.map(({ cell, ...finding }) => ({
        ...finding,
        ...(cell < 0 ? {} : { column: letterOf(cell), heading: file.heading[cell] ?? '' }),
      })) as BadDocumentView['findings'],
    })),
    ...(next === undefined ? {} : { next }),
  };
}
