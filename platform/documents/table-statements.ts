import { type Statement, statement } from '#postgres';
import type { DocumentTableShape } from './document.ts';

/** A field's column: `orderNo` lies in `order_no`. */
export const column = (field: string): string => field.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** What is asked of a table of documents; each statement names order_no, the distribution key. */
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
  const keys = ['orderNo', ...shape.key].map(column);
  const sealed = (shape.personal ?? []).length > 0;
  const head = [
    ...shape.head.map(column),
    ...['sender', 'message_id', 'received_at', sealed ? 'personal' : 'null::bytea', 'sent_for'],
    ...extra,
  ];
  const items = [...keys, ...shape.items.map(column)];
  const found = [
    ...[...keys, 'message_id', 'guid', 'app_time', 'content_hash', 'deleted', 'return_status', 'return_info'],
    ...[sealed ? '(personal is null)::text' : "'false'", ...parties.map(column)],
    ...extra,
  ];
  const of = (columns: readonly string[], from = table): string =>
    `select ${columns.join(', ')} from ${from} where order_no = any($1)`;
  return {
    select: statement(`${of(head)} and not deleted`),
    selectAll: statement(of(head)),
    selectItems: statement(`${of(items, `${table}_item`)} order by order_no, gnum`),
    find: statement(of(found)),
    lock: statement(`${of([...keys, 'message_id'])} order by order_no for update`),
    selectKeys: statement(`${of([...keys, 'message_id'])} and not deleted`),
  };
}
