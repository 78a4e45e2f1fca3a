import { anyone, type PolicyRow } from './row.ts';

/** Supervision modes. */
export const modes = [
  {
    resource: 'advice',
    action: 'ask',
    what: { zh: '询问适用的监管方式', en: 'ask which supervision modes fit a trade' },
    shownBy: [],
    may: anyone,
    source: 'R-1.7',
  },
] as const satisfies readonly PolicyRow[];
