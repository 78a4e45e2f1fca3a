import type { Client } from '#postgres';
import type { DocumentAnswer } from './document.ts';
import { type DocumentTable, keyText } from './document-table.ts';
import { column, keyFields, keyTypes } from './table-statements.ts';

/**
 * Writes an answer beside documents that are still what came in these messages, and locks their rows.
 * @param answers one a document
 * @returns the keys of those that are; what has been sent anew or changed meanwhile keeps its own answer
 */
export async function answerDocuments(
  { shape }: DocumentTable,
  client: Client,
  answers: readonly DocumentAnswer[],
): Promise<ReadonlySet<string>> {
  if (answers.length === 0) return new Set();
  // In the order of the keys, like every other lock on documents.
  const inOrder = [...answers].sort((one, other) => (one.key < other.key ? -1 : 1));
  const keys = inOrder.map(({ key }) => key.split('\u0000'));
  const columns = keyFields(shape).map(column);
  const types = [...keyTypes(shape), 'uuid[]', 'text[]', 'text[]'];
  const rows = await client.query<Record<string, string>>(
    `update ${shape.table} t set return_status = a.status, return_info = a.info
     from unnest(${types.map((type, i) => `$${i + 1}::${type}`).join(', ')})
       as a(${columns.join(', ')}, message_id, status, info)
     where ${columns.map((name) => `t.${name} = a.${name}`).join(' and ')} and t.message_id = a.message_id
     returning ${columns.map((name) => `t.${name}`).join(', ')}`,
    [
      ...columns.map((_, i) => keys.map((parts) => parts[i])),
      inOrder.map(({ messageId }) => messageId),
      inOrder.map(({ status }) => status),
      inOrder.map(({ info }) => info),
    ],
  );
  return new Set(rows.map((row) => keyText(columns.map((name) => String(row[name])))));
}
