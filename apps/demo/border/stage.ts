import { setTimeout as pause } from 'node:timers/promises';
import { chinaDay } from '#kernel';
import type { Zone } from '../zone.ts';
import { actorOf, type Exchange, type Line, StoryFault } from './actors.ts';
import type { Actor, BorderStage } from './story.ts';

export interface StageSettings extends Omit<Line, 'heard'> {
  readonly zone: Zone;
  /** API keys by customs code. */
  readonly keys: ReadonlyMap<string, string>;
  /** The cookie of somebody of the demonstration, signed in once for all stories. */
  readonly cookieOf: (login: string) => Promise<string>;
  /** Four to six capital letters or digits, new for each start and story. */
  readonly runId: string;
  readonly now: () => Date;
  readonly passTo?: (at: Date) => Promise<void>;
  /** Told of everything asked in the story, in order; what is only looked at while waiting is left out. */
  readonly heard?: (exchange: Exchange) => void;
}

const patienceMs = 30_000;
const lookAgainMs = 50;
const longestNumber = 14;

/** Puts up the stage for stories: who speaks, and by what clock. */
export function openStage(settings: StageSettings): BorderStage {
  const { zone, keys, cookieOf, runId, now, passTo, signal, baseUrl } = settings;
  const silent: Line = { baseUrl, ...(signal ? { signal } : {}) };
  const line: Line = { ...silent, ...(settings.heard ? { heard: settings.heard } : {}) };
  const unheard = new Map<Actor, Actor>();
  const twice = (as: string, headers: () => Promise<Record<string, string>>): Actor => {
    const actor = actorOf(line, as, headers);
    unheard.set(actor, actorOf(silent, as, headers));
    return actor;
  };
  return {
    zone,
    now,
    today: () => chinaDay(now().getTime()),
    firm: (customsCode) =>
      twice(customsCode, async () => ({ authorization: `Bearer ${keys.get(customsCode) ?? ''}` })),
    person: (login) =>
      twice(login, async () => ({
        cookie: `chama_session=${await cookieOf(login)}`,
        'sec-fetch-site': 'same-origin',
      })),
    number: (tail) => {
      const number = `${runId}${tail}`;
      if (!/^[A-Z0-9]+$/.test(number) || number.length > longestNumber)
        throw new RangeError(`${number} is no number of a story`);
      return number;
    },
    until: async (look, wished) => {
      const last = performance.now() + patienceMs;
      const quiet = { as: (actor: Actor) => unheard.get(actor) ?? actor };
      for (;;) {
        // What is not there yet may come.
        const body = await look(quiet).catch((error: unknown) => {
          if (error instanceof StoryFault && performance.now() <= last) return undefined;
          throw error;
        });
        if (body !== undefined && wished(body)) return body;
        if (performance.now() > last) throw new StoryFault(`it does not come true: ${JSON.stringify(body)}`);
        await pause(lookAgainMs, undefined, signal ? { signal } : {});
      }
    },
    ...(passTo ? { passTo } : {}),
  };
}
