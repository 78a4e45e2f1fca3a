import type pg from 'pg';
import * as catalog from './schema-queries.ts';

/**
 * The schema of a database as SQL: the same text for the same schema whatever the history, and runnable on
 * an empty database. Read from the catalogs, because pg_dump is not among the packaged programs.
 * Covers what migrations may use: schemas, enums, domains, sequences, functions, tables, partitions, views,
 * indexes, triggers, comments; not rows, not rights.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  // With no search path the catalog functions write every name with its schema.
  await client.query(`set search_path = ''`);
  const read = async (query: string): Promise<Part[]> => (await client.query<Part>(query)).rows;
  const tables = await read(catalog.TABLES);
  const belongings = new Map<string, string[]>();
  for (const query of [catalog.INDEXES, catalog.TRIGGERS, catalog.TABLE_COMMENTS, catalog.COLUMN_COMMENTS]) {
    for (const { name, text } of await read(query)) {
      belongings.set(name, [...(belongings.get(name) ?? []), text]);
    }
  }
  const sections = [
    ...(await read(catalog.SCHEMAS)),
    ...(await read(catalog.TYPES)),
    ...(await read(catalog.SEQUENCES)),
    ...(await read(catalog.FUNCTIONS)),
    ...tables.map(({ name, text }) => ({ name, text: [text, ...(belongings.get(name) ?? [])].join('\n') })),
    ...(await read(catalog.FOREIGN_KEYS)),
    ...(await read(catalog.VIEWS)),
  ];
  return `${HEADING}\n${sections.map(({ text }) => `\n${text}\n`).join('')}`;
}

/** One object: the name it belongs to, and its SQL. */
interface Part {
  readonly name: string;
  readonly text: string;
}

const HEADING = `-- The schema after all migrations, for reading and for tools. Written by \`npm run schema\`; do not edit.

set check_function_bodies = false;`;
