import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carrier, transitStand } from '../../test/border/transit-stand.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const { open, close, call, at, apply, step, kindsOf, place } = transitStand();

beforeAll(open);
afterAll(close);

/** What the command says of a drive through the real interface, with the key of the carrier. */
async function drive(no: string, ...more: readonly string[]): Promise<string> {
  const { url, key } = place(carrier);
  const args = [
    'transit',
    'drive',
    no,
    '--url',
    url,
    '--key',
    key,
    '--seconds',
    '1',
    '--every',
    '0.1',
    ...more,
  ];
  const run = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  run.stdout.on('data', (piece) => {
    said += String(piece);
  });
  await once(run, 'close');
  return said;
}

test('a truck drives along its corridor, strays, breaks a seal and arrives', {
  timeout: 60_000,
}, async () => {
  at('10T12:00:00');
  const no = await apply();
  await step(no, 'approve', 'mohan');
  await step(no, 'seals', 'mohan', { sealNos: ['YN-DRIVE-1'] });
  const said = await drive(no, '--off-route', '--break-seal');
  expect(said.match(/ kept$/gm)).toHaveLength(11);
  expect(said).toContain('Seal YN-DRIVE-1 broken');
  expect(said).toContain('Arrived.');
  expect((await kindsOf(no)).toSorted()).toEqual(['off-route', 'seal-broken']);
  const { body } = await call('GET', `/transits/${no}`, carrier);
  expect(body.transit).toMatchObject({ state: 'arrived', last: { lon: 102.85, lat: 24.93 } });
});
