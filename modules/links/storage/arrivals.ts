import type { Finding } from '#kernel';
import { type Client, statement } from '#postgres';
import { placeOf } from '#vault';

/** A piece that came from an agency, kept as evidence. */
export interface Arrival {
  /** SHA-256 of the bytes. */
  readonly digest: Buffer;
  readonly name: string;
  readonly arrivedAt: Date;
  readonly kind: 'receipts' | 'response' | 'unreadable';
  readonly findings: readonly Finding[];
  /** zstd; sealed when it is kept. */
  readonly content: Buffer;
}

const keepThese = statement(`
insert into links.arrival (digest, agency, name, arrived_at, kind, findings, content)
select digest, $1, name, arrived_at, kind, findings, content
from unnest($2::bytea[], $3::text[], $4::timestamptz[], $5::text[], $6::json[], $7::bytea[])
  as a(digest, name, arrived_at, kind, findings, content)
order by digest
on conflict do nothing
returning encode(digest, 'hex') as digest`);

/** Keeps pieces; answers the digests, in hexadecimal, of those that had not been kept before with all that follows. */
export async function keepArrivals(
  client: Client,
  agency: string,
  arrivals: readonly Arrival[],
): Promise<ReadonlySet<string>> {
  const rows = await client.query<{ digest: string }>(keepThese, [
    agency,
    arrivals.map(({ digest }) => digest),
    arrivals.map(({ name }) => name),
    arrivals.map(({ arrivedAt }) => arrivedAt),
    arrivals.map(({ kind }) => kind),
    arrivals.map(({ findings }) => (findings.length > 0 ? JSON.stringify(findings) : null)),
    arrivals.map(({ digest, content }) =>
      client.vault.seal(placeOf('links.arrival', digest.toString('hex'), agency), content),
    ),
  ]);
  return new Set(rows.map(({ digest }) => digest));
}

export type AnswerStanding = 'taken' | 'late' | 'unmatched';

/** One receipt of an agency. */
export interface Answer {
  /** Of what it says; the same receipt that comes again has the same one. */
  readonly digest: Buffer;
  readonly arrival: Buffer;
  readonly place: number;
  readonly arrivedAt: Date;
  readonly type: string;
  readonly returnStatus: string;
  readonly returnTime: string;
  readonly returnInfo: string;
  readonly body: object;
  readonly standing: AnswerStanding;
  readonly findings: readonly Finding[];
  readonly sender: string | null;
  readonly messageId: string | null;
}

const knownThese = statement(`
select digest from links.answer where agency = $1 and digest = any($2::bytea[])`);

/** Which of these receipts have been noted before, by digest in hexadecimal. */
export async function knownAnswers(
  client: Client,
  agency: string,
  digests: readonly Buffer[],
): Promise<ReadonlySet<string>> {
  const rows = await client.query<{ digest: Buffer }>(knownThese, [agency, digests]);
  return new Set(rows.map(({ digest }) => digest.toString('hex')));
}

const addThese = statement(`
insert into links.answer (digest, agency, arrival, place, arrived_at, type, return_status, return_time, return_info,
  body, standing, findings, sender, message_id)
select digest, $1, arrival, place, arrived_at, type, return_status, return_time, return_info, body, standing, findings,
  sender, message_id
from unnest($2::bytea[], $3::bytea[], $4::int[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[],
  $10::json[], $11::text[], $12::json[], $13::text[], $14::uuid[])
  as a(digest, arrival, place, arrived_at, type, return_status, return_time, return_info, body, standing, findings,
    sender, message_id)`);

/** Throws a unique violation when another server has noted one of them meanwhile: then look again. */
export async function addAnswers(client: Client, agency: string, answers: readonly Answer[]): Promise<void> {
  const column = <Name extends keyof Answer>(name: Name) => answers.map((answer) => answer[name]);
  await client.run(addThese, [
    agency,
    column('digest'),
    column('arrival'),
    column('place'),
    column('arrivedAt'),
    column('type'),
    column('returnStatus'),
    column('returnTime'),
    column('returnInfo'),
    answers.map(({ body }) => JSON.stringify(body)),
    column('standing'),
    answers.map(({ findings }) => (findings.length > 0 ? JSON.stringify(findings) : null)),
    column('sender'),
    column('messageId'),
  ]);
}
