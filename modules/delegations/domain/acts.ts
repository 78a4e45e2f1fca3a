import type { Bilingual, Day } from '#kernel';
import { type DelegationState, standingOn, type Term } from './standing.ts';

export type Side = 'principal' | 'agent';
export type DelegationAct = 'accept' | 'decline' | 'withdraw' | 'end';

interface Step {
  readonly from: DelegationState;
  readonly to: DelegationState;
  readonly by: readonly Side[];
  readonly text: Bilingual;
}

/** What can be done with a delegation, by whom, and when. */
export const acts: Readonly<Record<DelegationAct, Step>> = {
  accept: { from: 'proposed', to: 'accepted', by: ['agent'], text: { zh: '接受', en: 'accept' } },
  decline: { from: 'proposed', to: 'declined', by: ['agent'], text: { zh: '拒绝', en: 'decline' } },
  withdraw: { from: 'proposed', to: 'withdrawn', by: ['principal'], text: { zh: '撤回', en: 'withdraw' } },
  end: { from: 'accepted', to: 'ended', by: ['principal', 'agent'], text: { zh: '终止', en: 'end' } },
};

/** Why somebody may not do this with a delegation; undefined where it may. */
export function objection(
  act: DelegationAct,
  side: Side,
  term: Term,
  day: Day,
): { readonly code: 'DELEGATION-SIDE' | 'DELEGATION-STATE'; readonly text: Bilingual } | undefined {
  const { from, by, text } = acts[act];
  if (!by.includes(side))
    return {
      code: 'DELEGATION-SIDE',
      text:
        side === 'principal'
          ? { zh: `只有受托企业可以${text.zh}`, en: `Only the agent may ${text.en} it` }
          : { zh: `只有委托企业可以${text.zh}`, en: `Only the principal may ${text.en} it` },
    };
  const over = standingOn(term, day) === 'expired';
  if (term.state === from && !over) return undefined;
  const { zh, en } = over ? { zh: '已到期', en: 'has expired' } : wordsOf[term.state];
  return {
    code: 'DELEGATION-STATE',
    text: { zh: `委托${zh}，不能${text.zh}`, en: `The delegation ${en}; one cannot ${text.en} it` },
  };
}

const wordsOf: Readonly<Record<DelegationState, Bilingual>> = {
  proposed: { zh: '尚待接受', en: 'is only proposed' },
  accepted: { zh: '已被接受', en: 'is accepted already' },
  declined: { zh: '已被拒绝', en: 'was declined' },
  withdrawn: { zh: '已被撤回', en: 'was withdrawn' },
  ended: { zh: '已被终止', en: 'has been ended' },
};
