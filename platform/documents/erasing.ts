import type { Queryable } from '#postgres';
import { placeOf } from '#vault';
import { type DocumentTable, keyText } from './document-table.ts';
import { personalText } from './personal.ts';
import { column, keyFields, keyTypes } from './table-statements.ts';

/** A document whose persons may be past their time. */
export interface AgedDocument {
  /** Values of the columns of its key, the order number first. */
  readonly key: readonly string[];
  readonly receivedAt: Date;
}

/**
 * Documents received before a moment that still hold persons, in the order of their keys.
 * @param after key of the last one of the stretch before
 */
export async function agedDocuments(
  { shape }: DocumentTable,
  client: Queryable,
  wish: { readonly before: Date; readonly after: readonly string[] | undefined; readonly limit: number },
): Promise<AgedDocument[]> {
  const keys = keyFields(shape).map(column);
  const beyond = wish.after
    ? `and (${keys.join(', ')}) > (${keys.map((_, at) => `$${at + 3}`).join(', ')})`
    : '';
  return client.query<AgedDocument>(
    `select array[${keys.join(', ')}] as key, received_at as "receivedAt" from ${shape.table}
     where received_at < $1 and (erased_at is null or erased_at < received_at) ${beyond}
     order by ${keys.join(', ')} limit $2`,
    [wish.before, wish.limit, ...(wish.after ?? [])],
  );
}

/**
 * Takes the persons out of documents for good: every personal field is absent from then on, and no person is found by
 * them. What was sent anew meanwhile stays. Answers how many.
 */
export async function erasePersons(
  { shape }: DocumentTable,
  client: Queryable,
  aged: readonly AgedDocument[],
  at: Date,
): Promise<number> {
  if (aged.length === 0) return 0;
  const keys = keyFields(shape).map(column);
  const names = keys.map((_, index) => `k${index + 1}`);
  const person = shape.person ? ', person = null' : '';
  const [received, empty, when] = [1, 2, 3].map((index) => `$${keys.length + index}`);
  return client.run(
    `update ${shape.table} t set personal = u.empty, erased_at = ${when}${person}
     from unnest(${keyTypes(shape)
       .map((type, index) => `$${index + 1}::${type}`)
       .join(', ')}, ${received}::timestamptz[],
       ${empty}::bytea[]) as u(${names.join(', ')}, received, empty)
     where ${keys.map((name, index) => `t.${name} = u.${names[index]}`).join(' and ')}
       and t.received_at = u.received`,
    [
      ...keys.map((_, index) => aged.map(({ key }) => key[index])),
      aged.map(({ receivedAt }) => receivedAt),
      aged.map(({ key }) =>
        client.vault.seal(placeOf(shape.table, keyText(key)), personalText({}, shape.personal ?? [])),
      ),
      at,
    ],
  );
}
