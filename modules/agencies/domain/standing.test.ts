import { describe, expect, test } from 'vitest';
import { confirmingRefused, linkAfter, standingOf } from './standing.ts';

const here = 'https://market.example/';
const there = 'https://elsewhere.example/';
const deciding = { address: here, judge: 'live', resting: false } as const;
const asked = { address: here, judge: 'engine', resting: false, changedBy: 'one' } as const;
const standing = (...wish: Parameters<typeof linkAfter>) => standingOf(linkAfter(...wish));

describe('that an agency decides itself', () => {
  test('is only asked for by whoever sets the link', () => {
    expect(standing(undefined, { address: here, judge: 'live' })).toBe('asked');
    expect(
      standing({ address: here, judge: 'engine', resting: true }, { address: here, judge: 'live' }),
    ).toBe('asked');
  });

  test('ends when the link is moved, until the new address is agreed to', () => {
    expect(linkAfter(deciding, { address: there, judge: 'live' })).toEqual({
      ...{ address: there, judge: 'engine', resting: false },
    });
  });

  test('goes on where nothing of it changes, also while it is paused', () => {
    expect(standing(deciding, { address: here, judge: 'live' })).toBe('deciding');
    expect(standing({ ...deciding, resting: true }, { address: here, judge: 'live' })).toBe('paused');
  });

  test('is ended by one person alone', () => {
    expect(standing(deciding, { address: here, judge: 'engine' })).toBe('resting');
  });

  test('is confirmed by another than has set the link, and for the address that was looked at', () => {
    expect(confirmingRefused(asked, here, 'two')).toBeUndefined();
    expect(confirmingRefused(asked, here, 'one')).toBe('four-eyes');
    expect(confirmingRefused(asked, there, 'two')).toBe('not-asked');
    expect(confirmingRefused({ ...asked, resting: true }, here, 'two')).toBe('not-asked');
    expect(confirmingRefused({ ...deciding, changedBy: 'one' }, here, 'two')).toBe('not-asked');
  });
});
