import { beforeAll, expect, test } from 'vitest';
import { type DrawRecord, drawAgain } from './recompute.ts';

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const [purpose, rate, seed] = ['gate 2026-05-01', '0.25', '5f'.repeat(32)];
const candidates = Array.from({ length: 40 }, (_, at) => `HF8628${at}`);
let committed: Pick<DrawRecord, 'purpose' | 'rate' | 'seedDigest'>;
let record: DrawRecord;

beforeAll(async () => {
  // By hand: a digest whose first two bits are 0 is below a quarter of all.
  const digests = await Promise.all(candidates.map((one) => sha256(JSON.stringify([purpose, seed, one]))));
  const drawn = candidates.filter((_, at) => '0123'.includes(digests[at]?.[0] ?? 'f'));
  committed = { purpose, rate, seedDigest: await sha256(seed) };
  const candidatesDigest = await sha256(JSON.stringify(candidates));
  record = { ...committed, seed, drawn, candidates: 40, candidatesDigest };
});

test('a draw as it was committed to holds, and draws some and not all', async () => {
  const { drawn, seedDigest } = record;
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.length).toBeLessThan(40);
  expect(await drawAgain(committed, record, candidates)).toEqual({ faults: [], drawn });
  expect((await drawAgain(committed, record, candidates, seedDigest.toUpperCase())).faults).toEqual([]);
});

test('another seed, another list of candidates, one fewer drawn are all seen', async () => {
  const other = { ...record, seed: 'a0'.repeat(32) };
  expect((await drawAgain(committed, other, candidates)).faults).toContain('seed');
  expect((await drawAgain(committed, record, candidates.slice(1))).faults).toContain('candidates');
  const fewer = { ...record, drawn: record.drawn.slice(1) };
  expect((await drawAgain(committed, fewer, candidates)).faults).toEqual(['result']);
  expect((await drawAgain({ ...committed, rate: '0.5' }, record, candidates)).faults).toContain('commitment');
});

test('a commitment that was changed after somebody wrote it down is not the one they wrote down', async () => {
  const noted = await sha256('before');
  expect((await drawAgain(committed, record, candidates, noted)).faults).toEqual(['noted']);
});

test('a rate of one draws all', async () => {
  const all = { ...record, rate: '1', drawn: candidates };
  expect((await drawAgain({ ...committed, rate: '1' }, all, candidates)).faults).toEqual([]);
});
