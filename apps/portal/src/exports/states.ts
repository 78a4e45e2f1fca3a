/** The states lists can be looked for by, as people ask for them. */
export const exportStates = [
  'held',
  'waiting',
  'released',
  'closed',
  'refused',
  'withdrawn',
  'forwarded',
  'concluded',
  'cancelled',
] as const;

/** The same, and held lists of which one officer proposes what another has to confirm: for those who decide. */
export const exportStands = [...exportStates, 'proposed'] as const;
