import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { encode, exampleMessage } from '#ceb';
import { summaryCommand } from './summary.ts';

const folder = mkdtempSync(join(tmpdir(), 'chama-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of one CEB603 with a list of this number. */
function listFile(number: number, totalPrice?: string): string {
  const message = exampleMessage('CEB603Message');
  const documents = message.documents.map(({ head, items }) => ({
    head: { ...head, invtNo: `86002026E${String(number).padStart(9, '0')}`, statisticsFlag: 'B' },
    items: items.map((item) => (totalPrice === undefined ? item : { ...item, totalPrice })),
  }));
  const file = join(folder, `list-${number}-${totalPrice ?? ''}.xml`);
  writeFileSync(file, encode({ ...message, documents } as typeof message));
  return file;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const caught = { out: '', err: '' };
  const catching = (to: 'out' | 'err') => (text: unknown) => {
    caught[to] += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'));
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'));
  try {
    return { code: await summaryCommand(args), ...caught };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

describe('lists put together on the command line', () => {
  test('make one declaration whose proof holds, and does not once a list is another', async () => {
    const [one, two] = [listFile(1), listFile(2)];
    const made = await run('make', one, two);
    expect(made.code).toBe(0);
    const proofs = join(folder, 'proofs.jsonl');
    writeFileSync(proofs, made.out);
    expect(JSON.parse(made.out).lists).toHaveLength(2);
    expect((await run('verify', proofs, two, one)).code).toBe(0);
    const wrong = await run('verify', proofs, one, listFile(2, '1'));
    expect(wrong.code).toBe(1);
    expect(wrong.out).toContain('PROOF-LIST-CHANGED 86002026E000000002');
  });

  test('what is left out is told with its reason', async () => {
    const { code, err } = await run('make', listFile(1), listFile(1));
    expect(code).toBe(1);
    expect(err).toContain('SUMMARY-LIST-TWICE');
  });

  test('files that are none, and a command line that says nothing, are told', async () => {
    const file = join(folder, 'none.xml');
    writeFileSync(file, '<a/>');
    await expect(summaryCommand(['make', file])).rejects.toThrow('neither a sound CEB603');
    await expect(summaryCommand(['verify', file, listFile(1)])).rejects.toThrow(
      'is not JSON, one proof or list a line',
    );
    await expect(summaryCommand([])).rejects.toThrow('Usage');
  });
});
