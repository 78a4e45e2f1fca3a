import { describe, expect, test } from 'vitest';
import { acts, type DelegationAct, objection, type Side } from './acts.ts';
import { type DelegationState, type Granted, standingOn, whatHolds } from './standing.ts';
import { checkWish, type DelegationWish } from './wish.ts';

const year = { fromDay: '2026-01-01', toDay: '2026-12-31' } as const;
const term = (state: DelegationState, days = year) => ({ state, ...days });
const granted = (more: Partial<Granted> = {}): Granted => ({ ...term('accepted'), kinds: ['list'], ...more });
const seller = { roles: ['EBC'], active: true };
const broker = { roles: ['DCL'], active: true };
const carrier = { roles: ['LGS'], active: true };

describe('a delegation', () => {
  test('that is accepted waits for its first day, holds to the end of its last, and then expires', () => {
    const on = (day: string) => standingOn(term('accepted'), day);
    expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      ...['waiting', 'active', 'active', 'expired'],
    ]);
  });

  test('that was never accepted never holds', () => {
    for (const state of ['proposed', 'declined', 'withdrawn', 'ended'] as const)
      expect(standingOn(term(state), '2026-06-01')).toBe(state);
    expect(standingOn(term('proposed'), '2027-01-01')).toBe('expired');
  });
});

describe('what an agent may hand in for a principal', () => {
  const holds = (
    all: readonly Granted[],
    parties = { principal: seller, agent: broker },
    day = '2026-06-01',
  ) => whatHolds(all, parties, day);

  test('is what is active today, by kind', () => {
    expect([...holds([granted()])]).toEqual([['list', null]]);
    expect(holds([]).size).toBe(0);
  });

  test.each<[string, Partial<Granted>, RegExp]>([
    ['is not accepted', { state: 'proposed' }, /not accepted it yet/],
    ['begins later', { fromDay: '2026-07-01' }, /begins on 2026-07-01/],
    ['has expired', { toDay: '2026-05-31' }, /expired on 2026-05-31/],
    ['was ended', { state: 'ended' }, /has been ended/],
  ])('is nothing where it %s, and is told why', (_what, more, why) => {
    expect(holds([granted(more)]).get('list')?.en).toMatch(why);
    expect(holds([granted(more)]).get('list')?.zh).toMatch(/\p{Script=Han}/u);
  });

  test('is nothing where the principal is suspended or the agent has lost the role', () => {
    const suspended = holds([granted()], { principal: { ...seller, active: false }, agent: broker });
    expect(suspended.get('list')?.en).toContain('not active');
    const other = holds([granted()], { principal: seller, agent: carrier });
    expect(other.get('list')?.en).toContain('a customs broker');
  });

  test('rests on the delegation that serves best, whatever else there was', () => {
    const all = [granted({ state: 'ended' }), granted(), granted({ state: 'proposed' })];
    expect(holds(all).get('list')).toBeNull();
  });

  test('is not spoken of where it was declined or withdrawn', () => {
    expect(holds([granted({ state: 'declined' }), granted({ state: 'withdrawn' })]).size).toBe(0);
  });
});

test.each<[DelegationAct, Side, DelegationState]>([
  ['accept', 'agent', 'proposed'],
  ['decline', 'agent', 'proposed'],
  ['withdraw', 'principal', 'proposed'],
  ['end', 'agent', 'accepted'],
  ['end', 'principal', 'accepted'],
])('to %s is for the %s while it is %s, and for nobody else', (act, side, state) => {
  const day = '2026-06-01';
  expect(objection(act, side, term(state), day)).toBeUndefined();
  const others = (['proposed', 'accepted', 'declined', 'withdrawn', 'ended'] as const).filter(
    (one) => one !== state,
  );
  for (const other of others) expect(objection(act, side, term(other), day)?.code).toBe('DELEGATION-STATE');
  expect(objection(act, side, term(state), '2027-01-01')?.text.en).toContain('has expired');
  const stranger = side === 'agent' ? 'principal' : 'agent';
  if (!acts[act].by.includes(stranger))
    expect(objection(act, stranger, term(state), day)?.code).toBe('DELEGATION-SIDE');
});

describe('a wish to delegate', () => {
  const wish: DelegationWish = {
    agent: '5301980005',
    kinds: ['list'],
    ...year,
    paperNo: 'WT-1',
    paperPlace: '',
  };
  const principal = { ...seller, customsCode: '5301960002' };
  const codes = (...args: Parameters<typeof checkWish>) => checkWish(...args).map(({ code }) => code);

  test('of lists to a broker is sound', () => {
    expect(codes(wish, principal, broker, '2026-06-01')).toEqual([]);
  });

  test('is answered with everything that is wrong with it', () => {
    const wrong = { ...wish, kinds: ['payment', 'list'], toDay: '2025-12-31' } satisfies DelegationWish;
    expect(codes(wrong, principal, carrier, '2026-06-01')).toEqual([
      ...['DELEGATION-NOT-YOURS', 'DELEGATION-AGENT-ROLE', 'DELEGATION-DAYS'],
    ]);
    expect(codes({ ...wish, toDay: '2026-05-31' }, principal, broker, '2026-06-01')).toEqual([
      'DELEGATION-PAST',
    ]);
  });

  test('to oneself, to who is unknown or to who is suspended is refused', () => {
    const own = { ...wish, agent: principal.customsCode };
    expect(codes(own, principal, seller, '2026-06-01')).toContain('DELEGATION-SELF');
    expect(codes(wish, principal, undefined, '2026-06-01')).toEqual(['DELEGATION-AGENT']);
    expect(codes(wish, principal, { ...broker, active: false }, '2026-06-01')).toEqual(['DELEGATION-AGENT']);
  });
});
