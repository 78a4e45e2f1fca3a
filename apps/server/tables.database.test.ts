import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tariffLineOn } from '#tax';
import { type EditionWish, proposeEdition, stepEdition } from '../../modules/registry/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { editableTables, Tables } from './tables.ts';

let held: TestDatabase;
let here: Tables;
let elsewhere: Tables;
beforeAll(async () => {
  held = await testDatabase();
  here = new Tables(held.database);
  elsewhere = new Tables(held.database);
});
afterAll(() => held.close());

const clock = { now: new Date('2026-03-10T10:00:00+08:00') };
const ports = () => ({
  ...{ database: held.database, now: () => clock.now },
  tables: {
    names: editableTables,
    refresh: () => here.refresh(),
    rows: (table: string) => here.rows(table),
    read: (table: string, rows: Parameters<Tables['read']>[1]) => here.read(table, rows),
  },
});

/** The table in force as CSV, with some rows made anew. */
function csv(
  table: string,
  change: (row: Record<string, string>) => Record<string, string> | undefined,
): string {
  const rows = here.rows(table).flatMap((row) => {
    const changed = change({ ...row });
    return changed ? [changed] : [];
  });
  const columns = Object.keys(here.rows(table)[0] ?? {});
  const cell = (text = '') => `"${text.replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map((row) => columns.map((name) => cell(row[name])).join(','))].join(
    '\n',
  );
}

const wish = (table: string, text: string, from = '2026-07-01'): EditionWish => ({
  ...{ table, from, source: '海关总署公告2026年第99号', note: '' },
  text,
});
const approve = async (wanted: EditionWish) => {
  const { edition } = await proposeEdition(ports(), 'first', wanted);
  await stepEdition(ports(), 'second', edition.editionId, 'approve');
  return edition.editionId;
};

describe('an edition of the tables decisions rest on', () => {
  test('is told by what it adds, ends and changes, and is in force nowhere before it is approved', async () => {
    const text = csv('transport', (row) => (row.code === '2' ? { ...row, zh: '水上运输' } : row));
    const { edition, difference } = await proposeEdition(
      ports(),
      'first',
      wish('transport', `${text}\nZZ,管道,Pipeline,,,,,V`),
    );
    expect(difference.changed.map(({ before, after }) => [before.zh, after.zh])).toEqual([
      ['水路运输', '水上运输'],
    ]);
    expect(difference.added.map(({ code, source }) => [code, source])).toEqual([
      ['ZZ', '海关总署公告2026年第99号'],
    ]);
    await here.refresh();
    expect(here.codeLists.has('transport', 'ZZ')).toBe(false);
    await expect(stepEdition(ports(), 'first', edition.editionId, 'approve')).rejects.toMatchObject({
      code: 'EDITION-FOUR-EYES',
    });
    const forced = `update registry.table_edition set state = 'approved', decided_by = proposed_by, place = 1`;
    await expect(held.database.run(forced)).rejects.toThrow('edition_four_eyes');
    await stepEdition(ports(), 'first', edition.editionId, 'withdraw');
  });

  test('is in force from its day on every server, under another name of the rulebook, and not before its day', async () => {
    const before = here.rulebook.edition;
    const [list] = [here.codeLists];
    const frozen = { ...here.rulebook };
    await approve(
      wish(
        'transport',
        csv('transport', (row) => (row.code === '2' ? { ...row, zh: '水上运输' } : row)),
      ),
    );
    await elsewhere.refresh();
    for (const tables of [here, elsewhere]) {
      expect(tables.codeLists.name('transport', '2', 'zh', '2026-06-30')).toBe('水路运输');
      expect(tables.codeLists.name('transport', '2', 'zh', '2026-07-01')).toBe('水上运输');
      expect(tables.rulebook.edition).not.toBe(before);
    }
    expect(elsewhere.rulebook.edition).toBe(here.rulebook.edition);
    expect(list.name('transport', '2', 'zh', '2026-07-01')).toBe('水上运输');
    expect(frozen.edition).toBe(before);
  });

  test('of the tariff changes the duty of its days alone, and the positive list with it', async () => {
    const [line] = here.rows('tariff');
    const code = line?.code ?? '';
    const text = csv('tariff', (row) =>
      row.code === code ? { ...row, mfn: '0.01', positive_list: 'no' } : row,
    );
    await approve(wish('tariff', text));
    const on = (day: string) => tariffLineOn(here.rulebook.tables.tariff, code, day);
    expect([on('2026-06-30')?.positiveList, on('2026-07-01')?.positiveList]).toEqual(['yes', 'no']);
    expect(on('2026-07-01')?.mfn).not.toBe(on('2026-06-30')?.mfn);
    expect(on('2026-07-01')?.source).toBe(on('2026-06-30')?.source);
  });

  test('is laid over those approved before it, and read the same by a server that starts now', async () => {
    await approve(
      wish(
        'transport',
        csv('transport', (row) => (row.code === '3' ? undefined : row)),
        '2026-08-01',
      ),
    );
    const started = new Tables(held.database);
    await started.refresh();
    expect(started.rulebook.edition).toBe(here.rulebook.edition);
    expect(started.codeLists.has('transport', '3', '2026-07-31')).toBe(true);
    expect(started.codeLists.has('transport', '3', '2026-08-01')).toBe(false);
    expect(started.codeLists.name('transport', '2', 'zh', '2026-08-01')).toBe('水上运输');
  });
});

describe('what is no edition', () => {
  test.each<[string, Partial<EditionWish>, string]>([
    ['a table there is not', { table: 'colours' }, 'EDITION-TABLE'],
    ['a file without the columns of the table', { text: 'code,zh\n1,x\n' }, 'EDITION-UNREADABLE'],
    ['a row that cannot be read for judgement', { text: undefined as never }, 'EDITION-UNREADABLE'],
    ['one that begins today, when lists have been judged', { from: '2026-03-10' }, 'EDITION-DAY'],
  ])('%s is refused', async (_what, change, code) => {
    const unreadable = csv('unit', (row) => ({ ...row, confidence: 'sure' }));
    const wanted = {
      ...wish(
        'unit',
        csv('unit', (row) => ({ ...row, zh: `${row.zh}。` })),
      ),
      ...change,
    };
    const given = 'text' in change && change.text === undefined ? { ...wanted, text: unreadable } : wanted;
    await expect(proposeEdition(ports(), 'first', given)).rejects.toMatchObject({ code });
  });

  test('one that changes nothing is told so', async () => {
    await expect(
      proposeEdition(
        ports(),
        'first',
        wish(
          'unit',
          csv('unit', (row) => row),
        ),
      ),
    ).rejects.toMatchObject({ code: 'EDITION-SAME' });
  });
});
