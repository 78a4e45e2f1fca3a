import { makeBatch } from '../../apps/demo/batches.ts';
import { makeExportBatch } from '../../apps/demo/exports/batches.ts';
import { type LoadOf, postMessage } from './load.ts';
import type { PlatformUnderLoad } from './platform.ts';

/** On an idle platform: from sending one list, its papers being there, to knowing its outcome. Median, milliseconds. */
export async function quietMedianMs(
  platform: PlatformUnderLoad,
  lists: number,
  seed: string,
  of: LoadOf = 'import',
): Promise<number> {
  const waits: number[] = [];
  for (let i = 0; i < lists; i += 1) {
    const { messages } = (of === 'export' ? makeExportBatch : makeBatch)(platform.zone, {
      seed,
      from: i,
      count: 1,
      faultShare: 0,
      orderedAt: Date.now() - 3_600_000,
    });
    for (const { kind, sender, bytes } of messages) {
      if (kind !== 'declaration') await postMessage(platform, sender.customsCode, bytes);
    }
    const list = messages.find(({ kind }) => kind === 'declaration');
    if (!list) continue;
    const start = performance.now();
    await postMessage(platform, list.sender.customsCode, list.bytes, '?wait=10');
    waits.push(performance.now() - start);
  }
  waits.sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)] ?? 0;
}
