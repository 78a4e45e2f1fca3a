import { commit, type DrawRecord, draw } from '#draws';
import { Problem } from '#http';
import { addDays, type Day, parseDecimal } from '#kernel';
import {
  candidatesOn,
  commitTo,
  type DayOfDraws,
  daysPage,
  type SeededDay,
  seededDay,
} from '../storage/draws.ts';
import type { GateSources } from './ports.ts';

type Sources = Pick<GateSources, 'database' | 'now' | 'today' | 'rules' | 'digest' | 'secret'>;

/** A day's commitment with, once the day is over, everything needed to draw again. */
export interface ShownDay {
  readonly day: DayOfDraws;
  readonly record?: DrawRecord;
  /** The passes that came to the gate for the first time that day. */
  readonly candidates: readonly string[];
}

/**
 * Random checks at the gate: for each day a secret is committed to on the day before or earlier, each pass is drawn by
 * it when it first comes to a gate, and the secret is revealed when the day is over, so that anybody can draw again.
 */
export class Draws {
  readonly #sources: Sources;
  readonly #known = new Map<Day, SeededDay | null>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Whom the check falls on that day: a question that is answered without asking the database. */
  async on(day: Day): Promise<(passNo: string) => boolean> {
    const seeded = await this.#seeded(day);
    if (seeded === null) return () => false;
    const rate = parseDecimal(seeded.rate);
    return (passNo) => draw(seeded, rate, seeded.seed, [passNo], this.#sources.digest).drawn.length > 0;
  }

  /** Commits to today, where nobody has, and to tomorrow. */
  async commit(): Promise<void> {
    const { database, now, today, rules, digest, secret } = this.#sources;
    const days = [today(), addDays(today(), 1)].flatMap((day): SeededDay[] => {
      const rate = rules(day).samplingRate;
      if (rate === 0n) return [];
      const seed = secret();
      return [{ ...commit(`gate ${day}`, rate, seed, digest), day, seed, committedAt: now() }];
    });
    if (days.length > 0) await database.transaction((client) => commitTo(client, days));
  }

  async #seeded(day: Day): Promise<SeededDay | null> {
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    await this.commit();
    const seeded = (await seededDay(this.#sources.database, day)) ?? null;
    // A day or two are asked for at a time; those before are of no more use.
    if (this.#known.size > 3) this.#known.clear();
    this.#known.set(day, seeded);
    return seeded;
  }

  /** Commitments, the latest day first. */
  page(before: string | undefined, limit: number): Promise<DayOfDraws[]> {
    return daysPage(this.#sources.database.publicReaders, before, limit);
  }

  /** The draw of a day. @throws Problem 404 where nothing was committed to for it */
  async shown(day: Day): Promise<ShownDay> {
    const { database, today, digest } = this.#sources;
    const seeded = await seededDay(database.publicReaders, day);
    if (seeded === undefined)
      throw new Problem(404, 'DRAW-NOT-FOUND', {
        zh: `${day} 没有公布抽查承诺`,
        en: `Nothing was committed to for ${day}`,
      });
    const { seed, ...plain } = seeded;
    // Who knows the secret on its day knows whom it will fall on.
    if (day >= today()) return { day: plain, candidates: [] };
    const candidates = (await candidatesOn(database.publicReaders, day)).map(({ passNo }) => passNo);
    const commitment = { purpose: seeded.purpose, rate: seeded.rate, seedDigest: seeded.seedDigest };
    return {
      day: plain,
      candidates,
      record: draw(commitment, parseDecimal(seeded.rate), seed, candidates, digest),
    };
  }
}
