import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { customsOf } from './customs.ts';
import { environment } from './environment.ts';

const channelOf = (variables: NodeJS.ProcessEnv): string | undefined => environment(variables).customsChannel;
const address = 'folder:/srv/eport?out=send&in=recv';

describe('who decides on lists', () => {
  test('is the platform’s rules unless customs is asked for', () => {
    expect(channelOf({})).toBeUndefined();
    expect(channelOf({ CHAMA_CUSTOMS: '', CHAMA_CUSTOMS_CHANNEL: address })).toBeUndefined();
    expect(channelOf({ CHAMA_CUSTOMS: 'engine', CHAMA_CUSTOMS_CHANNEL: address })).toBeUndefined();
    expect(channelOf({ CHAMA_CUSTOMS: 'live', CHAMA_CUSTOMS_CHANNEL: address })).toBe(address);
  });

  test.each([
    [{ CHAMA_CUSTOMS: 'customs' }, /not customs/],
    [{ CHAMA_CUSTOMS: 'live' }, /CHAMA_CUSTOMS_CHANNEL/],
    [{ CHAMA_CUSTOMS: 'live', CHAMA_CUSTOMS_CHANNEL: '' }, /CHAMA_CUSTOMS_CHANNEL/],
  ])('is refused where %o does not say it whole', (variables, words) => {
    expect(() => environment(variables)).toThrow(words);
  });
});

describe('the channel to customs', () => {
  test('that cannot be opened is a sentence for the operator', async () => {
    const opening = (customsChannel: string) => customsOf({ customsChannel, customsKeysFile: undefined });
    await expect(opening('nowhere')).rejects.toMatchObject({ name: 'OperatorError' });
    await expect(opening('http://customs.example')).rejects.toMatchObject({ name: 'OperatorError' });
    await expect(opening('folder:/not/there')).rejects.toMatchObject({ name: 'OperatorError' });
    expect(await customsOf({ customsChannel: undefined, customsKeysFile: undefined })).toBeUndefined();
  });

  test('that is open signs nothing without keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chama-node-'));
    const customs = await customsOf({ customsChannel: `folder:${folder}`, customsKeysFile: undefined });
    expect(await customs?.mail.sign(new Uint8Array(), '5301363602')).toBeUndefined();
    await customs?.channel.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
