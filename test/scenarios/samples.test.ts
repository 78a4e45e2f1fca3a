import { describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { allSampleFiles } from '../../apps/demo/write-samples.ts';
import { readSample, sampleFolders } from './folders.ts';

const folders = sampleFolders();

describe('the samples', () => {
  it('are what their stories write, to the byte', () => {
    const differing = allSampleFiles().filter(
      ({ path, content }) => !readSample(path).equals(Buffer.from(content)),
    );
    expect(differing.map(({ path }) => path)).toEqual([]);
    const written = new Set(allSampleFiles().map(({ path }) => path.split('/')[0]));
    expect(folders.map(({ name }) => name).filter((name) => !written.has(name))).toEqual([]);
  });

  it('tell enough stories, each with a title and no number twice', () => {
    expect(folders.length).toBeGreaterThanOrEqual(30);
    for (const { title } of folders) expect(Math.min(title.zh.length, title.en.length)).toBeGreaterThan(5);
    const orders = folders.flatMap(({ lists }) => lists.map(({ orderNo }) => orderNo));
    expect(new Set(orders).size).toBe(orders.length);
  });

  it.each(folders)('$name: its messages are sound or not, as it says', ({ steps, read }) => {
    for (const { file, valid, expect: answer } of steps) {
      const decoded = decode(read(file));
      expect([file, decoded.valid]).toEqual([file, valid]);
      if (!valid) expect(decoded.findings.map(({ code }) => code)).toEqual(answer.findings);
    }
  });
});
