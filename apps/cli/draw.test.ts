import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { drawCommand } from './draw.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  let out = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    return { code: await drawCommand(args), out };
  } finally {
    spy.mockRestore();
  }
}

describe('a draw on the command line', () => {
  test('is committed to, drawn, and found fair by whoever draws again', async () => {
    const seed = join(folder, 'seed');
    const committed = await run('commit', 'inspection 2026-05-01', '--rate', '0.5', '--seed-file', seed);
    expect(statSync(seed).mode & 0o077).toBe(0);
    const commitment = file('commitment.json', committed.out);
    const candidates = file('lists.txt', Array.from({ length: 64 }, (_, at) => `L${at}`).join('\n'));
    const drawn = await run('reveal', commitment, seed, candidates);
    const record = file('record.json', drawn.out);
    expect(JSON.parse(drawn.out)).toMatchObject({ candidates: 64, rate: '0.5' });
    expect((await run('verify', commitment, record, candidates)).code).toBe(0);
    const forged = file('forged.json', JSON.stringify({ ...JSON.parse(drawn.out), drawn: ['L1'] }));
    const wrong = await run('verify', commitment, forged, candidates);
    expect(wrong).toMatchObject({ code: 1, out: expect.stringContaining('DRAW-RESULT') });
  });

  test('another seed, candidates named twice, and a rate that is none are told', async () => {
    const seed = join(folder, 'seed-2');
    const commitment = file(
      'commitment-2.json',
      (await run('commit', 'p', '--rate', '1', '--seed-file', seed)).out,
    );
    const twice = file('twice.txt', 'A\nA\n');
    await expect(drawCommand(['reveal', commitment, seed, twice])).rejects.toThrow('twice');
    await expect(drawCommand(['reveal', commitment, file('other', 'ab'), twice])).rejects.toThrow(
      'not the seed',
    );
    await expect(drawCommand(['commit', 'p', '--rate', '2', '--seed-file', seed])).rejects.toThrow(
      'A rate is',
    );
    await expect(drawCommand(['verify', twice, twice, twice])).rejects.toThrow('not JSON');
    await expect(drawCommand([])).rejects.toThrow('Usage');
  });
});
