import type { Bilingual } from '#kernel';

/** A kind of document an enterprise may have another hand in for it. */
export interface DelegableKind {
  /** Root element of its messages. */
  readonly root: string;
  readonly text: Bilingual;
  /** Who may delegate it: roles whose documents these are (code list enterprise_role). */
  readonly principals: readonly string[];
  /** Who may be delegated it. */
  readonly agents: readonly string[];
  readonly agentText: Bilingual;
  /** A rule of the field, or (D) for our own design. */
  readonly source: string;
}

const carrier = { zh: '物流企业（快件、邮政）', en: 'an express or postal operator' };

/** What can be delegated, and to whom; a further kind is a further row. */
export const delegableKinds = {
  order: {
    root: 'CEB311Message',
    text: { zh: '电子订单', en: 'orders' },
    principals: ['EBP', 'EBC'],
    agents: ['LGS'],
    agentText: carrier,
    source: 'R-1.11: direct purchase, after a written promise',
  },
  payment: {
    root: 'CEB411Message',
    text: { zh: '支付凭证', en: 'payments' },
    principals: ['PAY'],
    agents: ['LGS'],
    agentText: carrier,
    source: 'R-1.11: direct purchase, after a written promise',
  },
  waybill: {
    root: 'CEB511Message',
    text: { zh: '物流运单', en: 'waybills' },
    principals: ['LGS'],
    agents: ['LGS'],
    agentText: carrier,
    source: '(D): a carrier has another one carry, and tell of it',
  },
  list: {
    root: 'CEB621Message',
    text: { zh: '申报清单', en: 'lists' },
    principals: ['EBC', 'DCL'],
    agents: ['DCL'],
    agentText: { zh: '报关企业', en: 'a customs broker' },
    source: 'R-1.11: the domestic agent or its broker',
  },
} as const satisfies Readonly<Record<string, DelegableKind>>;

export type DelegationKind = keyof typeof delegableKinds;

export const delegationKinds = Object.keys(delegableKinds) as DelegationKind[];
