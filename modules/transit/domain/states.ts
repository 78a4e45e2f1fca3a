/** Where a transit stands. */
export const transitStates = [
  'applied',
  'approved',
  'sealed',
  'on-the-road',
  'arrived',
  'unsealed',
  'written-off',
  'refused',
  'cancelled',
] as const;
export type TransitState = (typeof transitStates)[number];

/** Who somebody is to one transit; an officer of neither office is `elsewhere`. */
export type Party = 'applicant' | 'carrier' | 'departure' | 'destination' | 'elsewhere';

export type Act = 'approve' | 'refuse' | 'cancel' | 'seal' | 'depart' | 'arrive' | 'unseal' | 'write-off';

interface Move {
  readonly act: Act;
  readonly from: TransitState;
  readonly to: TransitState;
  readonly by: readonly Party[];
}

/** THE TABLE of who moves a transit from where to where (R-8.4; who may is our own design, D). */
export const moves: readonly Move[] = [
  { act: 'approve', from: 'applied', to: 'approved', by: ['departure'] },
  { act: 'refuse', from: 'applied', to: 'refused', by: ['departure'] },
  { act: 'cancel', from: 'applied', to: 'cancelled', by: ['applicant'] },
  { act: 'cancel', from: 'approved', to: 'cancelled', by: ['applicant', 'departure'] },
  { act: 'cancel', from: 'sealed', to: 'cancelled', by: ['departure'] },
  { act: 'seal', from: 'approved', to: 'sealed', by: ['departure'] },
  { act: 'depart', from: 'sealed', to: 'on-the-road', by: ['carrier', 'departure'] },
  { act: 'arrive', from: 'on-the-road', to: 'arrived', by: ['carrier', 'destination', 'elsewhere'] },
  { act: 'unseal', from: 'arrived', to: 'unsealed', by: ['destination'] },
  { act: 'write-off', from: 'unsealed', to: 'written-off', by: ['destination'] },
];

/** States nothing follows: the lists are free again. */
const closed: readonly TransitState[] = ['written-off', 'refused', 'cancelled'];
export const isLive = (state: TransitState): boolean => !closed.includes(state);

/** Where seals are on the vehicle. */
export const isUnderSeal = (state: TransitState): boolean =>
  ['sealed', 'on-the-road', 'arrived'].includes(state);

/** Where an act leads; or why it may not be done: not from this state, or not by this party. */
export function moveOf(
  state: TransitState,
  act: Act,
  parties: readonly Party[],
): { readonly to: TransitState; readonly as: Party } | 'state' | 'party' {
  const move = moves.find((one) => one.act === act && one.from === state);
  if (!move) return 'state';
  const as = move.by.find((party) => parties.includes(party));
  return as === undefined ? 'party' : { to: move.to, as };
}

/** What parties may do with a transit as it stands. */
export const actsOf = (state: TransitState, parties: readonly Party[]): Act[] =>
  moves.flatMap(({ act, from, by }) =>
    from === state && by.some((party) => parties.includes(party)) ? [act] : [],
  );
