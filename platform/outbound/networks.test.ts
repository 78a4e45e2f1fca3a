import { describe, expect, test } from 'vitest';
import { Networks } from './networks.ts';

const inside = [
  ...['127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '0.0.0.0', '255.255.255.255', '224.0.0.1', '192.0.2.1', '198.18.0.1', '240.0.0.1'],
  ...['::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::1'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a9fe:a9fe', '64:ff9b::7f00:1', '::127.0.0.1'],
];
const outside = ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2400:3200::1', '2606:4700:4700::1111'];

describe('where webhooks may go', () => {
  test.each(inside)('%s is not on the open network', (ip) => {
    expect(new Networks().permits(ip)).toBe(false);
  });

  test.each(outside)('%s is on the open network', (ip) => {
    expect(new Networks().permits(ip)).toBe(true);
  });

  test('a network of the operator’s is permitted when named, and no more of it than that', () => {
    const networks = new Networks(['10.20.0.0/16', 'fd00:20::/32']);
    const asked = ['10.20.3.4', '::ffff:10.20.3.4', 'fd00:20::5', '10.21.0.1', 'fd00:21::5', '127.0.0.1'];
    expect(asked.map((ip) => networks.permits(ip))).toEqual([true, true, true, false, false, false]);
    expect(networks.loopback).toBe(false);
  });

  test('loopback is permitted when named, and found in a network that holds it', () => {
    expect(new Networks(['loopback']).loopback).toBe(true);
    expect(new Networks(['127.0.0.1']).loopback).toBe(true);
    expect(new Networks(['0.0.0.0/0']).loopback).toBe(true);
    expect(new Networks(['loopback']).permitsHere('127.0.0.1')).toBe(true);
    expect(new Networks(['loopback']).permits('10.0.0.1')).toBe(false);
  });

  test('link-local addresses are permitted by nobody', () => {
    expect(() => new Networks(['169.254.0.0/16'])).toThrow('link-local');
    expect(() => new Networks(['fe80::/10'])).toThrow('link-local');
    expect(new Networks(['0.0.0.0/0', '::/0']).permits('169.254.169.254')).toBe(false);
  });

  test.each(['10.0.0.0/33', 'example.org', '10.0.0', '', '::/129'])('“%s” is no network', (word) => {
    expect(() => new Networks([word])).toThrow('is no network');
  });
});
