/** Who decides for an agency: the platform's table and the agency's officers here, or the agency over its link. */
export type LinkJudge = 'engine' | 'live';

/**
 * How a link stands.
 *
 * - resting: nothing goes over it, and nothing is asked for;
 * - asked: somebody has asked that the agency decide itself; it is tried whether it answers, and it decides nothing yet;
 * - deciding: the agency decides itself;
 * - paused: it does, but for now nothing goes over the link and what is asked waits.
 */
export const linkStandings = ['resting', 'asked', 'deciding', 'paused'] as const;
export type LinkStanding = (typeof linkStandings)[number];

interface Link {
  readonly address: string;
  readonly judge: LinkJudge;
  /** Whether it is left alone: nothing goes over it, and nobody looks whether it answers. */
  readonly resting: boolean;
}

export function standingOf({ judge, resting }: Omit<Link, 'address'>): LinkStanding {
  if (judge === 'live') return resting ? 'paused' : 'deciding';
  return resting ? 'resting' : 'asked';
}

/**
 * What a wish makes of a link. That the agency decides itself is only asked for, and a link that is moved decides no
 * longer: an address speaks for an agency once two people have agreed to it.
 */
export function linkAfter(
  before: Link | undefined,
  { address, judge }: { readonly address: string; readonly judge: LinkJudge },
): Link {
  if (judge === 'engine') return { address, judge, resting: true };
  if (before?.judge === 'live' && before.address === address) return before;
  return { address, judge: 'engine', resting: false };
}

/** Why somebody may not confirm that an agency decides itself; undefined where they may. */
export function confirmingRefused(
  link: Link & { readonly changedBy: string },
  seen: string,
  by: string,
): 'not-asked' | 'four-eyes' | undefined {
  if (standingOf(link) !== 'asked' || link.address !== seen) return 'not-asked';
  return link.changedBy === by ? 'four-eyes' : undefined;
}
