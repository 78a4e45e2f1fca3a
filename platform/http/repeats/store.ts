import { type Database, statement } from '#postgres';

/** A request as it is told from others: digests only. */
export interface RequestMark {
  /** Who asks. */
  readonly caller: string;
  /** Of route and key. */
  readonly key: Buffer;
  /** Of everything the caller asks for. */
  readonly fingerprint: Buffer;
}

/** What is on file of a key that has been used before. */
export interface EarlierRequest {
  readonly sameRequest: boolean;
  readonly begunAt: Date;
  /** Undefined while it is not answered. */
  readonly answer: Buffer | undefined;
}

const begin = statement(
  `with expired as (
     delete from http.repeat where (caller, key) in (
       select caller, key from http.repeat where expires_at <= $4 and (caller, key) <> ($1, $2)
       order by expires_at limit 100 for update skip locked
     )
   )
   insert into http.repeat (caller, key, fingerprint, begun_at, expires_at) values ($1, $2, $3, $4, $5)
   on conflict (caller, key) do update
     set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at, expires_at = excluded.expires_at, answer = null
     where repeat.expires_at <= excluded.begun_at`,
);
const find = statement(
  'select fingerprint, begun_at as "begunAt", answer from http.repeat where caller = $1 and key = $2',
);
const keep = statement('update http.repeat set answer = $3 where caller = $1 and key = $2 and begun_at = $4');
const forget = statement(
  'delete from http.repeat where caller = $1 and key = $2 and begun_at = $3 and answer is null',
);

/** The requests with a key of the last hours, and what they were answered. Expired ones go when others come. */
export class RepeatStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Notes that a request begins; answers with what is on file instead where its key has been used before. */
  async begin(mark: RequestMark, at: Date, expiresAt: Date): Promise<EarlierRequest | undefined> {
    const { caller, key, fingerprint } = mark;
    for (;;) {
      if ((await this.#database.run(begin, [caller, key, fingerprint, at, expiresAt])) > 0) return undefined;
      const [row] = await this.#database.query<{ fingerprint: Buffer; begunAt: Date; answer: Buffer | null }>(
        find,
        [caller, key],
      );
      // Forgotten since: it was refused, and may be asked anew.
      if (row === undefined) continue;
      return {
        sameRequest: row.fingerprint.equals(fingerprint),
        begunAt: row.begunAt,
        answer: row.answer ?? undefined,
      };
    }
  }

  async keep({ caller, key }: RequestMark, begunAt: Date, answer: Buffer): Promise<void> {
    await this.#database.run(keep, [caller, key, answer, begunAt]);
  }

  /** A request that changed nothing: its key may be used again. */
  async forget({ caller, key }: RequestMark, begunAt: Date): Promise<void> {
    await this.#database.run(forget, [caller, key, begunAt]);
  }
}
