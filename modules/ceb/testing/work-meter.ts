import { Session } from 'node:inspector';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { decode } from '../decode/decode.ts';
import { HOSTILE } from './hostile.ts';

/** What reading one hostile input came to. */
export interface Measured {
  readonly name: string;
  readonly bytes: number;
  /** Blocks of code run, and characters the engine's own searches went over: the same on every machine. */
  readonly work: number;
  /** Codes of the findings, each once. */
  readonly codes: readonly string[];
  /** Characters of the answer as JSON. */
  readonly told: number;
  /** Most memory of the process so far, in megabytes. */
  readonly mostMegabytes: number;
}

/** Counts how often each block of the module's code runs, and how far searches of text and expressions go. */
class WorkMeter {
  private readonly session = new Session();
  private searched = 0;

  constructor() {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    this.countSearches();
  }

  of(work: () => void): number {
    this.blocks();
    this.searched = 0;
    work();
    return this.blocks() + this.searched;
  }

  /** Blocks run since the last call. */
  private blocks(): number {
    let blocks = 0;
    this.session.post('Profiler.takePreciseCoverage', (_, { result }) => {
      const ours = result.filter(({ url }) => url.includes('/modules/ceb/') && !url.includes('/testing/'));
      for (const { functions } of ours)
        for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    });
    return blocks;
  }

  /** Searches of the engine run no block of ours, so each is taken to cost the characters it may go over. */
  private countSearches(): void {
    const count = (characters: number): void => {
      this.searched += characters;
    };
    const { indexOf, slice } = String.prototype;
    String.prototype.indexOf = function (this: string, wanted: string, from = 0): number {
      const found: number = indexOf.call(this, wanted, from);
      count((found < 0 ? this.length : found) - from);
      return found;
    };
    String.prototype.slice = function (this: string, from?: number, to?: number): string {
      const part: string = slice.call(this, from, to);
      count(part.length / 16);
      return part;
    };
    const { exec } = RegExp.prototype;
    RegExp.prototype.exec = function (this: RegExp, text: string): RegExpExecArray | null {
      const found = exec.call(this, text);
      count(this.sticky ? (found?.[0].length ?? 1) : text.length);
      return found;
    };
  }
}

/**
 * Run by itself as `work-meter.ts metered|plain SIZE… [NAME…]`: reads the hostile inputs of the given names (all, if
 * none is given) at the given sizes and prints a line of JSON for each.
 */
if (argv[1] === fileURLToPath(import.meta.url)) {
  const [metered, ...rest] = argv.slice(2);
  const meter = metered === 'metered' ? new WorkMeter() : undefined;
  const names = rest.filter((one) => !/^\d+$/.test(one));
  for (const { name, bytes: made } of HOSTILE) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const size of rest.filter((one) => /^\d+$/.test(one))) {
      const bytes = made(Number(size));
      let decoded: ReturnType<typeof decode> | undefined;
      const read = (): void => {
        decoded = decode(bytes, { mostBytes: Number.POSITIVE_INFINITY });
      };
      const work = meter ? meter.of(read) : 0;
      if (!meter) read();
      const { root, findings = [] } = decoded ?? {};
      const measured: Measured = {
        ...{ name, bytes: bytes.length, work },
        codes: [...new Set(findings.map(({ code }) => code))],
        told: JSON.stringify({ root, findings }).length,
        mostMegabytes: process.resourceUsage().maxRSS / 1024,
      };
      console.log(JSON.stringify(measured));
    }
  }
}
