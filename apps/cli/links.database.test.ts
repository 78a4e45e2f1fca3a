import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CustomsDesk } from '../../test/links/customs-desk.ts';
import { chama, type Ended } from './testing/chama.ts';

describe('the command links', { timeout: 60_000 }, () => {
  let desk: CustomsDesk;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chama-cli-'));
    desk = await CustomsDesk.open(() => [], { patience: { answerMs: 20, mostTries: 1 } });
    await desk.declare(desk.make(1), ['order']);
    await desk.peer.send('CEB622', { copNo: 'NOBODY' }, { status: '800', info: '放行' }, 'DXPENT0000000001');
    await desk.peer.hand('no receipt');
    await desk.counts(1, "select count(*) from links.dispatch where state = 'lost'");
    await desk.counts(1, "select count(*) from links.answer where standing = 'unmatched'");
    await desk.counts(1, "select count(*) from links.arrival where kind = 'unreadable'");
  });
  afterAll(async () => {
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function links(...args: readonly string[]): Promise<Ended> {
    const key = desk.stand.key('operator');
    const env = { CHAMA_DATA: folder, CHAMA_URL: desk.stand.url(), CHAMA_KEY: key };
    return chama(['links', ...args], { env });
  }

  test('says how the link is, and ends with 1 where something is lost', async () => {
    const { code, output } = await links('status');
    expect(code).toBe(1);
    expect(output).toMatch(/海关 · Customs/);
    expect(output).toMatch(/丢失 · lost +1/);
    expect(output).toMatch(/up {2}folder:/);
    const { output: json } = await links('status', '--json');
    expect(JSON.parse(json)).toMatchObject({ judge: 'live', unmatched: 1, unreadable: 1 });
  });

  test('lists messages, receipts and pieces in trouble', async () => {
    expect((await links('dispatches', 'lost')).output).toMatch(/CEB311Message +1 份 +1 ×/);
    expect((await links('dispatches', 'failed')).output).toContain('None.');
    expect((await links('answers', 'unmatched')).output).toMatch(
      /CEB622 +800 +copNo NOBODY +.*LINK-UNKNOWN-DOCUMENT/,
    );
    expect((await links('unreadable')).output).toMatch(/\.xml/);
  });

  test('has a lost message sent again', async () => {
    const { output } = await links('dispatches', 'lost', '--json');
    const { messageId } = JSON.parse(output) as { messageId: string };
    expect(await links('replay', messageId)).toMatchObject({
      code: 0,
      output: expect.stringContaining(messageId),
    });
    await desk.counts(1, "select count(*) from links.dispatch where state = 'lost'");
    await expect
      .poll(() => desk.peer.got.map(({ copMsgId }) => copMsgId))
      .toEqual(Array(2).fill(messageId.toUpperCase()));
  });

  test('says in a sentence what it cannot do', async () => {
    expect(await links('replay', '019ad1c2-7b3e-7c1f-8a55-3d0f7f0a1b2c')).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('has been forwarded'),
    });
    expect((await links('what')).complaint).toContain('Usage: links status');
    expect((await links('dispatches', 'x')).code).toBe(1);
  });
});
