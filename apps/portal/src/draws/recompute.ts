// A draw is drawn again here by itself, from the published rule alone: what the server says of it is not asked again.

/** What was published before anybody knew who would be drawn. */
export interface Commitment {
  readonly purpose: string;
  /** Share of the candidates, above 0 and at most 1, as a decimal text. */
  readonly rate: string;
  readonly seedDigest: string;
}

/** What is published once the candidates are known. */
export interface DrawRecord extends Commitment {
  readonly seed: string;
  readonly candidatesDigest: string;
  readonly candidates: number;
  readonly drawn: readonly string[];
}

/** What does not hold; `noted` where the commitment is not the one somebody wrote down. */
export type DrawFault = 'noted' | 'commitment' | 'seed' | 'candidates' | 'result';

export interface Verdict {
  readonly faults: readonly DrawFault[];
  /** Candidates that the rule draws. */
  readonly drawn: readonly string[];
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Tickets are the first 64 bits of a digest. */
const DIGITS = 16;

/** Whether a ticket is below the rate's share of all tickets, worked in whole numbers. */
function isBelow(ticket: bigint, rate: string): boolean {
  const [whole = '0', rest = ''] = rate.split('.');
  return ticket * 10n ** BigInt(rest.length) < BigInt(whole + rest) << BigInt(DIGITS * 4);
}

/**
 * Draws again among the candidates and compares with what was published.
 * @param noted digest of the seed as somebody wrote it down beforehand; empty where nobody did
 */
export async function drawAgain(
  committed: Commitment,
  record: DrawRecord,
  candidates: readonly string[],
  noted = '',
): Promise<Verdict> {
  const faults: DrawFault[] = [];
  const { purpose, rate, seedDigest } = committed;
  if (noted !== '' && noted.trim().toLowerCase() !== seedDigest) faults.push('noted');
  if (purpose !== record.purpose || rate !== record.rate || seedDigest !== record.seedDigest)
    faults.push('commitment');
  if ((await sha256(record.seed)) !== seedDigest) faults.push('seed');
  const digest = await sha256(JSON.stringify(candidates));
  const twice = new Set(candidates).size < candidates.length;
  if (twice || digest !== record.candidatesDigest || candidates.length !== record.candidates)
    faults.push('candidates');
  const drawn: string[] = [];
  for (const candidate of candidates) {
    const ticket = await sha256(JSON.stringify([purpose, record.seed, candidate]));
    if (isBelow(BigInt(`0x${ticket.slice(0, DIGITS)}`), rate)) drawn.push(candidate);
  }
  if (JSON.stringify(drawn) !== JSON.stringify(record.drawn)) faults.push('result');
  return { faults, drawn };
}
