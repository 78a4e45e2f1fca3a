import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** How long something takes, in milliseconds. */
async function msOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

test('work that can wait goes on at once while few wait', async () => {
  let looks = 0;
  const pace = new Pace(
    () => {
      looks += 1;
      return 3;
    },
    () => 5,
  );
  await pace.giveWay();
  // Whoever waits looks again.
  expect(looks).toBe(1);
});

test('it lets many go first, and goes on when few are left', async () => {
  let waiting = 20;
  const pace = new Pace(
    () => waiting,
    () => 5,
  );
  const leaving = setInterval(() => {
    waiting -= 5;
  }, 20);
  await pace.giveWay();
  clearInterval(leaving);
  expect(waiting).toBeLessThanOrEqual(5);
});

test('it never stands still for good', async () => {
  const pace = new Pace(
    () => 1_000,
    () => 5,
  );
  const took = await msOf(() => pace.giveWay());
  expect(took).toBeGreaterThan(500);
  expect(took).toBeLessThan(20_000);
});

test('within its turn it asks for nothing', async () => {
  let asked = 0;
  const pace = new Pace(
    () => {
      asked += 1;
      return 0;
    },
    () => 5,
  );
  for (let at = 0; at < 100; at += 1) await pace.turn();
  expect(asked).toBeLessThan(100);
});
