import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import type { Component, Level } from '../domain/components.ts';
import type { StatusParameters } from '../domain/parameters.ts';
import { report, say } from './incidents.ts';
import { StatusBoard } from './page.ts';
import { Watch } from './watch.ts';

const parameters: StatusParameters = {
  ...{ slowMs: 1000, downMs: 5000, judgingSlowMs: 60_000, judgingDownMs: 600_000, intakeSlowShare: 0.5 },
  ...{ inRow: 3, keepHours: 48, keepDays: 90 },
};
const operator = '00000000-0000-4000-8000-000000000001';

let rented: TestDatabase;
let now: Date;
let found: Partial<Record<Component, Level>>;

beforeAll(async () => {
  rented = await testDatabase();
});
afterAll(() => rented.close());
beforeEach(async () => {
  await rented.owner.run('truncate status.measurement, status.day, status.incident_word, status.incident');
  now = new Date('2026-03-10T10:00:00+08:00');
  found = {};
});

const watchOf = (database = rented.database) =>
  new Watch({
    ...{ database, now: () => now, parameters: () => parameters },
    probes: {
      judging: async () => ({ level: found.judging ?? 'working' }),
      database: async () => {
        if (found.database === 'down') throw new Error('away');
        return { level: found.database ?? 'working', ms: 2 };
      },
    },
    fault: (error) => {
      throw error;
    },
  });
const boardOf = (watch: Watch, database = rented.database) =>
  new StatusBoard({
    ...{ database: database.readers, now: () => now, parameters: () => parameters, watch },
    has: new Set<Component>(['judging', 'database']),
  });

/** Looks once a minute, so many times. */
async function minutes(watch: Watch, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    now = new Date(now.getTime() + 60_000);
    await watch.look();
  }
}

describe('the watch over the platform', () => {
  test('counts each minute once, whichever of several servers looks', async () => {
    const [one, other] = [watchOf(), watchOf()];
    for (let minute = 0; minute < 5; minute += 1) {
      now = new Date(now.getTime() + 60_000);
      await Promise.all([one.look(), other.look()]);
    }
    const { components, level } = await boardOf(one).page();
    expect(level).toBe('working');
    const today = components.map(({ code, days }) => [code, days]);
    // Ten o'clock and five minutes: what was before the first look was not measured.
    const day = { day: '2026-03-10', working: 5, slow: 0, down: 0, unmeasured: 600 };
    expect(today).toEqual([
      ['judging', [day]],
      ['database', [day]],
    ]);
  });

  test('begins an incident with the third bad minute, ends it with the third good one, and says so', async () => {
    const watch = watchOf();
    await minutes(watch, 3);
    found.judging = 'slow';
    await minutes(watch, 2);
    expect((await boardOf(watch).page()).incidents).toEqual([]);
    found.judging = 'down';
    await minutes(watch, 1);
    const [begun] = (await boardOf(watch).page()).incidents;
    expect(begun).toMatchObject({ component: 'judging', kind: 'measured', level: 'down' });
    expect(begun).not.toHaveProperty('endedAt');
    found = {};
    await minutes(watch, 4);
    const page = await boardOf(watch).page();
    expect(page.incidents).toHaveLength(1);
    expect(page.incidents[0]?.endedAt).toBeDefined();
    expect(page.incidents[0]?.words.map(({ en }) => en)).toEqual([
      'Judging lists: measured as working again.',
      'Judging lists: measured as down several times in a row.',
    ]);
  });

  test('takes what cannot be looked at for down', async () => {
    found.database = 'down';
    const watch = watchOf();
    await minutes(watch, 1);
    expect((await boardOf(watch).page()).components.map(({ code, level }) => [code, level])).toEqual([
      ['judging', 'working'],
      ['database', 'down'],
    ]);
  });

  test('says of a time without a look that nobody measured, now and in history', async () => {
    const watch = watchOf();
    await minutes(watch, 1);
    now = new Date(now.getTime() + 2 * 86_400_000);
    const { level, components } = await boardOf(watch).page();
    expect(level).toBe('unmeasured');
    expect(components[0]?.days.map(({ day, unmeasured }) => [day, unmeasured])).toEqual([
      ['2026-03-10', 1439],
      ['2026-03-11', 1440],
      ['2026-03-12', 601],
    ]);
  });

  test('keeps minutes for two days and days for ninety', async () => {
    const watch = watchOf();
    await minutes(watch, 1);
    now = new Date(now.getTime() + 91 * 86_400_000);
    await watch.look();
    const rows = await rented.database.query<{ minutes: string; days: string }>(
      `select (select count(*) from status.measurement) as minutes, (select count(*) from status.day) as days`,
    );
    expect(rows).toEqual([{ minutes: '2', days: '2' }]);
  });

  test('answers while the database does not, with what was known and what it has seen', async () => {
    const watch = watchOf();
    await minutes(watch, 2);
    const gone = { ...rented.database, readers: { query: () => Promise.reject(new Error('away')) } };
    const board = boardOf(watch, gone as never);
    const page = await board.page();
    expect(page.level).toBe('down');
    expect(page.components.map(({ code, level }) => [code, level])).toEqual([
      ['judging', 'working'],
      ['database', 'down'],
    ]);
  });
});

