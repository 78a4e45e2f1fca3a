import { expect, test } from 'vitest';
import { Notifier } from './notifier.ts';

/** Whether a wait has ended by now. */
async function ended(waiting: Promise<void>): Promise<boolean> {
  return Promise.race([
    waiting.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);
}

test('who waits for one of several is woken by any of them, once', async () => {
  const notifier = new Notifier();
  const waiting = notifier.wait(['a', 'b'], 10_000);
  notifier.notify(['c']);
  expect(await ended(waiting)).toBe(false);
  notifier.notify(['b']);
  expect(await ended(waiting)).toBe(true);
  notifier.notify(['a', 'b']);
});

test('everybody who waits for the same is woken', async () => {
  const notifier = new Notifier();
  const waiting = [1, 2, 3].map(() => notifier.wait(['a'], 10_000));
  notifier.notify(new Set(['a']));
  await Promise.all(waiting);
});

test('a wait ends when its time is up', async () => {
  const begun = performance.now();
  await new Notifier().wait(['a'], 20);
  expect(performance.now() - begun).toBeGreaterThan(15);
});

test('a wait ends when the caller has gone, also if that was before it began', async () => {
  const notifier = new Notifier();
  const gone = new AbortController();
  const waiting = notifier.wait(['a'], 10_000, gone.signal);
  gone.abort();
  await waiting;
  await notifier.wait(['a'], 10_000, gone.signal);
});

test('closing wakes everybody, and afterwards nobody waits', async () => {
  const notifier = new Notifier();
  const waiting = [notifier.wait(['a'], 10_000), notifier.wait(['b'], 10_000)];
  expect(notifier.closed).toBe(false);
  notifier.close();
  await Promise.all([...waiting, notifier.wait(['c'], 10_000)]);
  expect(notifier.closed).toBe(true);
});
