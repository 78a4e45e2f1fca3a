import type { Summary } from '../http/list-schemas.ts';
import { type PagePorts, summaryView, type Viewer } from './pages.ts';

export interface SummaryPorts extends PagePorts {
  /** The instant the day began in China. */
  readonly chinaMidnight: (at: Date) => Date;
}

/** Every open page asks for the summary again and again: a reader's own is a second old at most, and made once. */
const freshMs = 1_000;

/** Summaries as last made, by reader and width of the bars. */
export class Summaries {
  readonly #ports: SummaryPorts;
  readonly #made = new Map<string, { readonly until: number; readonly summary: Promise<Summary> }>();

  constructor(ports: SummaryPorts) {
    this.#ports = ports;
  }

  of(viewer: Viewer, bucketSeconds: number): Promise<Summary> {
    const name = `${bucketSeconds} ${viewer.party ?? ''}`;
    const at = performance.now();
    const known = this.#made.get(name);
    if (known && at < known.until) return known.summary;
    for (const [other, { until }] of this.#made) if (until <= at) this.#made.delete(other);
    const midnight = this.#ports.chinaMidnight(this.#ports.now());
    const summary = summaryView(this.#ports, viewer, bucketSeconds, midnight);
    this.#made.set(name, { until: at + freshMs, summary });
    // A fault is for those who asked; the next one tries again.
    summary.catch(() => this.#made.delete(name));
    return summary;
  }
}