describe('what is said of the platform', () => {
  const ports = () => ({ database: rented.database, now: () => now });
  const word = { zh: '查清原因。', en: 'The cause is known.' };

  test('is shown newest first, with what followed, and ends once', async () => {
    const incidentId = await report(ports(), operator, { level: 'slow', word });
    now = new Date(now.getTime() + 60_000);
    await say(ports(), operator, incidentId, { word: { zh: '已恢复。', en: 'Mended.' }, over: true });
    const [incident] = (await boardOf(watchOf()).page()).incidents;
    expect(incident).toMatchObject({ kind: 'reported', level: 'slow', words: [{ en: 'Mended.' }, word] });
    await expect(say(ports(), operator, incidentId, { word, over: false })).rejects.toMatchObject({
      code: 'INCIDENT-ENDED',
    });
    await expect(say(ports(), operator, operator, { word, over: false })).rejects.toMatchObject({
      code: 'INCIDENT-NOT-FOUND',
    });
  });

  test('may be told of twice in the same instant, each word kept', async () => {
    const incidentId = await report(ports(), operator, { level: 'slow', word });
    const said = ['We look into it.', 'It is the network.'].map((en) => ({ zh: en, en }));
    await Promise.all(said.map((one) => say(ports(), operator, incidentId, { word: one })));
    const [incident] = (await boardOf(watchOf()).page()).incidents;
    expect(incident?.words).toHaveLength(3);
    expect(incident?.words).toMatchObject([{}, {}, word]);
    expect(incident?.words.map(({ en }) => en)).toEqual(expect.arrayContaining(said.map(({ en }) => en)));
  });

  test('of planned work has a time to come', async () => {
    const planned = { from: '2026-03-10T22:00:00+08:00', until: '2026-03-10T21:00:00+08:00' };
    await expect(report(ports(), operator, { level: 'down', word, planned })).rejects.toMatchObject({
      code: 'STATUS-TIMES',
    });
    await report(ports(), operator, {
      level: 'down',
      word,
      planned: { ...planned, until: '2026-03-10T23:00:00+08:00' },
    });
    expect((await boardOf(watchOf()).page()).incidents[0]).toMatchObject({
      kind: 'planned',
      until: '2026-03-10T15:00:00.000Z',
    });
    now = new Date('2026-03-10T23:30:00+08:00');
    expect((await boardOf(watchOf()).page()).incidents[0]).toMatchObject({
      endedAt: '2026-03-10T15:00:00.000Z',
    });
  });

  test('is kept as it was said: the platform itself can change no word of it', async () => {
    await report(ports(), operator, { level: 'slow', word });
    await expect(rented.database.run(`update status.incident_word set en = ''`)).rejects.toThrow(
      /permission/,
    );
  });
});
