import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { AgencySimulator, type SimulatorSettings } from '../sandbox/agencies/simulator.ts';
import { agenciesCommand } from './agencies.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-agencies-'));
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const file = join(folder, 'secret');
beforeAll(() => writeFileSync(file, `${secret}\n`));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Checks a simulated agency, with what it decides in its own way. */
async function checked(decide?: SimulatorSettings['decide']) {
  const simulator = new AgencySimulator({ agency: 'market', secret, ...(decide ? { decide } : {}) });
  const address = await simulator.start();
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text;
    return true;
  });
  try {
    const code = await agenciesCommand(['check', address, '--secret-file', file, '--json']);
    const { results } = JSON.parse(out) as { results: { name: string; passed: boolean; seen?: string }[] };
    return { code, results, failed: results.filter(({ passed }) => !passed).map(({ name }) => name) };
  } finally {
    written.mockRestore();
    await simulator.stop();
  }
}

describe('the adapter of an agency, held to the contract', () => {
  test('is kept to by the simulator', async () => {
    const { code, results, failed } = await checked();
    expect([failed, code, results.length]).toEqual([[], 0, 12]);
  });

  test('is seen not to be kept to by one that agrees to everything', async () => {
    const { code, failed } = await checked(() => ({ decision: 'positive', reason: '同意' }));
    expect([code, failed]).toEqual([1, ['refuses', 'silent', 'order']]);
  });

  test('is not asked with a secret that is none, nor of an agency there is not', async () => {
    const none = join(folder, 'none');
    await expect(agenciesCommand(['check', 'http://127.0.0.1:9', '--secret-file', none])).rejects.toThrow(
      'whsec_',
    );
    await expect(agenciesCommand(['simulate', 'nobody', '--secret-file', file])).rejects.toThrow('nobody');
    await expect(agenciesCommand([])).rejects.toThrow('Usage');
  });
});
