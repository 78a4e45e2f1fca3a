import { setTimeout as sleep } from 'node:timers/promises';
import { sha256 } from '../../modules/summaries/application/keep-closed.ts';
import { type ExportList, type SummaryProof, verifyProof } from '../../modules/summaries/index.ts';
import { closeLists } from './closed-lists.ts';
import { type CpuTimes, cpuTimes } from './cpu.ts';
import type { PlatformUnderLoad } from './platform.ts';

const month = '2026-10';

/** What summing up a month took, from the word to do it to its last summary on file. */
export interface SummaryFigures {
  readonly listsPerSecond: number;
  readonly seconds: number;
  readonly lists: number;
  readonly summaries: number;
  readonly lines: number;
  /** Lists kept a second when they were closed, before. */
  readonly closedPerSecond: number;
  readonly cpuSeconds: CpuTimes;
  /** Whether the proof of a summary held, recomputed from its lists as anybody would. */
  readonly proofHolds: boolean;
}

/** Times a month of so many closed lists of one consignor through a running platform. */
export async function summaryFigures(platform: PlatformUnderLoad, lists: number): Promise<SummaryFigures> {
  const [firm] = platform.zone.sellers;
  if (!firm) throw new Error('the zone has no seller');
  const { customsCode } = firm;
  const ask = async (path: string, body?: object): Promise<Response> => {
    const answer = await fetch(`${platform.url}/api/summaries${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${platform.keys.get(customsCode)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const opened = performance.now();
  await closeLists(platform.database, customsCode, month, lists);
  const closed = performance.now();
  // As a database does by itself within a minute of such a load.
  for (const table of ['list', 'item']) await platform.database.run(`analyze summaries.${table}`);
  const before = await cpuTimes(platform.pid, platform.database);
  const began = performance.now();
  const { sumNo } = (await (await ask('/applications', { month })).json()) as { sumNo: string };
  let one = { state: 'applied', placed: 0, summaries: 0 };
  for (; ['applied', 'claimed'].includes(one.state); await sleep(50))
    one = (await (await ask(`/applications/${sumNo}`)).json()) as typeof one;
  const seconds = (performance.now() - began) / 1000;
  const after = await cpuTimes(platform.pid, platform.database);
  if (one.placed !== lists) throw new Error(`${one.placed} of ${lists} lists are in a summary`);
  const [counted] = await platform.database.query<{ lines: number; smallest: string }>(
    `select sum(lines)::int as lines, (array_agg(decl_seq_no order by lists))[1] as smallest from summaries.summary`,
  );
  const proof = (await (await ask(`/${counted?.smallest}/proof`)).json()) as SummaryProof;
  const text = await (await ask(`/${counted?.smallest}/contributions`)).text();
  const contributed = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportList);
  const used = (name: keyof CpuTimes): number => (after[name] - before[name]) / 1e6;
  return {
    ...{ listsPerSecond: lists / seconds, seconds, lists, summaries: one.summaries },
    ...{ lines: counted?.lines ?? 0, closedPerSecond: lists / ((closed - opened) / 1000) },
    cpuSeconds: { node: used('node'), postgres: used('postgres') },
    proofHolds: verifyProof(proof, contributed, sha256).length === 0,
  };
}
