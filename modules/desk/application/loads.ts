import type { DeskLoad } from '../http/schemas.ts';
import type { DeskPorts } from './ports.ts';
import { loadView } from './queue-view.ts';

/** Every open desk asks again and again, and the sums go over all open cases: they are made once in so long. */
const freshMs = 2_000;

/** The load as last summed up, by office. */
export class Loads {
  readonly #ports: DeskPorts;
  readonly #made = new Map<string, { readonly until: number; readonly load: Promise<DeskLoad> }>();

  constructor(ports: DeskPorts) {
    this.#ports = ports;
  }

  of(office: string | undefined): Promise<DeskLoad> {
    const at = performance.now();
    for (const [other, { until }] of this.#made) if (until <= at) this.#made.delete(other);
    const known = this.#made.get(office ?? '');
    if (known) return known.load;
    const load = loadView(this.#ports, office);
    this.#made.set(office ?? '', { until: at + freshMs, load });
    // A fault is for those who asked; the next one tries again.
    load.catch(() => this.#made.delete(office ?? ''));
    return load;
  }
}
