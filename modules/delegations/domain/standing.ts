import type { Bilingual, Day } from '#kernel';
import { type DelegationKind, delegableKinds, delegationKinds } from './kinds.ts';

/** What has been done with a delegation. */
export type DelegationState = 'proposed' | 'accepted' | 'declined' | 'withdrawn' | 'ended';

/** How it stands on a day: what has been accepted waits for its first day, holds, and is over after its last. */
export type DelegationStanding = Exclude<DelegationState, 'accepted'> | 'waiting' | 'active' | 'expired';

export interface Term {
  readonly state: DelegationState;
  /** First and last day, both inclusive, in China. */
  readonly fromDay: Day;
  readonly toDay: Day;
}

export function standingOn({ state, fromDay, toDay }: Term, day: Day): DelegationStanding {
  if (state !== 'accepted' && state !== 'proposed') return state;
  if (day > toDay) return 'expired';
  if (state === 'proposed') return state;
  return day < fromDay ? 'waiting' : 'active';
}

/** What one enterprise has delegated to another, once. */
export interface Granted extends Term {
  readonly kinds: readonly DelegationKind[];
}

/** Somebody of the register, as far as it is looked at here. */
export interface Party {
  readonly roles: readonly string[];
  /** Whether it may act today. */
  readonly active: boolean;
}

/** Of several delegations the one that serves best counts; the nearest to holding says why none does. */
const closeness: readonly DelegationStanding[] = ['active', 'waiting', 'proposed', 'expired', 'ended'];

/**
 * By kind of what has been delegated: why an agent may not hand it in on this day; null where it may.
 * What was declined or withdrawn never held, so it is not spoken of.
 */
export function whatHolds(
  granted: readonly Granted[],
  { principal, agent }: { readonly principal: Party; readonly agent: Party },
  day: Day,
): Map<DelegationKind, Bilingual | null> {
  const holds = new Map<DelegationKind, Bilingual | null>();
  for (const kind of delegationKinds) {
    const terms = granted
      .filter(({ kinds }) => kinds.includes(kind))
      .map((term) => ({ term, rank: closeness.indexOf(standingOn(term, day)) }))
      .filter(({ rank }) => rank >= 0)
      .sort((one, other) => one.rank - other.rank);
    const [best] = terms;
    if (best) holds.set(kind, whyNot(kind, best.term, principal, agent, day));
  }
  return holds;
}

function whyNot(
  kind: DelegationKind,
  term: Term,
  principal: Party,
  agent: Party,
  day: Day,
): Bilingual | null {
  const standing = standingOn(term, day);
  if (standing !== 'active') return lapses[standing](term);
  if (!principal.active)
    return { zh: '委托企业未备案或已停用', en: 'that enterprise is not registered or not active' };
  const { agents, agentText } = delegableKinds[kind];
  if (!agent.roles.some((role) => (agents as readonly string[]).includes(role)))
    return {
      zh: `受托企业不再是${agentText.zh}`,
      en: `the agent is not registered as ${agentText.en} any more`,
    };
  return null;
}

const lapses: Readonly<Record<Exclude<DelegationStanding, 'active'>, (term: Term) => Bilingual>> = {
  waiting: ({ fromDay }) => ({ zh: `自 ${fromDay} 起才生效`, en: `it begins on ${fromDay}` }),
  proposed: () => ({ zh: '受托企业尚未接受', en: 'the agent has not accepted it yet' }),
  expired: ({ toDay }) => ({ zh: `已于 ${toDay} 到期`, en: `it expired on ${toDay}` }),
  ended: () => ({ zh: '已被终止', en: 'it has been ended' }),
  declined: () => ({ zh: '受托企业未接受', en: 'the agent has declined it' }),
  withdrawn: () => ({ zh: '委托企业已撤回', en: 'it has been withdrawn' }),
};
