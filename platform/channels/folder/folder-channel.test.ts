import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { channelContract } from '../testing/channel.contract.ts';

const base = mkdtempSync(join(tmpdir(), 'chama-folders-'));

afterAll(() => rmSync(base, { recursive: true }));

channelContract(async () => {
  const folder = mkdtempSync(join(base, 'medium-'));
  const end = (out: string, into: string) => (settings?: string) =>
    `folder:${folder}?out=${out}&in=${into}&failed=${into}-failed&settle=0${settings ? `&${settings}` : ''}`;
  return { here: end('send', 'recv'), there: end('recv', 'send'), ordered: false };
});
