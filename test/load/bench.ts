import { parseArgs } from 'node:util';
import { understood } from '../understood.ts';
import { bulkFigures } from './bulk-bench.ts';
import { copyOnly } from './copy-only.ts';
import { cpuTimes, machine } from './cpu.ts';
import { decodeFigures } from './decode-bench.ts';
import { gateFigures } from './gate-bench.ts';
import { type LoadOf, type LoadResult, prepareLoad, runLoad } from './load.ts';
import { type PlatformUnderLoad, startPlatform } from './platform.ts';
import { quietMedianMs } from './quiet.ts';
import { signedFigures } from './signed-bench.ts';
import { summaryFigures } from './summary-bench.ts';

// `npm run bench`: how fast the main job is done here, and how that compares with writing the same rows by COPY alone.

/** What may be measured by itself, by the word of `--only`. */
const parts: Readonly<Record<string, () => Promise<void>>> = {
  ...{ decode: measureDecoding, bulk: measureBulk, summary: measureSummary, gate: measureGate },
  export: measurePlatform,
};
const { values, seconds } = understood(() => {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '10' },
      'in-flight': { type: 'string', default: '8' },
      'fault-share': { type: 'string', default: '0.03' },
      only: { type: 'string' },
      orders: { type: 'string', default: '100000' },
      lists: { type: 'string', default: '1000000' },
    },
  });
  if (values.only !== undefined && !Object.hasOwn(parts, values.only))
    throw new RangeError(`--only takes ${Object.keys(parts).join(', ')}, not ${values.only}.`);
  if (!/^[1-9]\d*$/.test(values.lists))
    throw new RangeError(`--lists is a number above 0, not ${values.lists}.`);
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new RangeError(`--seconds is a number above 0, not ${values.seconds}.`);
  return { values, seconds };
});
/** The parts around the run: as long as their figures need to settle, but no longer than the run itself. */
const warmUpSeconds = Math.min(3, seconds);
const decodeSeconds = Math.min(1.5, seconds / 2);
const quietLists = Math.min(41, Math.ceil(seconds * 10) | 1);
/** More than the platform can take in the time: then the run ends by the clock, not for want of messages. */
const madePerSecond = 5_000;
const lanes = 2;
const of: LoadOf = values.only === 'export' ? 'export' : 'import';

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

await (parts[values.only ?? ''] ?? measurePlatform)();

/** Reading messages alone: no platform is started. */
async function measureDecoding(): Promise<void> {
  say('Decoding beside libxml2 and saxes …');
  const decoding = roundedFigures(decodeFigures(seconds));
  say('Verifying and decoding signed messages …');
  const signed = roundedFigures(await signedFigures(seconds / 2));
  print({ ...decoding, ...signed, machine: machine() });
}

/** Tables of orders, a hundredth of them bad, through a platform of their own each. */
async function measureBulk(): Promise<void> {
  const orders = Number(values.orders);
  for (const form of ['csv', 'xlsx'] as const) {
    say(`A table of ${orders} orders as ${form} …`);
    const platform = await startPlatform();
    try {
      await bulkFigures(platform, form, 1_000, 'W');
      print({ form, ...roundedFigures(await bulkFigures(platform, form, orders, 'B')) });
    } finally {
      await platform.stop();
    }
  }
  print({ machine: machine() });
}

/** A month of closed export lists of one consignor, summed up by a platform of its own. */
async function measureSummary(): Promise<void> {
  say(`Closing ${values.lists} export lists and summing them up …`);
  const platform = await startPlatform();
  try {
    const { proofHolds, ...figures } = await summaryFigures(platform, Number(values.lists));
    print({ ...roundedFigures(figures), proofHolds, machine: machine() });
  } finally {
    await platform.stop();
  }
}

