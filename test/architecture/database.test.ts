import { describe, expect, it } from 'vitest';
import { apps, modules, platform } from '../../architecture.mjs';
import { sourceFiles, textOf } from './tree.ts';

const schema = textOf('database/schema.sql');
const tables = tablesOf(schema);
const isTable = (name: string): boolean => tables.some((table) => table.name === name);
const IN_SQL = /\b(?:from|join|into|update|table|copy)\s+(\w+)[.]\w+/gi;
const IN_SQL_OR_QUOTED = new RegExp(`${IN_SQL.source}|["'\`](\\w+)[.]\\w+["'\`]`, 'gi');
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

describe('every table', () => {
  it('says where its rows lie when the database is spread over several machines', () => {
    expect(tables.length).toBeGreaterThan(5);
    const silent = tables.filter(({ key, place }) => key === undefined && place === undefined);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('carries its distribution key in its primary key and in every unique key', () => {
    for (const { name, key, primary, uniques } of tables) {
      expect(primary, `${name} has no primary key`).not.toEqual([]);
      if (key === undefined) continue;
      for (const columns of [primary, ...uniques]) expect(columns, name).toContain(key);
    }
  });

  it('a table that breaks this would be seen', () => {
    const sin =
      "create table a.b (\n  c int not null,\n  d int,\n  primary key (d),\n  unique (c)\n);\ncomment on table a.b is 'x; distribution key c';";
    expect(tablesOf(sin)).toEqual([
      { name: 'a.b', key: 'c', place: undefined, primary: ['d'], uniques: [['c']] },
    ]);
  });
});

describe('the SQL of a part', () => {
  const schemas = new Set(
    [...schema.matchAll(/create schema (?:if not exists )?(\w+)/gi)].map((match) => match[1]),
  );

  it('has a schema only where there is a part of that name', () => {
    const parts = [...Object.keys(modules), ...Object.keys(platform), ...Object.keys(apps)];
    const owners = [...parts.map(schemaOf), 'public'];
    expect([...schemas].filter((name) => name === undefined || !owners.includes(name))).toEqual([]);
  });

  it('touches only its own schema', () => {
    const code = sourceFiles().filter(
      (path) => /^(modules|platform|apps)\/.*[.]ts$/.test(path) && !/[.]test[.]ts$/.test(path),
    );
    const trespasses = code.flatMap((path) => {
      const owner = schemaOf(path.split('/')[1] ?? '');
      // A word in quotes is a table to a part that copies rows, and may be a parameter to an app, which copies none.
      const spoken = path.startsWith('apps/') ? IN_SQL : IN_SQL_OR_QUOTED;
      // Names of events and parameters look like tables: those there are count.
      return schemasIn(textOf(path).replace(COMMENTS, ''), spoken, isTable)
        .filter((name) => schemas.has(name) && name !== owner)
        .map((name) => `${path}: ${name}`);
    });
    expect(trespasses).toEqual([]);
  });

  it('a trespass would be seen', () => {
    expect(schemasIn('`select 1 from orders.import_order o join quotas.movement m using (x)`')).toEqual([
      'orders',
      'quotas',
    ]);
    expect(
      schemasIn('`insert into journal.entry`; `update tax.bill set`; copyInto(c, "risk.alert")'),
    ).toEqual(['journal', 'tax', 'risk']);
  });
});

/** The schema of a part: its name, as SQL writes names of two words. */
const schemaOf = (part: string): string => part.replaceAll('-', '_');

interface Table {
  readonly name: string;
  /** Column the rows are spread by, as the table's comment says. */
  readonly key: string | undefined;
  /** Or where they lie instead: copied to every node, or kept on one. */
  readonly place: string | undefined;
  readonly primary: readonly string[];
  readonly uniques: readonly (readonly string[])[];
}

function tablesOf(text: string): Table[] {
  return [...text.matchAll(/create table (\w+[.]\w+) \(([\s\S]*?)\n\)/gi)].map(([, name = '', body = '']) => {
    const comment = new RegExp(`comment on table ${name} is '((?:[^']|'')*)'`, 'i').exec(text)?.[1] ?? '';
    const outside = [
      ...text.matchAll(new RegExp(`alter table (?:only )?${name}\\s+add constraint ([^;]*)`, 'gi')),
    ];
    const constraints = [body, ...outside.map((match) => match[1] ?? '')].join('\n');
    const indexes = [
      ...text.matchAll(new RegExp(`create unique index \\w+ on ${name}[^(]*\\(([^)]*)\\)`, 'gi')),
    ];
    return {
      name,
      key: /distribution key (\w+)/.exec(comment)?.[1],
      place: /copied to every node|kept on one node/.exec(comment)?.[0],
      primary: columnsOf(/primary key \(([^)]*)\)/i.exec(constraints)?.[1]),
      uniques: [...constraints.matchAll(/unique(?: nulls not distinct)? \(([^)]*)\)/gi), ...indexes].map(
        (match) => columnsOf(match[1]),
      ),
    };
  });
}

function columnsOf(list = ''): string[] {
  return list
    .split(',')
    .map((column) => column.trim())
    .filter((column) => column !== '');
}

function schemasIn(
  code: string,
  spoken = IN_SQL_OR_QUOTED,
  counts = (_quoted: string): boolean => true,
): string[] {
  return [...code.matchAll(spoken)].flatMap(([whole, named, quoted]) =>
    quoted === undefined || counts(whole.slice(1, -1)) ? [named ?? quoted ?? ''] : [],
  );
}
