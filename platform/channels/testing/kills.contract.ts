import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openChannel } from '../open-channel.ts';
import { type Ends, until } from './channel.contract.ts';

/** Two hundred in `npm run soak`. */
const kills = Number(process.env.CHAMA_KILLS || 2);
/** Longest time between the first sign of life of both and the death of one, milliseconds. */
const LONGEST_LIFE_MS = 120;

const CARRIER = join(import.meta.dirname, 'carrier.ts');

/** A sender or receiver in a process of its own. */
export class Carrier {
  readonly #child: ChildProcess;
  /** What it sent or handled, as it told. */
  readonly told: string[] = [];

  constructor(act: 'send' | 'receive', address: string, where: string) {
    this.#child = spawn(process.execPath, [CARRIER, act, address, where], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    this.#child.stdout?.on('data', (part: Buffer) => {
      const lines = (rest + part.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      this.told.push(...lines);
    });
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  async kill(): Promise<void> {
    const closed = new Promise((resolve) => this.#child.once('close', resolve));
    if (this.#child.kill('SIGKILL')) await closed;
  }
}

/** Nothing acknowledged is lost, cut off or mixed up, and whoever keeps a ledger acts once. */
export function survivesKills(medium: () => Promise<Ends>): void {
  const folder = mkdtempSync(join(tmpdir(), 'chama-kills-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it(`loses nothing through ${kills} kills of the sender and of the receiver`, {
    timeout: 120_000,
  }, async () => {
    const ends = await medium();
    const ledger = join(folder, 'ledger');
    writeFileSync(ledger, '');
    const acknowledged: string[] = [];
    let sender = new Carrier('send', ends.here(), 'piece0');
    let receiver = new Carrier('receive', ends.there('pause=1'), ledger);
    for (let kill = 1; kill <= kills; kill++) {
      await until(() => sender.told.length > 0 && receiver.told.length > 0);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
      await receiver.kill();
      receiver = new Carrier('receive', ends.there('pause=1'), ledger);
      await until(() => receiver.told.length > 0);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
      await sender.kill();
      acknowledged.push(...sender.told);
      sender = new Carrier('send', ends.here(), `piece${kill}`);
    }
    await sender.kill();
    acknowledged.push(...sender.told);
    const looking = await openChannel(ends.there());
    const lines = (): string[] => readFileSync(ledger, 'utf8').trim().split('\n');
    const handled = (): Set<string> => new Set(lines().map((line) => line.split(' ')[0] ?? ''));
    await until(() => acknowledged.every((name) => handled().has(name)));
    await until(async () => (await looking.health()).waiting === 0);
    await receiver.kill();
    expect(new Set(lines()).size).toBe(lines().length);
    expect(lines().filter((line) => line.startsWith('broken'))).toEqual([]);
    expect((await looking.health()).failed).toBe(0);
    await looking.close();
  });
}