/** Vehicles at the gate: how long each waits for its answer. */
async function measureGate(): Promise<void> {
  say('Starting the platform on an empty data folder …');
  const platform = await startPlatform();
  try {
    say('Vehicles at the gate …');
    print({ ...roundedFigures(await gateFigures(platform, seconds, 20)), machine: machine() });
  } finally {
    await platform.stop();
  }
}

async function measurePlatform(): Promise<void> {
  say('Starting the platform on an empty data folder …');
  const platform = await startPlatform();
  try {
    print(await measure(platform));
  } finally {
    await platform.stop();
  }
}

function print(figures: object): void {
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [name, figure] of Object.entries(figures))
      process.stdout.write(`${name.padEnd(24)} ${show(figure)}\n`);
}

function show(figure: unknown): string {
  if (typeof figure === 'number')
    return figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? 3 : 0 });
  return typeof figure === 'string' ? figure : JSON.stringify(figure);
}

async function measure(platform: PlatformUnderLoad) {
  await warmUp(platform);
  const settings = {
    of,
    seconds,
    batches: Math.ceil((seconds * madePerSecond) / 100),
    inFlight: Number(values['in-flight']),
    faultShare: Number(values['fault-share']),
    seed: 'B',
  };
  say(
    `Making ${settings.batches * 100} dossiers (${of === 'export' ? 'order, waybill, list' : 'order, payment, waybill, list'}; 100 documents a message) …`,
  );
  const batches = prepareLoad(platform, settings);
  say('Sending …');
  const before = await cpuTimes(platform.pid, platform.database);
  const load = await runLoad(platform, batches, settings);
  const after = await cpuTimes(platform.pid, platform.database);
  batches.length = 0;
  say('Quiet latency …');
  const quiet = await quietMedianMs(platform, quietLists, 'Q', of);
  say('The same rows by COPY alone …');
  const copyPerSecond = await copyOnly(platform.database, load.dossiers, 400, lanes, of);
  say('Decoding alone …');
  const { decodePerSecond, libxml2XsdPerSecond, ratio } = decodeFigures(decodeSeconds);
  return {
    ...report(load, copyPerSecond),
    ...cpu(before, after, load),
    quietMedianMs: round(quiet),
    decoding: roundedFigures({ decodePerSecond, libxml2XsdPerSecond, ratio }),
    machine: machine(),
  };
}

/** The first messages pay for compiling; they are not what is measured. */
async function warmUp(platform: PlatformUnderLoad): Promise<void> {
  say('Warming up …');
  const settings = { of, seconds: warmUpSeconds, batches: 40, inFlight: 4, faultShare: 0.03, seed: 'W' };
  await runLoad(platform, prepareLoad(platform, settings), settings);
}

function report(load: LoadResult, copyPerSecond: number) {
  const dossiersPerSecond = load.dossiers / load.seconds;
  return {
    dossiersPerSecond: Math.round(dossiersPerSecond),
    copyPerSecond: Math.round(copyPerSecond),
    ratio: round(dossiersPerSecond / copyPerSecond, 3),
    p50Ms: round(load.p50Ms),
    p99Ms: round(load.p99Ms),
    dossiers: load.dossiers,
    seconds: round(load.seconds, 2),
    statuses: load.statuses,
    unanswered: load.unanswered,
  };
}

function cpu(
  before: { node: number; postgres: number },
  after: { node: number; postgres: number },
  load: LoadResult,
) {
  const each = (name: 'node' | 'postgres'): number =>
    Math.round((after[name] - before[name]) / load.dossiers);
  return { cpuMicros: { node: each('node'), postgres: each('postgres') } };
}

function round(figure: number, digits = 1): number {
  return Number(figure.toFixed(digits));
}

/** Figures to three digits or so, at any depth. */
function roundedFigures(figures: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, rounded(figure)]));
}

function rounded(figure: unknown): unknown {
  if (typeof figure === 'number') return round(figure, figure < 100 ? 2 : 0);
  if (Array.isArray(figure)) return figure.map(rounded);
  return typeof figure === 'object' && figure !== null ? roundedFigures(figure) : figure;
}
