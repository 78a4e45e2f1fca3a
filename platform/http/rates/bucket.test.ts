import { describe, expect, test } from 'vitest';
import { Buckets } from './bucket.ts';
import { networkOf } from './network.ts';

const tenAMinute = { requests: 10, seconds: 60 };

describe('a bucket of ten requests a minute', () => {
  test('gives ten at once, refuses the eleventh and says when the next is taken', () => {
    let now = 5_000;
    const buckets = new Buckets(() => now);
    const first = Array.from({ length: 10 }, () => buckets.take('a', tenAMinute));
    expect(first.map(({ taken }) => taken)).toEqual(Array(10).fill(true));
    expect(first.map(({ remaining }) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(first.at(-1)).toMatchObject({ resetSeconds: 60, retrySeconds: 0 });
    expect(buckets.take('a', tenAMinute)).toMatchObject({ taken: false, remaining: 0, retrySeconds: 6 });
    now += 5_900;
    expect(buckets.take('a', tenAMinute)).toMatchObject({ taken: false, retrySeconds: 1 });
    now += 100;
    expect(buckets.take('a', tenAMinute)).toMatchObject({ taken: true, remaining: 0 });
  });

  test('is full again after a minute, and never fuller', () => {
    let now = 0;
    const buckets = new Buckets(() => now);
    for (let i = 0; i < 10; i += 1) buckets.take('a', tenAMinute);
    now = 3_600_000;
    expect(buckets.take('a', tenAMinute)).toMatchObject({ taken: true, remaining: 9, resetSeconds: 6 });
  });

  test('is one caller’s alone', () => {
    const buckets = new Buckets(() => 0);
    for (let i = 0; i < 11; i += 1) buckets.take('a', tenAMinute);
    expect(buckets.take('b', tenAMinute)).toMatchObject({ taken: true, remaining: 9 });
  });
});

test('callers without end cost a bounded memory, and the busiest of the last moment are still counted', () => {
  const buckets = new Buckets(() => 0);
  for (let i = 0; i < 250_000; i += 1) buckets.take(`caller ${i}`, { requests: 1, seconds: 60 });
  expect(buckets.size).toBeLessThanOrEqual(100_000);
  expect(buckets.take('caller 249999', { requests: 1, seconds: 60 }).taken).toBe(false);
});

test('an address of IPv6 counts as its network, one of IPv4 as itself', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('::ffff:192.0.2.7');
  expect(networkOf('2001:0DB8:0:12::a:1')).toBe('2001:db8:0:12::/64');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
});
