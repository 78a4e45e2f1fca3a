import pg from 'pg';

const keepText = (text: string): string => text;

/** `date` stays 'YYYY-MM-DD': a Date at local midnight is another day in another time zone. */
const textual = new Set<number>([pg.types.builtins.DATE, pg.types.builtins.TIMESTAMP]);

/**
 * How column values come back: `numeric`, `int8`, `date`, `timestamp` and `uuid` as text (exact), `int2`,
 * `int4` and `float8` as number, `bool` as boolean, `timestamptz` as Date (milliseconds), `json` and
 * `jsonb` parsed, `bytea` as Buffer, arrays of these as arrays, null as null.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    textual.has(oid) ? keepText : pg.types.getTypeParser(oid, format ?? 'text'),
} as pg.CustomTypesConfig;
