/** How a hold stands. */
export type HoldState = 'open' | 'conforming' | 'nonconforming' | 'recognised' | 'lapsed';

/** What the desk's acts weigh against each other: the gravest fault of a list decides. */
const gravity = ['REF', 'RET', 'DET'] as const;

/** Reason of the desk for a list whose inspection found nothing against it. */
const inOrder = 'REL-INSPECTED';

/**
 * The reason by which customs' desk decides on a list, once all that was wanted of it has been looked at.
 * @param faults reasons of the desk that go with what was found wrong
 */
export function deskReasonOf(faults: readonly string[]): string {
  const weight = (reason: string): number => gravity.findIndex((prefix) => reason.startsWith(prefix));
  const [gravest] = [...faults].sort((one, other) => weight(other) - weight(one));
  return gravest ?? inOrder;
}

/** States of a sample, and what may come next: none is skipped, none goes back. */
export const sampleSteps = {
  taken: ['sent'],
  sent: ['received'],
  received: ['conforming', 'nonconforming'],
  conforming: [],
  nonconforming: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SampleState = keyof typeof sampleSteps;

/** Whether a sample that is `from` may come to be `to`. */
export const maySampleBecome = (from: SampleState, to: SampleState): boolean =>
  (sampleSteps[from] as readonly string[]).includes(to);
