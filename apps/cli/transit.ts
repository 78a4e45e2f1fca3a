import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Ask, asking } from './asking.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Point {
  readonly lon: number;
  readonly lat: number;
}

interface Seen {
  readonly now: string;
  readonly transit: {
    readonly transitNo: string;
    readonly state: string;
    readonly direction: string;
    readonly corridor: string;
  };
  readonly seals: readonly { readonly sealNo: string; readonly state: string }[];
}

interface Corridors {
  readonly corridors: readonly { readonly corridor: string; readonly line: readonly string[] }[];
  readonly places: readonly (Point & { readonly code: string })[];
}

/** A drive as it is wished: how long it takes here, how often it reports, and what goes wrong. */
interface Drive {
  readonly seconds: number;
  readonly every: number;
  /** Share of the way after which it stands still and is heard of no more, so that it becomes silent and late. */
  readonly stopAt: number;
  readonly offRoute: boolean;
  readonly breakSeal: boolean;
}

/** `transit drive NUMBER …`, with a key of the carrier: plays the device on the truck through the interface. */
export async function transitCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ url: { type: 'string' }, key: { type: 'string' }, enterprise: { type: 'string' } },
      ...{ seconds: { type: 'string', default: '60' }, every: { type: 'string', default: '2' } },
      ...{ 'stop-at': { type: 'string', default: '1' }, 'off-route': { type: 'boolean', default: false } },
      'break-seal': { type: 'boolean', default: false },
    },
  });
  const [verb, transitNo] = positionals;
  const [seconds, every, stopAt] = [values.seconds, values.every, values['stop-at']].map(Number);
  if (verb !== 'drive' || !transitNo || !(seconds && every && stopAt) || every <= 0 || seconds < every)
    throw usage();
  const ask = asking(await platformOf(values), values.enterprise);
  return drive(ask, transitNo, {
    ...{ seconds, every, stopAt, offRoute: values['off-route'], breakSeal: values['break-seal'] },
  });
}

const usage = (): Misuse =>
  new Misuse({
    zh: '用法：transit drive 转关单编号 [--seconds 秒] [--every 秒] [--stop-at 0…1] [--off-route] [--break-seal]',
    en: 'Usage: transit drive NUMBER [--seconds S] [--every S] [--stop-at 0…1] [--off-route] [--break-seal]',
  });

async function drive(ask: Ask, transitNo: string, wish: Drive): Promise<number> {
  const place = `/api/transits/${encodeURIComponent(transitNo)}`;
  const seen = await ask<Seen>(place);
  if (seen.transit.state === 'sealed') await ask(`${place}/departure`, 'POST', {});
  const line = lineOf(seen, await ask<Corridors>('/api/transit-corridors'));
  const begin = Date.parse(seen.now);
  const steps = Math.max(1, Math.floor(wish.seconds / wish.every));
  for (let step = 0; step <= steps; step += 1) {
    if (step > 0) await pause(wish.every * 1_000);
    const share = step / steps;
    if (share > wish.stopAt) {
      say(`停车，不再报送。Stands still and reports no more.`);
      return 0;
    }
    // In the middle of the way it leaves it, and comes back.
    const stray = wish.offRoute && share > 0.4 && share < 0.6 ? 0.8 : 0;
    const { lon, lat } = pointAt(line, share);
    const position = { transitNo, at: new Date(begin + step * wish.every * 1_000).toISOString() };
    const point = { lon: round(lon + stray), lat: round(lat) };
    const { positions } = await ask<{
      positions: readonly { outcome: string; finding?: { code: string } }[];
    }>('/api/transit-positions', 'POST', { positions: [{ ...position, ...point, speedKmh: 72 }] });
    const [{ outcome = '', finding } = {}] = positions;
    say(`${position.at}  ${point.lon}, ${point.lat}  ${finding?.code ?? outcome}`);
    if (wish.breakSeal && step === Math.floor(steps / 2)) await breakSeal(ask, place, seen);
  }
  await ask(`${place}/arrival`, 'POST', {});
  say('已报运抵。Arrived.');
  return 0;
}

async function breakSeal(ask: Ask, place: string, before: Seen): Promise<void> {
  const on = (await ask<Seen>(place)).seals.find(({ state }) => state === 'on') ?? before.seals[0];
  if (!on) return;
  await ask(`${place}/broken-seal`, 'POST', { sealNo: on.sealNo, note: '模拟：封志破损' });
  say(`封志 ${on.sealNo} 破损。Seal ${on.sealNo} broken.`);
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The places of its corridor in the direction it goes. */
function lineOf({ transit }: Seen, { corridors, places }: Corridors): Point[] {
  const codes = corridors.find(({ corridor }) => corridor === transit.corridor)?.line ?? [];
  const line = codes.flatMap((code) => places.find((one) => one.code === code) ?? []);
  return transit.direction === 'import' ? line : line.reverse();
}

/** The point so far along a line, its pieces taken by their length in degrees. */
function pointAt(line: readonly Point[], share: number): Point {
  const pieces = line.slice(1).map((to, at) => ({ from: line[at] ?? to, to }));
  const lengths = pieces.map(({ from, to }) => Math.hypot(to.lon - from.lon, to.lat - from.lat));
  let left = share * lengths.reduce((all, one) => all + one, 0);
  for (const [at, { from, to }] of pieces.entries()) {
    const length = lengths[at] ?? 0;
    if (left <= length || at === pieces.length - 1) {
      const part = length === 0 ? 0 : Math.min(1, left / length);
      return { lon: from.lon + (to.lon - from.lon) * part, lat: from.lat + (to.lat - from.lat) * part };
    }
    left -= length;
  }
  return line[0] ?? { lon: 0, lat: 0 };
}
