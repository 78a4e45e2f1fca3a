import { type Statement, statement } from '#postgres';
import type { DocumentTableShape } from './document.ts';

/** A field's column: `orderNo` lies in `order_no`, and `POD` in `pod`. */
export const column = (field: string): string =>
  /^[A-Z]+$/.test(field) ? field.toLowerCase() : field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** The fields of a table's business key, the one it is spread by first. */
export const keyFields = ({
  spread = 'orderNo',
  key,
}: Pick<DocumentTableShape, 'spread' | 'key'>): string[] => [spread, ...key];

/** The types of the columns of the business key, as arrays of them are handed over. */
export const keyTypes = (shape: DocumentTableShape): string[] =>
  keyFields(shape).map((field) => (shape.numbered?.includes(field) ? 'integer[]' : 'text[]'));

/** What is asked of a table of documents; each statement names the column it is spread by. */
export interface TableStatements {
  /** The living documents of orders; `selectAll` deleted ones too. */
  readonly select: Statement;
  readonly selectAll: Statement;
  readonly selectItems: Statement;
  readonly find: Statement;
  readonly lock: Statement;
  readonly selectKeys: Statement;
}

export function tableStatements(shape: DocumentTableShape): TableStatements {
  const { table, extra = [], parties } = shape;
  const keys = keyFields(shape).map(column);
  const [spread = ''] = keys;
  const personal = shape.personal ?? [];
  const sealed = personal.length > 0;
  const head = [
    ...shape.head.map((name) => (shape.bornSealed && personal.includes(name) ? 'null::text' : column(name))),
    ...['sender', 'message_id', 'received_at', sealed ? 'personal' : 'null::bytea', 'sent_for'],
    ...extra,
  ];
  const items = [...keys, ...shape.items.map(column)];
  const found = [
    ...[...keys, 'message_id', 'guid', 'app_time', 'content_hash', 'deleted', 'return_status', 'return_info'],
    ...['app_type', 'sender', 'sent_for', 'received_at'],
    ...[sealed ? '(personal is null)::text' : "'false'", ...parties.map(column)],
    ...extra,
  ];
  const of = (columns: readonly string[], from = table): string =>
    `select ${columns.join(', ')} from ${from} where ${spread} = any($1)`;
  return {
    select: statement(`${of(head)} and not deleted`),
    selectAll: statement(of(head)),
    selectItems: statement(`${of(items, `${table}_item`)} order by ${spread}, gnum`),
    find: statement(of(found)),
    lock: statement(`${of([...keys, 'message_id'])} order by ${spread} for update`),
    // Of what has been erased nobody has anything at hand.
    selectKeys: statement(
      `${of([...keys, sealed ? 'case when erased_at >= received_at then null else message_id end' : 'message_id'])} and not deleted`,
    ),
  };
}
