import { add, type Decimal, formatDecimal, parseDecimal, subtract, ZERO } from '#kernel';
import { type Client, type Queryable, statement } from '#postgres';
import type { DecisionRecord, LatestDecision, Outcome } from './decisions.ts';

const slotMs = 10_000;

/** A decision as it is counted. */
type Counted = Pick<DecisionRecord, 'recipient' | 'outcome' | 'tradeMode' | 'dutiableValue' | 'taxTotal'>;

interface Tally {
  readonly slot: Date;
  readonly decision: Counted;
  lists: number;
  value: Decimal;
  tax: Decimal;
}

const addTally = statement(`
insert into clearance.tally as t (slot, recipient, outcome, trade_mode, lists, dutiable_value, tax_total)
select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::numeric[], $7::numeric[])
order by 1, 2, 3, 4
on conflict (slot, recipient, outcome, trade_mode) do update set
  lists = t.lists + excluded.lists,
  dutiable_value = t.dutiable_value + excluded.dutiable_value,
  tax_total = t.tax_total + excluded.tax_total`);

const addCount = statement(`
insert into clearance.standing_count as c (recipient, outcome, trade_mode, lists)
select recipient, outcome, trade_mode, sum(lists)
from unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) as n(recipient, outcome, trade_mode, lists)
group by 1, 2, 3 order by 1, 2, 3
on conflict (recipient, outcome, trade_mode) do update set lists = c.lists + excluded.lists`);

/**
 * Counts decisions, in the transaction that records them.
 * @param overtaken what these decisions take the place of within one attempt: a list is counted once however often
 *   customs comes back to it
 */
export async function countDecisions(
  client: Client,
  decisions: readonly DecisionRecord[],
  overtaken: readonly LatestDecision[] = [],
): Promise<void> {
  const tallies = [...talliesOf(decisions, overtaken).values()];
  await client.run(addTally, [
    tallies.map(({ slot }) => slot),
    tallies.map(({ decision }) => decision.recipient),
    tallies.map(({ decision }) => decision.outcome),
    tallies.map(({ decision }) => decision.tradeMode),
    tallies.map(({ lists }) => lists),
    tallies.map(({ value }) => formatDecimal(value)),
    tallies.map(({ tax }) => formatDecimal(tax)),
  ]);
  await moveCounts(
    client,
    tallies.map(({ decision, lists }) => [decision, lists]),
  );
}

/** A list that is judged anew or withdrawn no longer stands where its last decision left it. */
export async function uncountDecisions(client: Client, decisions: readonly LatestDecision[]): Promise<void> {
  await moveCounts(
    client,
    decisions.map((decision) => [decision, -1]),
  );
}

type Standing = Pick<DecisionRecord, 'recipient' | 'outcome' | 'tradeMode'>;

async function moveCounts(client: Client, moves: readonly (readonly [Standing, number])[]): Promise<void> {
  await client.run(addCount, [
    moves.map(([{ recipient }]) => recipient),
    moves.map(([{ outcome }]) => outcome),
    moves.map(([{ tradeMode }]) => tradeMode),
    moves.map(([, lists]) => lists),
  ]);
}

function talliesOf(
  decisions: readonly DecisionRecord[],
  overtaken: readonly LatestDecision[],
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const now = decisions[0]?.decidedAt ?? new Date(0);
  const counted: (readonly [Counted, at: Date, sign: 1 | -1])[] = [
    ...decisions.map((decision) => [decision, decision.decidedAt, 1] as const),
    ...overtaken.map((decision) => [decision, now, -1] as const),
  ];
  for (const [decision, at, sign] of counted) {
    const { outcome, tradeMode, recipient } = decision;
    const slot = new Date(Math.floor(at.getTime() / slotMs) * slotMs);
    const key = `${slot.getTime()} ${recipient} ${outcome} ${tradeMode}`;
    const tally = tallies.get(key) ?? { slot, decision, lists: 0, value: ZERO, tax: ZERO };
    const amount = (text: string | null): Decimal =>
      sign < 0 ? subtract(ZERO, parseDecimal(text ?? '0')) : parseDecimal(text ?? '0');
    tally.lists += sign;
    tally.value = add(tally.value, amount(decision.dutiableValue));
    tally.tax = add(tally.tax, amount(decision.taxTotal));
    tallies.set(key, tally);
  }
  return tallies;
}

export interface CountWish {
  /** Only lists this enterprise sent. */
  readonly recipient?: string | undefined;
  readonly tradeMode?: string | undefined;
}

/** How many lists stand how, by their latest decision. */
export async function standingCounts(
  client: Queryable,
  { recipient, tradeMode }: CountWish,
): Promise<{ outcome: Outcome; lists: number }[]> {
  return client.query(
    `select outcome, sum(lists)::int as lists from clearance.standing_count
     where ($1::text is null or recipient = $1) and ($2::text is null or trade_mode = $2) group by outcome`,
    [recipient ?? null, tradeMode ?? null],
  );
}

export interface SlotCount {
  readonly slot: Date;
  readonly outcome: Outcome;
  readonly lists: number;
  /** CNY, decimal text. */
  readonly taxTotal: string;
}

/** Decisions per ten seconds since an instant. */
export async function countsSince(client: Queryable, since: Date, recipient?: string): Promise<SlotCount[]> {
  return client.query<SlotCount>(
    `select slot, outcome, sum(lists)::int as lists, sum(tax_total)::text as "taxTotal"
     from clearance.tally where slot >= $1 and ($2::text is null or recipient = $2)
     group by slot, outcome order by slot`,
    [since, recipient ?? null],
  );
}

/** Lists that wait to be judged. */
export async function waitingCount(client: Queryable, { recipient, tradeMode }: CountWish): Promise<number> {
  const rows = await client.query<{ count: number }>(
    `select count(*)::int as count from clearance.waiting
     where ($1::text is null or recipient = $1) and ($2::text is null or trade_mode = $2)`,
    [recipient ?? null, tradeMode ?? null],
  );
  return rows[0]?.count ?? 0;
}
