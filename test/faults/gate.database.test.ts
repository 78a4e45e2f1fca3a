import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueKey } from '#exchange';
import { LISTS, loadVehicles } from '../load/gate-bench.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';

const VEHICLES = 120;

describe('a platform killed while vehicles are at the gate', () => {
  let platform: PlatformUnderLoad;
  let key = '';
  beforeAll(async () => {
    platform = await startPlatform();
    await loadVehicles(platform.database, VEHICLES);
    const scopes = ['gate'] as const;
    key = (await issueKey(platform.database, 'operator', 'gate', 'operator', new Date(), { scopes })).token;
  }, 120_000);
  afterAll(() => platform.stop());

  /** Asks under one number until there is an answer, as the machine of a gate does. */
  async function drive(passNo: string): Promise<'open' | 'stop'> {
    for (;;) {
      const answer = await fetch(`${platform.url}/api/gate/passages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ gate: 'G1', eventNo: passNo, passNo, plate: 'A1', weightKg: '4100' }),
      }).catch(() => undefined);
      if (answer?.status === 200) return ((await answer.json()) as { answer: 'open' | 'stop' }).answer;
      await pause(100);
    }
  }

  it('lets each vehicle through once, loses none, and keeps the book exact', async () => {
    const driven = Promise.all(
      Array.from({ length: VEHICLES }, async (_, at) => {
        await pause(at * 15);
        return drive(`P${at + 1}`);
      }),
    );
    await pause(500);
    await platform.killAndRestart();
    await pause(300);
    // As when the power fails: the database dies with the server.
    await Promise.all([platform.killDatabase(), platform.kill()]);
    await platform.restart();
    const answers = await driven;
    const opened = answers.filter((answer) => answer === 'open').length;
    // The others fell to the random check.
    expect(opened).toBeGreaterThan(VEHICLES / 2);
    const [row] = await platform.database.query(
      `select (select count(*)::int from gate.pass where state = 'passed' and pass_no like 'P%') as passed,
         (select count(*)::int from gate.passage where answer = 'open') as open,
         (select count(*)::int from gate.passage) as answered,
         (select count(*)::int from bonded.movement where cause = 'exit') as exits,
         (select quantity::int from bonded.balance where place = 'pending') as pending`,
    );
    expect(row).toEqual({
      ...{ passed: opened, open: opened, answered: VEHICLES, exits: opened },
      pending: (VEHICLES - opened) * LISTS,
    });
  }, 120_000);
});
