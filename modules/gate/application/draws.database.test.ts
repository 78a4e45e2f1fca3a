import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDraw } from '#draws';
import { type Day, parseDecimal } from '#kernel';
import { type TestDatabase, testDatabase } from '../../../platform/postgres/testing/index.ts';
import { Draws } from './draws.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('random checks at the gate', () => {
  let rented: TestDatabase;
  const clock: { today: Day } = { today: '2026-05-01' };
  let secrets = 0;
  const draws = (rate = '0.3') =>
    new Draws({
      ...{ database: rented.database, digest, today: () => clock.today },
      now: () => new Date(`${clock.today}T02:00:00Z`),
      rules: () => ({
        ...{ secondLine: new Set(), mostLists: 1, samplingRate: parseDecimal(rate) },
        ...{ toleranceShare: parseDecimal('0'), toleranceKg: parseDecimal('0') },
      }),
      secret: () => {
        secrets += 1;
        return digest(`secret ${secrets}`);
      },
    });
  beforeAll(async () => {
    rented = await testDatabase();
  });
  afterAll(() => rented.close());

  /** A pass that came to the gate that day. */
  async function came(passNo: string, drawn: boolean): Promise<void> {
    await rented.database.run(
      `insert into gate.pass (pass_no, owner, customs_code, direction, plate, tare_kg, packing_kg, goods_kg, state, checklists,
         lists, made_by, made_at, drawn_on, drawn) values ($1, 'A', '8628', 'out', 'X', 1, 0, 0, 'stopped', 0, 0, 't', now(), $2, $3)`,
      [passNo, clock.today, drawn],
    );
  }

  it('are committed to a day ahead, fall on the same passes whoever asks, and can be drawn again afterwards', async () => {
    const [one, other] = [draws(), draws()];
    await one.commit();
    const committed = await one.page(undefined, 10);
    expect(committed.map(({ day }) => day)).toEqual(['2026-05-02', '2026-05-01']);
    clock.today = '2026-05-02';
    const [falls, fallsToo] = [await one.on(clock.today), await other.on(clock.today)];
    const passes = Array.from({ length: 40 }, (_, at) => `HF862826E${String(at).padStart(9, '0')}`);
    expect(passes.map(falls)).toEqual(passes.map(fallsToo));
    for (const passNo of passes) await came(passNo, falls(passNo));
    expect(await one.shown(clock.today)).toMatchObject({ candidates: [] });
    clock.today = '2026-05-03';
    const { record, candidates } = await one.shown('2026-05-02');
    const promised = committed[0];
    if (record === undefined || promised === undefined) throw new Error('nothing was revealed');
    const { purpose, rate, seedDigest } = promised;
    expect(verifyDraw({ purpose, rate, seedDigest }, record, parseDecimal(rate), candidates, digest)).toEqual(
      [],
    );
    expect(record.drawn).toEqual(passes.filter(falls));
    expect(record.drawn.length).toBeGreaterThan(0);
  });

  it('fall on nobody where the rate is nought, and the secret does not lie open in the database', async () => {
    clock.today = '2026-07-01';
    expect((await draws('0').on(clock.today))('HF1')).toBe(false);
    const rows = await rented.database.query<{ seed: string }>('select seed from gate.draw');
    expect(rows.every(({ seed }) => seed.startsWith('sealed:'))).toBe(true);
  });
});
