import { describe, expect, it } from 'vitest';
import { type Channel, NotReadyError, type Piece } from '../channel.ts';
import { openChannel } from '../open-channel.ts';

/** The two ends of one medium, and what else the suite needs to know of it. */
export interface Ends {
  /** Address of one end, with further settings such as `tries=2`. */
  readonly here: (settings?: string) => string;
  readonly there: (settings?: string) => string;
  /** Whether pieces sent within one tick of a clock keep their order. */
  readonly ordered: boolean;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = ({ bytes }: Piece): string => new TextDecoder().decode(bytes);

/** Resolves when a claim holds; the test's own time limit is the only clock. */
export async function until(claim: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await claim())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** What every channel promises, whatever carries it. Each case gets a medium of its own. */
export function channelContract(medium: () => Promise<Ends>): void {
  const open: Channel[] = [];

  /** Opens both ends, runs a case, and closes whatever it opened. */
  async function between(act: (ends: Ends, here: Channel) => Promise<void>): Promise<void> {
    const ends = await medium();
    try {
      await act(ends, await opened(ends.here()));
    } finally {
      await Promise.all(open.splice(0).map((channel) => channel.close()));
    }
  }

  async function opened(address: string): Promise<Channel> {
    const channel = await openChannel(address);
    open.push(channel);
    return channel;
  }

  describe('every channel', () => {
    it('carries a piece with its name and its bytes, whatever they are', () =>
      between(async (ends, here) => {
        const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256);
        const got: Piece[] = [];
        await here.send({ name: '报文-1.xml', bytes });
        await here.send({ name: 'empty', bytes: new Uint8Array() });
        (await opened(ends.there())).receive(async (piece) => {
          got.push(piece);
        });
        await until(() => got.length === 2);
        expect(got.map(({ name }) => name).sort()).toEqual(['empty', '报文-1.xml']);
        expect(Buffer.compare(got.find(({ name }) => name !== 'empty')?.bytes ?? bytesOf(''), bytes)).toBe(0);
      }));

    it('carries both ways, and gives nobody his own', () =>
      between(async (ends, here) => {
        const there = await opened(ends.there());
        const got: string[] = [];
        here.receive(async (piece) => {
          got.push(`here ${textOf(piece)}`);
        });
        there.receive(async (piece) => {
          got.push(`there ${textOf(piece)}`);
          await there.send({ name: 'answer', bytes: bytesOf('answer') });
        });
        await here.send({ name: 'question', bytes: bytesOf('question') });
        await until(() => got.length === 2);
        expect(got).toEqual(['there question', 'here answer']);
      }));

    it('keeps what is sent while nobody receives, in its order where the medium has one', () =>
      between(async (ends, here) => {
        const names = Array.from({ length: 20 }, (_, at) => `piece-${(at * 7) % 20}`);
        for (const name of names) await here.send({ name, bytes: bytesOf(name) });
        await here.close();
        const got: string[] = [];
        (await opened(ends.there())).receive(async ({ name }) => {
          got.push(name);
        });
        await until(() => got.length >= 20);
        expect(ends.ordered ? got : got.sort()).toEqual(ends.ordered ? names : names.sort());
      }));

    it('gives a piece again until it is handled', () =>
      between(async (ends, here) => {
        const got: string[] = [];
        (await opened(ends.there('pause=1'))).receive(async (piece) => {
          got.push(textOf(piece));
          if (got.length < 3) throw new Error('not yet');
        });
        await here.send({ name: 'a', bytes: bytesOf('one') });
        await until(() => got.length === 3);
        expect(got).toEqual(['one', 'one', 'one']);
      }));

    it('sets a piece aside after its last try, and goes on with the next', () =>
      between(async (ends, here) => {
        const got: string[] = [];
        const there = await opened(ends.there('pause=1&tries=2'));
        there.receive(async ({ name }) => {
          got.push(name);
          if (name === 'poison') throw new Error('cannot be read');
        });
        await here.send({ name: 'poison', bytes: bytesOf('x') });
        await here.send({ name: 'good', bytes: bytesOf('y') });
        await until(async () => (await there.health()).failed === 1);
        await until(() => got.includes('good'));
        expect(got.filter((name) => name === 'poison')).toHaveLength(2);
      }));

    it('sets aside at once what is larger than it may be', () =>
      between(async (ends, here) => {
        const got: string[] = [];
        const there = await opened(ends.there('most-bytes=3'));
        there.receive(async ({ name }) => {
          got.push(name);
        });
        await here.send({ name: 'large', bytes: bytesOf('four') });
        await here.send({ name: 'small', bytes: bytesOf('two') });
        await until(async () => (await there.health()).failed === 1 && got.length === 1);
        expect(got).toEqual(['small']);
      }));

    it('counts no try while the receiver can take nothing at all', () =>
      between(async (ends, here) => {
        let tries = 0;
        const there = await opened(ends.there('pause=1&tries=2'));
        there.receive(async () => {
          tries += 1;
          if (tries < 6) throw new NotReadyError();
        });
        await here.send({ name: 'a', bytes: bytesOf('a') });
        await until(() => tries === 6);
        expect((await there.health()).failed).toBe(0);
      }));

    it('stops after the piece in hand, and leaves the rest to the next receiver', () =>
      between(async (ends, here) => {
        for (const name of ['a', 'b', 'c']) await here.send({ name, bytes: bytesOf(name) });
        const got: string[] = [];
        const first = await opened(ends.there());
        const started = Promise.withResolvers<void>();
        const receiving = first.receive(async ({ name }) => {
          started.resolve();
          await new Promise((resolve) => setTimeout(resolve, 20));
          got.push(name);
        });
        await started.promise;
        await receiving.stop();
        expect(got).toEqual(['a']);
        (await opened(ends.there())).receive(async ({ name }) => {
          got.push(name);
        });
        await until(() => got.length >= 3);
        expect(got).toEqual(['a', 'b', 'c']);
      }));

    it('gives each piece to one of several receivers', () =>
      between(async (ends, here) => {
        const got: string[] = [];
        for (let receiver = 0; receiver < 3; receiver++) {
          (await opened(ends.there('at-once=4'))).receive(async ({ name }) => {
            got.push(name);
          });
        }
        for (let at = 0; at < 60; at++) await here.send({ name: `n${at}`, bytes: bytesOf('x') });
        await until(() => got.length >= 60);
        expect(new Set(got).size).toBe(60);
        expect(got.length).toBe(60);
      }));

    it('refuses a name that not every medium can carry', () =>
      between(async (_, here) => {
        for (const name of ['', '../a', 'a/b', '.hidden', 'a.tmp', 'a\u0000', 'x'.repeat(201)]) {
          await expect(here.send({ name, bytes: bytesOf('x') })).rejects.toMatchObject({
            sentence: { zh: expect.stringContaining('文件名') },
          });
        }
      }));

    it('says how it is, and takes nothing more when it is closed', () =>
      between(async (_, here) => {
        expect(await here.health()).toMatchObject({ state: 'up', failed: 0, waiting: 0 });
        await here.close();
        await expect(here.send({ name: 'a', bytes: bytesOf('x') })).rejects.toMatchObject({
          sentence: { en: 'The channel is closed.' },
        });
      }));

    it.each(['tries=0', 'tries=x', 'wrong=1'])('refuses an address with the setting %s', (setting) =>
      between(async (ends) => {
        await expect(openChannel(ends.here(setting))).rejects.toMatchObject({ name: 'ChannelError' });
      }),
    );
  });
}
