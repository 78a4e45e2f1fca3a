import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encode, encodeEnvelope, exampleMessage, wrap } from '#ceb';
import type { FileReport } from './check-file.ts';
import { chama as called, chamaStarted, type Ended } from './testing/chama.ts';

const SAMPLE = fileURLToPath(
  new URL('../../contracts/samples/01-direct-purchase/01-order.xml', import.meta.url),
);

const chama = (...args: readonly string[]): Promise<Ended> => called(args);

async function reports(...paths: readonly string[]): Promise<FileReport[]> {
  const { output } = await chama('check', '--json', ...paths);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chama-check-'));
  const order = readFileSync(SAMPLE, 'utf8');
  await mkdir(join(folder, 'outbox'));
  await writeFile(join(folder, 'outbox', 'b.xml'), order);
  await writeFile(join(folder, 'outbox', 'a.XML'), order.replace(/<ceb:orderNo>[^<]*<\/ceb:orderNo>/, ''));
  await writeFile(join(folder, 'outbox', 'notes.txt'), 'not a message');
  await writeFile(join(folder, 'empty.xml'), '');
  await mkdir(join(folder, 'nothing'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('chama check', () => {
  test('judges an envelope by its own schema, and looks into it', async () => {
    const bytes = new TextEncoder().encode(
      encode(exampleMessage('CEB311Message')).replace(/(<ceb:acturalPaid>)[^<]*/, '$11'),
    );
    const { envelope } = wrap(bytes, { CopMsgId: 'M-1', CreatTime: '2026-07-01T12:00:00' });
    await writeFile(join(folder, 'envelope.xml'), envelope ? encodeEnvelope(envelope) : '');
    const [report] = await reports(join(folder, 'envelope.xml'));
    expect(report).toMatchObject({ root: 'DxpMsg', valid: true });
    expect(report?.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'CEB-SUM Data/Order[1]/OrderHead/acturalPaid',
    ]);
    await writeFile(
      join(folder, 'broken.xml'),
      '<DxpMsg xmlns="http://www.chinaport.gov.cn/dxp" ver="1.0"/>',
    );
    expect(await reports(join(folder, 'broken.xml'))).toMatchObject([{ root: 'DxpMsg', valid: false }]);
  });

  test('recognises a message of the former edition, whose verdict stays that of the edition in force', async () => {
    const list = encode(exampleMessage('CEB603Message'));
    const old = list.replace(/(<ceb:logisticsNo>)[^<]*/, `$1${'7'.repeat(60)}`);
    await writeFile(join(folder, 'old.xml'), old);
    const [report] = await reports(join(folder, 'old.xml'));
    expect(report?.valid).toBe(false);
    expect(report?.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'CEB-LENGTH Inventory[1]/InventoryHead/logisticsNo',
      'CEB-EDITION CEB603Message',
      'CEB-EDITION Inventory[1]/InventoryHead/logisticsNo',
    ]);
  });

  test('finds nothing in a clean message and exits 0', async () => {
    expect(await reports(SAMPLE)).toEqual([
      { file: SAMPLE, root: 'CEB311Message', valid: true, findings: [] },
    ]);
    const { code, output } = await chama('check', SAMPLE);
    expect(code).toBe(0);
    expect(output).toContain('✓');
    expect(output).toContain('1 checked, 0 not valid');
  });

  test('reads the .xml files of a folder and exits 1 when one is not valid', async () => {
    const [first, second] = await reports(join(folder, 'outbox'));
    expect(first).toMatchObject({
      file: join(folder, 'outbox', 'a.XML'),
      root: 'CEB311Message',
      valid: false,
    });
    expect(first?.findings.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ file: join(folder, 'outbox', 'b.xml'), valid: true });
    // As the shell sees it.
    const { code, output } = await chamaStarted(['check', join(folder, 'outbox')]);
    expect(code).toBe(1);
    expect(output).toContain('→');
    expect(output).toContain('2 checked, 1 not valid');
  });

  test('a field condition is found but does not change the verdict on the structure', async () => {
    const file = join(folder, 'field.xml');
    await writeFile(file, readFileSync(SAMPLE, 'utf8').replace(/(<ceb:qty>)[^<]*/, '$1-1'));
    const [report] = await reports(file);
    expect(report?.valid).toBe(true);
    expect(report?.findings.map(({ level }) => level)).toContain('field');
    expect((await chama('check', file)).code).toBe(0);
  });

  test('reports an empty file and a missing one like any other, and goes on', async () => {
    const paths = [join(folder, 'empty.xml'), join(folder, 'missing.xml'), SAMPLE];
    const found = await reports(...paths);
    expect(found.map(({ valid }) => valid)).toEqual([false, false, true]);
    expect(found[1]).toMatchObject({ root: null, findings: [{ code: 'FILE-UNREADABLE' }] });
    expect((await chama('check', ...paths)).code).toBe(1);
  });

  test('stops reading what does not end', async () => {
    const [report] = await reports('/dev/zero');
    expect(report?.findings).toMatchObject([{ code: 'FILE-UNREADABLE', message: { zh: '文件超过 64 MiB' } }]);
  });

  test('lets no escape sequence of a file or its name reach the terminal', async () => {
    const { output } = await chama('check', join(folder, '\u001b[31mred.xml'));
    expect(output).not.toContain('\u001b');
  });

  test('with nothing to check says how to call it and exits 2', async () => {
    expect(await chama('check')).toMatchObject({ code: 2, complaint: expect.stringContaining('PATH') });
    expect((await chama('check', join(folder, 'nothing'))).code).toBe(2);
    expect(await chama('check', '--jsn', SAMPLE)).toMatchObject({ code: 2, output: '' });
  });
});

const samples = fileURLToPath(new URL('../../../shared/ceb/samples/', import.meta.url));

describe.skipIf(!existsSync(samples))('the messages and envelopes collected from practice', () => {
  test('get the verdict of the official schema', async () => {
    const manifest: { file: string; xsd202205: string }[] = JSON.parse(
      readFileSync(join(samples, 'manifest.json'), 'utf8'),
    );
    const ours = readdirSync(samples).filter((name) => name.endsWith('.xml'));
    const found = await reports(...ours.map((name) => join(samples, name)));
    const verdicts = new Map(found.map(({ file, valid }) => [file.slice(samples.length), valid]));
    const expected = manifest.filter(({ file }) => ours.includes(file));
    expect(expected.length).toBeGreaterThanOrEqual(95);
    for (const { file, xsd202205 } of expected) {
      expect([file, verdicts.get(file)]).toEqual([file, xsd202205 === 'valid']);
    }
  });
});
