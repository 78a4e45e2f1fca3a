import { setTimeout as sleep } from 'node:timers/promises';
import { chinaStamp, type Instant } from '#kernel';
import { type Dossier, makeDossier } from './dossiers.ts';
import { faults, type Step } from './faults/index.ts';
import { stepBytes } from './messages.ts';
import { BUYER_COUNT } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { createZone, type Zone } from './zone.ts';

/** How the platform answered one message of the demo day. */
export interface PlayedStep {
  readonly dossier: Dossier;
  readonly step: Step;
  /** HTTP status; 0 when no answer came after all tries. */
  readonly status: number;
}

export interface DemoDay {
  /** Where the platform listens, e.g. `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** API keys by customs code; firms without one stay silent. */
  readonly keys: ReadonlyMap<string, string>;
  /** Ends the day; what is on its way is given up. */
  readonly signal: AbortSignal;
  /** One to four digits or capital letters, new for each start, so that numbers never come twice. */
  readonly runId: string;
  /** Dossiers a second. */
  readonly pace?: number;
  /** How long a second between two papers lasts, milliseconds: shorter in tests. */
  readonly secondMs?: number;
  readonly zone?: Zone;
  readonly now?: () => Instant;
  /** What comes before all that chance makes up. */
  readonly first?: readonly Dossier[];
  /** Told of every answer. */
  readonly played?: (step: PlayedStep) => void;
}

const PACE = 1.5;
const SECOND_MS = 1000;
/** Every eighth dossier has a fault: 12.5 %. */
const FAULT_EVERY = 8;
/** The first fault comes early, so that the first screen already shows one. */
const FIRST_FAULT = 3;
/** Dossiers on their way at the same time; when the platform is slower than the pace, the pace gives way. */
const UNDER_WAY = 60;
const TRIES = 4;
const FIRST_PAUSE_MS = 500;
const ANSWER_TIMEOUT_MS = 15_000;
/** The list is written this long after the order (in life); papers must not come from the future. */
const LIFE_MINUTES = 46;
/** Between the two purchases of a buyer who splits an order. */
const EARLIER_SECONDS = 5;

/** Waits; resolves to false when the day ended meanwhile. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(milliseconds, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

class Player {
  readonly #day: DemoDay;
  readonly #zone: Zone;
  readonly #random: Random;
  readonly #now: () => Instant;
  readonly #firstBuyer: number;

  constructor(day: DemoDay) {
    this.#day = day;
    this.#zone = day.zone ?? createZone();
    this.#now = day.now ?? Date.now;
    this.#random = createRandom(`${day.runId}/${chinaStamp(this.#now())}`);
    this.#firstBuyer = this.#random.below(BUYER_COUNT);
  }

  /** The dossier of a place in the day. */
  dossier(place: number): Dossier {
    const orderedAt = this.#now() - LIFE_MINUTES * 60_000;
    const turn = place - FIRST_FAULT;
    const fault =
      turn >= 0 && turn % FAULT_EVERY === 0 ? faults[(turn / FAULT_EVERY) % faults.length] : undefined;
    const day = chinaStamp(this.#now()).slice(2, 8);
    return makeDossier(this.#random, this.#zone, {
      number: `${day}${this.#day.runId}${String(place).padStart(6, '0')}`,
      orderedAt,
      buyerIndex: this.#firstBuyer + place,
      ...(fault === undefined ? {} : { fault: fault.name }),
    });
  }

  /** Sends the papers of a dossier, each at its time. */
  async play(dossier: Dossier): Promise<void> {
    const earlier = dossier.earlier?.steps ?? [];
    const shift = earlier.length > 0 ? EARLIER_SECONDS : 0;
    const own = dossier.steps.map((step) => ({ ...step, seconds: step.seconds + shift }));
    const secondMs = this.#day.secondMs ?? SECOND_MS;
    let clock = 0;
    for (const step of [...earlier, ...own]) {
      const wait = Math.max(0, step.seconds - clock);
      if (wait > 0 && !(await pause(wait * secondMs, this.#day.signal))) return;
      clock += wait;
      const status = await this.#send(step);
      if (this.#day.signal.aborted) return;
      this.#day.played?.({ dossier, step, status });
    }
  }

  /** Hands one message in; tries again while the platform cannot be reached. */
  async #send(step: Step): Promise<number> {
    const key = this.#day.keys.get(step.sender.customsCode);
    if (key === undefined) return 0;
    const body = Buffer.from(stepBytes(step, this.#random));
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const status = await this.#post(body, key);
      if (status > 0 && status < 500) return status;
      if (!(await pause(FIRST_PAUSE_MS * 2 ** attempt, this.#day.signal))) return 0;
    }
    return 0;
  }

  async #post(body: Buffer, key: string): Promise<number> {
    try {
      const answer = await fetch(new URL('/api/messages', this.#day.baseUrl), {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/xml' },
        body,
        signal: AbortSignal.any([this.#day.signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      // Not there, not ready, or gone: the caller tries again.
      return 0;
    }
  }
}

/**
 * Plays a day of the zone: purchases come at a gentle pace, their papers a second apart (minutes in life), most of
 * them clean, every eighth with the next kind of fault. Everything goes through the platform's own HTTP interface.
 * Goes on until it is told to stop; a platform that does not answer is tried again.
 */
export async function playDemoDay(day: DemoDay): Promise<void> {
  const player = new Player(day);
  const underWay = new Set<Promise<void>>();
  const gapMs = 1000 / (day.pace ?? PACE);
  const begin = (dossier: Dossier): void => {
    const played = player.play(dossier).finally(() => underWay.delete(played));
    underWay.add(played);
  };
  for (const dossier of day.first ?? []) begin(dossier);
  for (let place = 0; !day.signal.aborted; place++) {
    if (underWay.size >= UNDER_WAY) await Promise.race(underWay);
    begin(player.dossier(place));
    if (!(await pause(gapMs, day.signal))) break;
  }
  await Promise.all(underWay);
}
