import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { add, type Bilingual, formatDecimal, parseDecimal, sum } from '#kernel';
import { type Ask, asking } from './asking.ts';
import { Misuse } from './misuse.ts';
import { platformOf } from './platform-client.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Pass {
  readonly passNo: string;
  readonly plate: string;
  readonly tareKg: string;
  readonly packingKg: string;
  readonly goodsKg: string;
}
interface Answer {
  readonly answer: 'open' | 'stop';
  readonly reasons: readonly { readonly code: string; readonly message: Bilingual }[];
}
/** One vehicle that has been driven to the gate. */
interface Driven extends Answer {
  readonly passNo: string;
  readonly plate: string;
  readonly weightKg: string;
  readonly ms: number;
}

/**
 * `gate drive [PASS…] [--rate N] [--gate NAME] [--overweight KG] [--json]`: plays the machine of a gate. Drives the vehicles of
 * passes to the real endpoint, all that wait where none is named, so many a second, and says what was answered.
 * @returns 0; 1 where a vehicle was stopped
 */
export async function gateCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rate: { type: 'string', default: '2' },
      gate: { type: 'string', default: 'SIM-01' },
      overweight: { type: 'string', default: '0' },
      ...{ url: { type: 'string' }, key: { type: 'string' }, enterprise: { type: 'string' } },
      json: { type: 'boolean', default: false },
    },
  });
  const [verb, ...named] = positionals;
  if (verb !== 'drive')
    throw new Misuse({ zh: '用法：gate drive [核放单编号…]', en: 'Usage: gate drive [PASS…]' });
  const rate = Number(values.rate);
  if (!(rate > 0 && rate <= 1_000))
    throw new Misuse({ zh: '--rate 是每秒车辆数，大于 0', en: '--rate is vehicles a second, above 0' });
  if (!/^\d{1,6}$/.test(values.overweight))
    throw new Misuse({ zh: '--overweight 是千克数', en: '--overweight is kilograms' });
  const ask = asking(await platformOf(values), values.enterprise);
  const passes = await passesOf(ask, named);
  const tell = (one: Driven): void => say(values.json ? JSON.stringify(one) : lineOf(one));
  const driven = await driveAll(ask, passes, { ...values, rate }, tell);
  if (!values.json) summarise(driven);
  return driven.some(({ answer }) => answer === 'stop') ? 1 : 0;
}

/** The passes named, or all that have not passed. */
async function passesOf(ask: Ask, named: readonly string[]): Promise<Pass[]> {
  if (named.length > 0)
    return Promise.all(named.map((no) => ask<Pass>(`/api/passes/${encodeURIComponent(no)}`)));
  const found: Pass[] = [];
  for (const state of ['made', 'stopped']) {
    let cursor: string | undefined;
    do {
      const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await ask<{ passes: Pass[]; next?: string }>(
        `/api/passes?limit=200&state=${state}${next}`,
      );
      found.push(...page.passes);
      cursor = page.next;
    } while (cursor !== undefined);
  }
  return found;
}

/** Each vehicle comes at its time, whether those before it have their answers or not. */
async function driveAll(
  ask: Ask,
  passes: readonly Pass[],
  how: { readonly rate: number; readonly gate: string; readonly overweight: string },
  tell: (one: Driven) => void,
): Promise<Driven[]> {
  const began = Date.now();
  return Promise.all(
    passes.map(async (pass, at) => {
      await pause((at * 1_000) / how.rate);
      const { passNo, plate } = pass;
      const papers = sum([pass.tareKg, pass.packingKg, pass.goodsKg].map(parseDecimal));
      const weightKg = formatDecimal(add(papers, parseDecimal(how.overweight)));
      const eventNo = `${began}-${at + 1}`;
      const asked = performance.now();
      const { answer, reasons } = await ask<Answer>('/api/gate/passages', 'POST', {
        ...{ gate: how.gate, eventNo, passNo, plate, weightKg },
      });
      const one = { passNo, plate, weightKg, answer, reasons, ms: Math.round(performance.now() - asked) };
      tell(one);
      return one;
    }),
  );
}

const lineOf = ({ passNo, plate, weightKg, answer, reasons, ms }: Driven): string =>
  [
    `${answer === 'open' ? '↑ 放行 · open' : '■ 拦下 · stop'}  ${passNo}  ${plate}  ${weightKg} kg  ${ms} ms`,
    ...reasons.map(({ code, message }) => `    ${code}  ${message.zh} · ${message.en}`),
  ].join('\n');

function summarise(driven: readonly Driven[]): void {
  const waits = driven.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
  const opened = driven.filter(({ answer }) => answer === 'open').length;
  say(
    `${driven.length} 辆 · vehicles: ${opened} 放行 · open, ${driven.length - opened} 拦下 · stop; p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`,
  );
}
