import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { Problem } from '#http';
import type { Sheet } from '../domain/piece.ts';
import type { DrawingJob } from './drawing-thread.ts';

/** Documents that may wait while one is drawn (D); a hundred lists take some seconds. */
const MOST_WAITING = 20;
/** The two faces take 17 MB; nobody prints at night. */
const IDLE_MS = 60_000;

/** Draws PDFs on one thread of its own, so that nobody who hands in messages waits for somebody who prints. */
export class Press {
  readonly #pool = new Piscina<DrawingJob, Uint8Array>({
    filename: fileURLToPath(new URL('./drawing-thread.ts', import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    maxQueue: MOST_WAITING,
    idleTimeout: IDLE_MS,
  });

  /** One PDF. @throws Problem PRINT-BUSY when too many wait */
  async print(sheets: readonly Sheet[], printedAt: Date, signal: AbortSignal): Promise<Buffer> {
    if (this.#pool.queueSize >= MOST_WAITING)
      throw new Problem(503, 'PRINT-BUSY', {
        zh: '打印繁忙，请稍后重试',
        en: 'Too much is being printed at present; try again later',
      });
    return Buffer.from(await this.#pool.run({ sheets, printedAt }, { signal }));
  }

  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
