import { commit } from '#draws';
import { addDays, type Day, ONE } from '#kernel';
import { commitTo, type SeededDay, seededDay } from '../storage/draws.ts';
import type { SamplingPorts } from './ports.ts';

type Ports = Pick<SamplingPorts, 'database' | 'now' | 'chinaDay' | 'digest' | 'secret'>;

/** What a day's draws are for. */
const purposeOf = (day: Day): string => `sampling ${day}`;

/** The secrets of the days: committed to on the day before or earlier, so that nobody can choose whom a draw falls on. */
export class Seeds {
  readonly #ports: Ports;
  readonly #known = new Map<Day, SeededDay>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** Commits to today, where nobody has, and to tomorrow. */
  async commit(): Promise<void> {
    const { database, now, chinaDay, digest, secret } = this.#ports;
    const at = now();
    const today = chinaDay(at);
    const days = [today, addDays(today, 1)].map((day): SeededDay => {
      const seed = secret();
      // Each list has a rate of its own, by the table; what is committed to is the secret.
      const { purpose, seedDigest } = commit(purposeOf(day), ONE, seed, digest);
      return { day, purpose, seedDigest, seed, committedAt: at };
    });
    await database.transaction((client) => commitTo(client, days));
  }

  /** The secret of a day: a question that is answered without asking the database, but for the first time. */
  async of(day: Day): Promise<SeededDay> {
    const known = this.#known.get(day);
    if (known) return known;
    await this.commit();
    const seeded = await seededDay(this.#ports.database, day);
    if (!seeded) throw new Error(`nothing was committed to for ${day}`);
    // A day or two are asked for at a time; those before are of no more use.
    if (this.#known.size > 3) this.#known.clear();
    this.#known.set(day, seeded);
    return seeded;
  }
}
