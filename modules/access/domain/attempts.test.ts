import { expect, test } from 'vitest';
import { type Attempts, tryAgain } from './attempts.ts';
import { isTwin, mayApprove, mayHoldBeside, mayMake } from './making.ts';

const limits = { firstDelayMs: 5_000, longestDelayMs: 60_000, rememberMs: 86_400_000 };
const begun = new Date('2026-11-23T05:00:00Z');

test('whoever fails waits after the third time, twice as long each time, up to a limit', () => {
  const delays: number[] = [];
  let now = begun;
  let attempts: Attempts | undefined;
  for (let tries = 0; tries < 9; tries++) {
    const verdict = tryAgain(attempts, 3, limits, now);
    if (!verdict.allowed) throw new Error('It was the time to try.');
    attempts = verdict.attempts;
    const delay = (attempts.barredUntil?.getTime() ?? now.getTime()) - now.getTime();
    delays.push(delay);
    if (delay > 0) {
      const early = tryAgain(attempts, 3, limits, new Date(now.getTime() + delay - 1));
      expect(early).toEqual({ allowed: false, until: attempts.barredUntil });
    }
    now = new Date(now.getTime() + delay);
  }
  expect(delays).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});

test('failures are forgotten after a day', () => {
  const old = { failures: 50, lastAt: begun, barredUntil: null };
  const next = (ms: number) => tryAgain(old, 3, limits, new Date(begun.getTime() + ms));
  expect(next(86_399_999)).toMatchObject({ attempts: { failures: 51 } });
  expect(next(86_400_000)).toMatchObject({ attempts: { failures: 1, barredUntil: null } });
});

test('who has failed as often as an account may tries nothing more for a day', () => {
  const before = { failures: 98, lastAt: begun, barredUntil: null };
  const next = tryAgain(before, 20, limits, begun, 100);
  expect(next).toMatchObject({ attempts: { failures: 99, barredUntil: new Date(begun.getTime() + 60_000) } });
  const last = tryAgain({ ...before, failures: 99 }, 20, limits, begun, 100);
  expect(last).toMatchObject({ attempts: { barredUntil: new Date(begun.getTime() + 86_400_000) } });
});

test('an administrator holds no other account, and nobody else one of an administrator', () => {
  expect(mayHoldBeside('auditAdministrator', [])).toBe(true);
  expect(mayHoldBeside('auditAdministrator', ['operator'])).toBe(false);
  expect(mayHoldBeside('operator', ['securityAdministrator'])).toBe(false);
  expect(mayHoldBeside('operator', ['officer'])).toBe(true);
  const customs = { role: 'officer', agency: 'customs' } as const;
  expect(isTwin(customs, [customs])).toBe(true);
  expect(
    isTwin(customs, [
      { role: 'officer', agency: 'tax' },
      { role: 'operator', agency: null },
    ]),
  ).toBe(false);
});

test('an enterprise makes its own staff alone, the system administrator whoever works for the zone', () => {
  expect([mayMake('enterprise', 'enterprise'), mayMake('enterprise', 'officer')]).toEqual([true, false]);
  expect([mayMake('systemAdministrator', 'officer'), mayMake('systemAdministrator', 'consumer')]).toEqual([
    true,
    false,
  ]);
  expect([mayMake('securityAdministrator', 'officer'), mayMake('operator', 'operator')]).toEqual([
    false,
    false,
  ]);
});

test('nobody approves their own account, one they asked for, or one that waits for nothing', () => {
  const account = { accountId: 'a', madeBy: 'm', state: 'proposed' as const };
  expect(mayApprove('s', account)).toBe(true);
  expect([mayApprove('a', account), mayApprove('m', account)]).toEqual([false, false]);
  expect(mayApprove('s', { ...account, state: 'active' })).toBe(false);
});
