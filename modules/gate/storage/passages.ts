import type { Finding } from '#kernel';
import type { Client, Queryable } from '#postgres';

/** One coming of a vehicle to a gate, and what was answered. */
export interface Passage {
  readonly gate: string;
  readonly eventNo: string;
  readonly at: Date;
  readonly passNo: string;
  readonly owner: string | null;
  readonly plate: string;
  readonly weightKg: string | null;
  readonly answer: 'open' | 'stop';
  readonly reasons: readonly Finding[];
  readonly askedBy: string;
}

const COLUMNS = `gate, event_no as "eventNo", at, pass_no as "passNo", owner, plate, trim_scale(weight_kg)::text as "weightKg",
  answer, reasons, asked_by as "askedBy"`;

/** What was answered before to comings of these numbers. */
export async function answeredBefore(
  client: Client,
  comings: readonly Pick<Passage, 'gate' | 'eventNo'>[],
): Promise<Passage[]> {
  return client.query<Passage>(
    `select ${COLUMNS} from unnest($1::text[], $2::text[]) as k(gate, event_no) join gate.passage using (gate, event_no)`,
    [comings.map(({ gate }) => gate), comings.map(({ eventNo }) => eventNo)],
  );
}

/** Writes answers. Throws a unique violation where another server has answered one meanwhile. */
export async function addPassages(client: Client, passages: readonly Passage[]): Promise<void> {
  const of = <K extends keyof Passage>(key: K) => passages.map((one) => one[key]);
  await client.run(
    `insert into gate.passage (gate, event_no, at, pass_no, owner, plate, weight_kg, answer, reasons, asked_by)
     select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::numeric[],
       $8::text[], $9::jsonb[], $10::text[])`,
    [
      ...[
        of('gate'),
        of('eventNo'),
        of('at'),
        of('passNo'),
        of('owner'),
        of('plate'),
        of('weightKg'),
        of('answer'),
      ],
      ...[passages.map(({ reasons }) => JSON.stringify(reasons)), of('askedBy')],
    ],
  );
}

/** What of the comings is asked for. */
export interface PassageWish {
  readonly owner: string | undefined;
  readonly passNo: string | undefined;
  readonly answer: 'open' | 'stop' | undefined;
  readonly before: { readonly at: string; readonly gate: string; readonly eventNo: string } | undefined;
  readonly limit: number;
}

/** Comings of an owner's passes or of the zone's, the latest first. */
export async function passagesPage(client: Queryable, wish: PassageWish): Promise<Passage[]> {
  return client.query<Passage>(
    `select ${COLUMNS} from gate.passage
     where ($1::text is null or owner = $1) and ($2::text is null or pass_no = $2) and ($3::text is null or answer = $3)
       and ($4::timestamptz is null or (at, gate, event_no) < ($4, $5, $6))
     order by at desc, gate desc, event_no desc limit $7`,
    [
      ...[wish.owner ?? null, wish.passNo ?? null, wish.answer ?? null],
      ...[wish.before?.at ?? null, wish.before?.gate ?? null, wish.before?.eventNo ?? null, wish.limit],
    ],
  );
}

/** How the gate stands: vehicles let through and stopped since an instant, and passes that wait. */
export interface GateCounts {
  readonly opened: number;
  readonly stopped: number;
  /** Of those stopped, for a list that had been called back after its release. */
  readonly recalled: number;
  readonly made: number;
  readonly waiting: number;
}

export async function gateCounts(
  client: Queryable,
  owner: string | undefined,
  since: Date,
): Promise<GateCounts> {
  const [row] = await client.query<GateCounts>(
    `select (select count(*)::int from gate.passage where at >= $2 and answer = 'open' and ($1::text is null or owner = $1))
         as opened,
       (select count(*)::int from gate.passage where at >= $2 and answer = 'stop' and ($1::text is null or owner = $1))
         as stopped,
       (select count(*)::int from gate.passage where at >= $2 and answer = 'stop' and ($1::text is null or owner = $1)
          and reasons @> '[{"code": "GATE-RECALLED"}]') as recalled,
       (select count(*)::int from gate.pass where made_at >= $2 and state = 'made' and ($1::text is null or owner = $1))
         as made,
       (select count(*)::int from gate.pass where state = 'stopped' and ($1::text is null or owner = $1)) as waiting`,
    [owner ?? null, since],
  );
  return row ?? { opened: 0, stopped: 0, recalled: 0, made: 0, waiting: 0 };
}
