import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';
import { hostileMessages } from './hostile-messages.ts';
import { Purchases } from './purchases.ts';

const MEGA = 1024 * 1024;
const AT_ONCE = 8;
/** What a garbage collector may let stand; three hundred messages kept would be several times that. */
const ROOM_MEGABYTES = 120;

let platform: PlatformUnderLoad;
let purchases: Purchases;
let hostile: readonly Buffer[];

beforeAll(async () => {
  platform = await startPlatform();
  purchases = new Purchases(platform.zone, 'M1');
  const order = purchases.message('order', [purchases.make().order]).toString('utf8');
  const heavy = [
    `<a>${'<b x="y">'.repeat(300_000)}`,
    order.replace(
      '<ceb:Order>',
      `<ceb:Order ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}>`,
    ),
    order.replace(/<ceb:buyerName>.*?</, `<ceb:buyerName>${'&#x8336;'.repeat(300_000)}<`),
    order.replace('</ceb:OrderHead>', '<ceb:unknown/>'.repeat(200_000)),
    `${order}${'<!-- 茶 -->'.repeat(200_000)}<`,
  ];
  hostile = [...hostileMessages(order).map(({ bytes }) => bytes), ...heavy.map((text) => Buffer.from(text))];
});

afterAll(async () => {
  await platform.stop();
});

/** Memory of the server's process that is in RAM, megabytes. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${platform.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Sends so many hostile messages, some at once; answers how many bytes that were. */
async function send(count: number): Promise<number> {
  const { customsCode } = purchases.sender('order');
  let next = 0;
  let bytes = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const body = hostile[next % hostile.length] ?? Buffer.alloc(0);
      next += 1;
      bytes += body.length;
      const response = await fetch(`${platform.url}/api/messages`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${platform.keys.get(customsCode)}`,
          'content-type': 'application/xml',
        },
        body: new Uint8Array(body),
      });
      expect(response.status).toBe(422);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return bytes;
}

describe.skipIf(process.platform !== 'linux')('the memory of a server', () => {
  it('stays flat under hundreds of hostile messages', async () => {
    await send(100);
    const before = residentMegabytes();
    const bytes = await send(300);
    expect(bytes / MEGA).toBeGreaterThan(100);
    expect(residentMegabytes() - before).toBeLessThan(ROOM_MEGABYTES);
  }, 60_000);
});
