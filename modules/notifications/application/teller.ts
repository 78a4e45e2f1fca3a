import { type Reader, readersOf, scopeOf } from '#access';
import { entriesAfter, latestCursor, type ReadEntry } from '#journal';
import { eventOfEntry } from '#notices';
import type { Database } from '#postgres';
import { kindNamed } from '../domain/kinds.ts';
import type { NotificationParameters } from '../domain/parameters.ts';
import { type Listener, notificationsFor, type ToldEvent } from '../domain/tell.ts';
import { tellThese } from '../storage/notifications.ts';
import { beginAt, moveOn, toldUpTo } from '../storage/progress.ts';
import { Tidying } from './tidying.ts';

export interface TellerPorts {
  readonly database: Database;
  readonly now: () => Date;
  readonly parameters: () => NotificationParameters;
}

/** Entries of the journal read at once (D). */
const pageOfEntries = 1_000;
/** A cursor that only passes over what concerns nobody is moved after so many, not with each look. */
const passedOver = 100;

/** Reads the journal and tells people of it; of several servers the one that moves the cursor has told. */
export class Teller {
  readonly #ports: TellerPorts;
  readonly #tidy: Tidying;
  #stopped = false;

  constructor(ports: TellerPorts) {
    this.#ports = ports;
    this.#tidy = new Tidying(ports);
  }

  /** Tells all there is to tell. */
  async round(): Promise<void> {
    for (let more = true; more && !this.#stopped; ) more = await tellMore(this.#ports.database);
    await this.#tidy.now();
  }

  /** The page in hand is the last. */
  stop(): void {
    this.#stopped = true;
  }
}

/**
 * Tells of one page of the journal: one look-up of people and one statement, however many are told.
 * @returns whether there is more to read
 */
async function tellMore(database: Database): Promise<boolean> {
  const from = await toldUpTo(database);
  if (from === undefined) {
    // What happened before there were notifications is told nobody.
    await beginAt(database, await latestCursor(database));
    return false;
  }
  const page = await entriesAfter(database, from, pageOfEntries);
  const to = page.at(-1)?.cursor;
  const events = page.flatMap((entry) => eventOf(entry) ?? []);
  if (to === undefined || (events.length === 0 && page.length < passedOver)) return false;
  const codes = [...new Set(events.flatMap(({ enterprises }) => enterprises))];
  const readers = events.length === 0 ? [] : await readersOf(database, codes);
  const told = notificationsFor(events, readers.map(listenerOf));
  await database.transaction(async (client) => {
    if ((await moveOn(client, from, to)) && told.length > 0) await tellThese(client, told);
  });
  return page.length === pageOfEntries;
}

/** An entry as people are told of it; undefined for what concerns none. */
function eventOf(entry: ReadEntry): ToldEvent | undefined {
  const told = eventOfEntry(entry);
  if (!told || !kindNamed(told.event.kind)) return undefined;
  const { by, doneBy } = entry.body as { readonly by?: unknown; readonly doneBy?: unknown };
  const who = by ?? doneBy;
  return {
    ...told.event,
    enterprises: told.enterprises,
    by: typeof who === 'string' ? who : undefined,
  };
}

function listenerOf({ accountId, customsCode, standing }: Reader): Listener {
  const known = new Map<string, string | undefined>();
  return {
    accountId,
    customsCode,
    reach: (need) => {
      const name = `${need.resource} ${need.action}`;
      if (!known.has(name)) known.set(name, scopeOf(standing, need));
      return known.get(name);
    },
  };
}
