import { type Decimal, formatDecimal, ONE } from '#kernel';

/** A digest of a text as 64 hexadecimal characters, given by whoever has one: SHA-256 everywhere here. */
export type Digest = (text: string) => string;

/** What is published before anybody knows who will be drawn: nothing of it can be changed afterwards unseen. */
export interface Commitment {
  /** What is drawn for, e.g. `inspection 2026-05-01 8620`. */
  readonly purpose: string;
  /** Share of the candidates that is to be drawn on average, above 0 and at most 1, as a decimal text. */
  readonly rate: string;
  /** Digest of the secret seed. */
  readonly seedDigest: string;
}

/** What is published after the candidates are known. */
export interface DrawRecord extends Commitment {
  readonly seed: string;
  /** Digest over all candidates in order. */
  readonly candidatesDigest: string;
  readonly candidates: number;
  /** Candidates drawn, in order. */
  readonly drawn: readonly string[];
}

/** Least characters of a seed: 32 bytes as hexadecimal. */
const SEED = /^[0-9a-f]{64,}$/;

/**
 * Commits to a draw.
 * @throws RangeError when the seed is no secret of 32 bytes, or the rate is not above 0 and at most 1.
 */
export function commit(purpose: string, rate: Decimal, seed: string, digest: Digest): Commitment {
  if (!SEED.test(seed)) throw new RangeError('a seed is at least 32 random bytes in hexadecimal');
  if (rate <= 0n || rate > ONE) throw new RangeError('a rate is above 0 and at most 1');
  return { purpose, rate: formatDecimal(rate), seedDigest: digest(seed) };
}

/** Bits of a ticket that are looked at: as many as a decimal's scale needs, and far more than candidates there are. */
const TICKET_DIGITS = 16;
const TICKETS = 1n << BigInt(TICKET_DIGITS * 4);

/** The candidate's ticket, a number evenly spread from 0 to below 2^64 that nobody can choose or foresee. */
export function ticketOf(purpose: string, seed: string, candidate: string, digest: Digest): bigint {
  return BigInt(`0x${digest(JSON.stringify([purpose, seed, candidate])).slice(0, TICKET_DIGITS)}`);
}

/**
 * Whether a candidate is drawn: its ticket is below the rate's share of all tickets. Each candidate is drawn by itself,
 * so that one may be decided on as it comes, and none can be pushed out by others.
 */
export function isDrawn(rate: Decimal, ticket: bigint): boolean {
  return ticket * ONE < rate * TICKETS;
}

/**
 * Draws among candidates and writes down what anybody needs to draw again.
 * @throws RangeError when the seed is not the one committed to, or a candidate is named twice.
 */
export function draw(
  commitment: Commitment,
  rate: Decimal,
  seed: string,
  candidates: readonly string[],
  digest: Digest,
): DrawRecord {
  if (digest(seed) !== commitment.seedDigest) throw new RangeError('this is not the seed committed to');
  if (new Set(candidates).size < candidates.length) throw new RangeError('a candidate is named twice');
  const drawn = candidates.filter((one) => isDrawn(rate, ticketOf(commitment.purpose, seed, one, digest)));
  return {
    ...commitment,
    ...{ seed, candidatesDigest: digest(JSON.stringify(candidates)), candidates: candidates.length, drawn },
  };
}

/** What is wrong with a draw. */
export type DrawFault = 'DRAW-COMMITMENT' | 'DRAW-SEED' | 'DRAW-CANDIDATES' | 'DRAW-RESULT';

/**
 * Draws again and compares: that the record stands for what was committed to beforehand, the seed is that one, the
 * candidates are those, and exactly the right ones are drawn.
 * @returns everything that does not hold; nothing where the draw was fair.
 */
export function verifyDraw(
  committed: Commitment,
  record: DrawRecord,
  rate: Decimal,
  candidates: readonly string[],
  digest: Digest,
): DrawFault[] {
  const faults: DrawFault[] = [];
  const { purpose, seedDigest } = record;
  if (committed.purpose !== purpose || committed.rate !== record.rate || committed.seedDigest !== seedDigest)
    faults.push('DRAW-COMMITMENT');
  if (digest(record.seed) !== committed.seedDigest) faults.push('DRAW-SEED');
  if (
    digest(JSON.stringify(candidates)) !== record.candidatesDigest ||
    candidates.length !== record.candidates
  )
    faults.push('DRAW-CANDIDATES');
  const right = candidates.filter((one) =>
    isDrawn(rate, ticketOf(committed.purpose, record.seed, one, digest)),
  );
  if (JSON.stringify(right) !== JSON.stringify(record.drawn)) faults.push('DRAW-RESULT');
  return faults;
}
