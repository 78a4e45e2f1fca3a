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
