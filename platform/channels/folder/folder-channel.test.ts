import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../channel.ts';
import { openChannel } from '../open-channel.ts';
import { channelContract, until } from '../testing/channel.contract.ts';
import { Carrier, survivesKills } from '../testing/kills.contract.ts';

const base = mkdtempSync(join(tmpdir(), 'chama-folders-'));
afterAll(() => rmSync(base, { recursive: true }));

async function medium() {
  const folder = mkdtempSync(join(base, 'medium-'));
  const end = (out: string, into: string) => (settings?: string) =>
    `folder:${folder}?out=${out}&in=${into}&failed=${into}-failed&settle=0${settings ? `&${settings}` : ''}`;
  return { here: end('send', 'recv'), there: end('recv', 'send'), ordered: false };
}

channelContract(medium);
survivesKills(medium);

describe('the folders of a terminal node', () => {
  let folder: string;
  let open: Channel[];
  beforeEach(() => {
    folder = mkdtempSync(join(base, 'node-'));
    mkdirSync(join(folder, 'in'));
    open = [];
  });
  afterEach(() => Promise.all(open.map((channel) => channel.close())));

  async function opened(settings = 'settle=0'): Promise<Channel> {
    const channel = await openChannel(`folder:${folder}?poll=20&${settings}`);
    open.push(channel);
    return channel;
  }

  /** Receives until the test ends; the names as they come. */
  async function receivedBy(settings?: string): Promise<string[]> {
    const names: string[] = [];
    (await opened(settings)).receive(async ({ name }) => {
      names.push(name);
    });
    return names;
  }

  const put = (name: string, text = name, ageS = 0): void => {
    const path = join(folder, 'in', name);
    writeFileSync(path, text);
    const at = Date.now() / 1000 - ageS;
    utimesSync(path, at, at);
  };
  const lying = (name: string): string[] =>
    readdirSync(join(folder, name)).filter((entry) => !entry.startsWith('.'));

  it('give the oldest file first', async () => {
    put('a', 'a', 10);
    put('b', 'b', 30);
    put('c', 'c', 20);
    const names = await receivedBy();
    await until(() => names.length === 3);
    expect(names).toEqual(['b', 'c', 'a']);
  });

  it('leave what others have not finished: temporary names, links, folders', async () => {
    for (const name of ['.a.xml', '~a.xml', 'a.tmp', 'a.XML.PART', 'a.filepart']) put(name);
    symlinkSync('/etc/hostname', join(folder, 'in', 'link.xml'));
    mkdirSync(join(folder, 'in', 'folder.xml'));
    put('whole.xml');
    const names = await receivedBy();
    await until(() => names.length > 0 && lying('in').length === 6);
    expect(names).toEqual(['whole.xml']);
  });

  it('leave a file alone while it has changed within the time set, whatever time it claims', async () => {
    put('growing.xml', 'half', 3600);
    const patient = await receivedBy('settle=600000');
    await until(() => existsSync(join(folder, 'in/.chama/clock')));
    const names = await receivedBy('settle=50');
    await until(() => names.length === 1);
    put('from-the-future.xml', 'whole', -86_400);
    await until(() => names.length === 2);
    expect([patient, names]).toEqual([[], ['growing.xml', 'from-the-future.xml']]);
  });

  it('keep handled files where they are told to, none over another', async () => {
    put('a.xml', 'first');
    const names = await receivedBy('settle=0&done=done');
    await until(() => lying('done').length === 1);
    put('a.xml', 'second');
    await until(() => lying('done').length === 2);
    expect(names).toEqual(['a.xml', 'a.xml']);
    expect(readFileSync(join(folder, 'done/a.xml'), 'utf8')).toBe('first');
    expect(readFileSync(join(folder, 'done/a.2.xml'), 'utf8')).toBe('second');
  });

  it('hold a file set aside with a note that says why, in both languages', async () => {
    put('a.xml');
    (await opened('settle=0&tries=2&pause=1')).receive(async () => {
      throw new Error('the register is not there');
    });
    await until(() => lying('failed').length === 2);
    const note = readFileSync(join(folder, 'failed/a.xml.note.txt'), 'utf8');
    expect(note).toMatch(/处理 2 次未成/);
    expect(note).toMatch(/failed 2 times/);
    expect(note).toContain('the register is not there');
    expect(readFileSync(join(folder, 'failed/a.xml'), 'utf8')).toBe('a.xml');
  });

  it('show a note only once it is whole', { timeout: 120_000 }, async () => {
    for (let piece = 0; piece < 40; piece++) put(`${piece}.xml`);
    (await opened('settle=0&tries=1&pause=1')).receive(async () => {
      throw new Error('no');
    });
    const notes = () => lying('failed').filter((name) => name.endsWith('.note.txt'));
    const seen = new Set<string>();
    while (seen.size < 40) {
      const fresh = existsSync(join(folder, 'failed')) ? notes().filter((name) => !seen.has(name)) : [];
      for (const name of fresh) {
        expect(readFileSync(join(folder, 'failed', name), 'utf8')).toMatch(/failed 1 times/);
        seen.add(name);
      }
      await setImmediate();
    }
  });

  it('take a file that is moved back from there as if it were new', async () => {
    let broken = true;
    (await opened('settle=0&tries=1&pause=1')).receive(async () => {
      if (broken) throw new Error('no');
    });
    put('a.xml');
    await until(() => existsSync(join(folder, 'failed/a.xml.note.txt')));
    broken = false;
    put('a.xml');
    await until(() => lying('in').length === 0);
    expect(lying('failed')).toEqual(['a.xml', 'a.xml.note.txt']);
  });

  it('hold a piece once that is sent twice before it is taken, and both of one name with other bytes', async () => {
    const channel = await opened();
    const bytes = Buffer.from('one');
    await channel.send({ name: 'a.xml', bytes });
    await channel.send({ name: 'a.xml', bytes });
    expect(lying('out')).toEqual(['a.xml']);
    await channel.send({ name: 'a.xml', bytes: Buffer.from('two') });
    expect(lying('out').sort()).toEqual(['a.2.xml', 'a.xml']);
    expect(readFileSync(join(folder, 'out/a.2.xml'), 'utf8')).toBe('two');
  });

  it('lose what a sender left half-written an hour ago, and nothing younger', async () => {
    await opened();
    const writing = join(folder, 'out/.chama');
    for (const [name, ageS] of [
      ['old.tmp', 7200],
      ['young.tmp', 60],
    ] as const) {
      writeFileSync(join(writing, name), 'half');
      utimesSync(join(writing, name), Date.now() / 1000 - ageS, Date.now() / 1000 - ageS);
    }
    await opened();
    expect(readdirSync(writing)).toEqual(['young.tmp']);
  });

  it('are read a batch at a time, however many files lie there', async () => {
    for (let at = 0; at < 1200; at++) writeFileSync(join(folder, 'in', `n${at}`), '');
    const names = await receivedBy('settle=0&at-once=16');
    await until(() => names.length === 1200 && lying('in').length === 0);
    expect(new Set(names).size).toBe(1200);
  });

  it('leave a piece in the hands of a receiver that lives, and take it from one that died', async () => {
    const ledger = join(folder, 'ledger');
    writeFileSync(ledger, '');
    put('held-1', 'held-1'.repeat(2));
    const holder = new Carrier('receive', `folder:${folder}?settle=0`, ledger);
    await until(() => holder.told.length === 1);
    const names = await receivedBy();
    put('other');
    await until(() => names.length === 1);
    expect(names).toEqual(['other']);
    await holder.kill();
    await until(() => names.length === 2);
    expect(names).toEqual(['other', 'held-1']);
  });

  it('set a piece aside that ends every receiver', { timeout: 60_000 }, async () => {
    const ledger = join(folder, 'ledger');
    writeFileSync(ledger, '');
    put('deadly-0');
    for (let life = 0; life < 2; life++) {
      const victim = new Carrier('receive', `folder:${folder}?settle=0&tries=2`, ledger);
      await until(() => victim.ended);
    }
    const names = await receivedBy('settle=0&tries=2');
    await until(() => existsSync(join(folder, 'failed/deadly-0.note.txt')));
    put('next');
    await until(() => names.length === 1);
    expect(names).toEqual(['next']);
  });

  it('go on when the folder was out of reach for a while, and say so meanwhile', async () => {
    const channel = await opened();
    const names: string[] = [];
    channel.receive(async ({ name }) => {
      names.push(name);
    });
    put('a');
    await until(() => names.length === 1);
    // The piece may still be put away.
    rmSync(join(folder, 'in'), { recursive: true, maxRetries: 10, retryDelay: 20 });
    await until(async () => (await channel.health()).state === 'down');
    expect((await channel.health()).problem?.en).toContain('ENOENT');
    expect(existsSync(join(folder, 'in'))).toBe(false);
    mkdirSync(join(folder, 'in'));
    put('b');
    await until(() => names.length === 2);
    // The round has to end first.
    await until(async () => (await channel.health()).state === 'up');
  });

  it('take files of any name the system allows, and set aside the longest', async () => {
    const long = `${'长'.repeat(83)}.xml`;
    for (const name of ['waiting', 'alive', '报文 1.xml', long]) put(name);
    const names: string[] = [];
    (await opened('settle=0&tries=1')).receive(async ({ name }) => {
      names.push(name);
      if (name === long) throw new Error('too long for us');
    });
    await until(() => names.length === 4 && lying('failed').length === 2);
    expect(lying('failed')[0]).toMatch(/^[0-9a-f]{16}-长+[.]xml$/);
  });

  it('make their own folder again where somebody has cleared it away', async () => {
    const channel = await opened();
    rmSync(join(folder, 'out/.chama'), { recursive: true });
    await channel.send({ name: 'a.xml', bytes: Buffer.from('a') });
    expect(lying('out')).toEqual(['a.xml']);
  });

  it('are refused where the path is not there, or one folder is to be two', async () => {
    await expect(openChannel(`folder:${folder}/nowhere`)).rejects.toMatchObject({
      sentence: { en: expect.stringContaining('There is no folder') },
    });
    await expect(openChannel(`folder:${folder}?out=in`)).rejects.toMatchObject({
      sentence: { en: expect.stringContaining('must differ') },
    });
    appendFileSync(join(folder, 'file'), '');
    await expect(openChannel(`folder:${folder}/file`)).rejects.toMatchObject({ name: 'ChannelError' });
  });

  it('reject a piece that cannot be written, and say what to do', async () => {
    const channel = await opened();
    rmSync(join(folder, 'out'), { recursive: true });
    await expect(channel.send({ name: 'a', bytes: Buffer.from('a') })).rejects.toMatchObject({
      sentence: { zh: expect.stringContaining('重发'), en: expect.stringContaining('send again') },
    });
  });
});
