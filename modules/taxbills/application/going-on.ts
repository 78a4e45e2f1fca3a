import { freeCover } from '#guarantees';
import { parseDecimal } from '#kernel';
import { isConflict } from '#postgres';
import { coverOf } from '#reliefs';
import { waitedFor, waitingFor } from '../storage/waiting.ts';
import type { TaxBillPorts } from './ports.ts';

/** Lists in one transaction at most. */
const MOST_AT_ONCE = 200;
/** Somebody else may be at one of the lists: looked at again at the next round. */
const TRIES = 3;

/** Lets lists go on that wait for cover, as far as there is cover now; of all guarantors where none are named. */
export async function letGoOn(ports: TaxBillPorts, guarantors?: readonly string[]): Promise<void> {
  for (const guarantor of guarantors ?? (await waitedFor(ports.database))) {
    for (let tries = 0; tries < TRIES; ) {
      try {
        if ((await someOf(ports, guarantor)) === 0) break;
        tries = 0;
      } catch (error) {
        if (!isConflict(error)) throw error;
        tries += 1;
      }
    }
  }
}

/** @returns how many were released */
async function someOf(ports: TaxBillPorts, guarantor: string): Promise<number> {
  const done = await ports.database.transaction(async (client) => {
    const waiting = await waitingFor(client, guarantor, MOST_AT_ONCE);
    if (waiting.length === 0) return undefined;
    const day = ports.chinaDay(ports.now());
    const row = (await ports.coverRows(client, [guarantor], day)).get(guarantor);
    // Not locked: whoever releases asks again under its lock.
    let free: bigint = await freeCover(client, guarantor);
    const covered = waiting.filter(({ tax }) => {
      const needed = coverOf(parseDecimal(tax), row);
      if (needed > free) return false;
      free -= needed;
      return true;
    });
    return covered.length === 0 ? undefined : ports.reconsider(client, covered);
  });
  done?.committed();
  return done?.released.length ?? 0;
}
