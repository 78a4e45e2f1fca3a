import type { Bilingual, Day, Finding } from '#kernel';
import { type DelegableKind, type DelegationKind, delegableKinds } from './kinds.ts';
import type { Party } from './standing.ts';

/** What an enterprise wants to delegate. */
export interface DelegationWish {
  /** Customs code of the enterprise that is to act. */
  readonly agent: string;
  readonly kinds: readonly DelegationKind[];
  readonly fromDay: Day;
  readonly toDay: Day;
  /** Number of the contract or power of attorney. */
  readonly paperNo: string;
  /** Where the paper or its scan is kept. */
  readonly paperPlace: string;
}

/** Everything that is wrong with a wish, with what to do about each; empty where it can be proposed. */
export function checkWish(
  wish: DelegationWish,
  principal: Party & { readonly customsCode: string },
  agent: Party | undefined,
  day: Day,
): Finding[] {
  return [
    ...agentFindings(wish, principal.customsCode, agent),
    ...wish.kinds.flatMap((kind, at) => kindFindings(kind, at, principal, agent)),
    ...dayFindings(wish, day),
  ];
}

const found = (
  code: string,
  path: string,
  message: Bilingual,
  remedy: Bilingual,
  rule?: string,
): Finding => ({
  ...{ code, level: 'business', path, message, remedy },
  ...(rule ? { rule } : {}),
});

function agentFindings(
  { agent: code }: DelegationWish,
  principal: string,
  agent: Party | undefined,
): Finding[] {
  if (code === principal)
    return [
      found(
        'DELEGATION-SELF',
        'agent',
        { zh: '不能委托自己', en: 'An enterprise cannot delegate to itself' },
        { zh: '填写受托企业的海关注册编码', en: 'Give the customs code of the enterprise that is to act' },
      ),
    ];
  if (agent?.active) return [];
  return [
    found(
      'DELEGATION-AGENT',
      'agent',
      { zh: `企业 ${code} 未备案或已停用`, en: `Enterprise ${code} is not registered or not active` },
      {
        zh: '核对海关注册编码；受托企业须先备案',
        en: 'Check the customs code; the agent must be registered first',
      },
      'R-1.8',
    ),
  ];
}

function kindFindings(
  kind: DelegationKind,
  at: number,
  principal: Party,
  agent: Party | undefined,
): Finding[] {
  const { principals, agents, text, agentText }: DelegableKind = delegableKinds[kind];
  const path = `kinds[${at + 1}]`;
  const findings: Finding[] = [];
  if (!principals.some((role) => principal.roles.includes(role)))
    findings.push(
      found(
        'DELEGATION-NOT-YOURS',
        path,
        {
          zh: `本企业的角色不报送${text.zh}，无从委托`,
          en: `By its roles your enterprise sends no ${text.en} it could delegate`,
        },
        { zh: '去掉此类单证，或补充备案角色', en: 'Leave this kind out, or have the role registered' },
        'R-1.11',
      ),
    );
  if (agent && !agents.some((role) => agent.roles.includes(role)))
    findings.push(
      found(
        'DELEGATION-AGENT-ROLE',
        path,
        {
          zh: `${text.zh}只能委托${agentText.zh}报送`,
          en: `Only ${agentText.en} may send ${text.en} for another`,
        },
        {
          zh: '去掉此类单证，或委托有此角色的企业',
          en: 'Leave this kind out, or choose an agent with that role',
        },
        'R-1.11',
      ),
    );
  return findings;
}

function dayFindings({ fromDay, toDay }: DelegationWish, day: Day): Finding[] {
  if (toDay < fromDay)
    return [
      found(
        'DELEGATION-DAYS',
        'toDay',
        { zh: '截止日早于起始日', en: 'The last day is before the first' },
        { zh: '更正日期', en: 'Correct the days' },
      ),
    ];
  if (toDay >= day) return [];
  return [
    found(
      'DELEGATION-PAST',
      'toDay',
      { zh: '截止日已过', en: 'The last day has passed' },
      { zh: '填写今天或以后的截止日', en: 'Give a last day that is today or later' },
    ),
  ];
}
