import { type Client, type Queryable, statement } from '#postgres';

export type AnswerStanding = 'taken' | 'late' | 'unmatched';

/** What an agency answered over its link. */
export interface KeptAnswer {
  readonly agency: string;
  readonly answerId: string;
  readonly deliveryId: string;
  readonly word: string;
  readonly reason: string;
  readonly saidAt: Date;
  readonly arrivedAt: Date;
  readonly standing: AnswerStanding;
}

const known = statement(
  'select answer_id as "answerId" from agencies.answer where agency = $1 and answer_id = any($2)',
);

/** Which of these answers have been here before. */
export async function knownAnswers(
  client: Queryable,
  agency: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await client.query<{ answerId: string }>(known, [agency, ids]);
  return new Set(rows.map(({ answerId }) => answerId));
}

const add = statement(`
insert into agencies.answer (agency, answer_id, delivery_id, word, reason, said_at, arrived_at, standing)
values ($1, $2, $3, $4, $5, $6, $7, $8)`);

export async function addAnswer(client: Client, answer: KeptAnswer): Promise<void> {
  const { agency, answerId, deliveryId, word, reason, saidAt, arrivedAt, standing } = answer;
  await client.run(add, [agency, answerId, deliveryId, word, reason, saidAt, arrivedAt, standing]);
}

const page = statement(`select agency, answer_id as "answerId", delivery_id as "deliveryId", word, reason,
  said_at as "saidAt", arrived_at as "arrivedAt", standing from agencies.answer
where agency = $1 and ($2::timestamptz is null or (arrived_at, answer_id) < ($2, $3))
order by arrived_at desc, answer_id desc limit $4`);

/** Answers of an agency, the latest first. */
export async function answersPage(
  client: Queryable,
  wish: {
    readonly agency: string;
    readonly before: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<KeptAnswer[]> {
  const { agency, before, limit } = wish;
  return client.query<KeptAnswer>(page, [agency, before?.at ?? null, before?.id ?? null, limit]);
}
