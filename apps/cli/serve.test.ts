import { expect, test } from 'vitest';
import { isLoopback } from './serve.ts';

test('the demo day, in which everyone may read, plays where only this machine can look', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1'])
    expect([host, isLoopback(host)]).toEqual([host, true]);
  for (const host of ['0.0.0.0', '::', '10.0.0.7', 'zone.example', '127.evil.example'])
    expect([host, isLoopback(host)]).toEqual([host, false]);
});
