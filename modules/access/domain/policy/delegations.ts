import { keyOrSession, type PolicyRow } from './row.ts';

/** Who acts for whom. */
export const delegations = [
  {
    resource: 'delegations',
    action: 'read',
    what: { zh: '查看委出和收到的委托', en: 'see delegations given and received' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-1.11',
  },
  {
    resource: 'delegations',
    action: 'give',
    what: { zh: '委托他人代为报送，或撤回', en: 'delegate to another enterprise, or take that back' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    member: 'administrator',
    keyScope: 'delegations',
    source: 'R-1.11',
  },
  {
    resource: 'delegations',
    action: 'answer',
    what: { zh: '接受或拒绝收到的委托', en: 'accept or decline a delegation' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    member: 'administrator',
    keyScope: 'delegations',
    source: 'R-1.11',
  },
  {
    resource: 'delegations',
    action: 'end',
    what: { zh: '终止委托（双方均可）', en: 'end a delegation, from either side' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    member: 'administrator',
    keyScope: 'delegations',
    source: 'R-1.11',
  },
] as const satisfies readonly PolicyRow[];
