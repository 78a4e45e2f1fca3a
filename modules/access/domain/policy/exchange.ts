import { keyOnly, type PolicyRow } from './row.ts';

/** Messages and receipts. */
export const exchange = [
  {
    resource: 'messages',
    action: 'hand-in',
    what: { zh: '报送报文', en: 'hand in messages' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    keyScope: 'hand-in',
    source: 'standard §1: copCode is the enterprise that connects',
  },
  {
    resource: 'receipts',
    action: 'read',
    what: { zh: '取回执', en: 'fetch receipts' },
    shownBy: keyOnly,
    may: { enterprise: 'own' },
    keyScope: 'receipts',
    source: 'standard §3',
  },
] as const satisfies readonly PolicyRow[];
