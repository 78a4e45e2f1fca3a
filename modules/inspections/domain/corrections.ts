/** A step, as far as a correction is read of it. */
interface RecordedStep {
  readonly at: Date;
  readonly kind: string;
  readonly by: string;
  readonly entryId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A signed result that is to be another one, and whether a second officer has confirmed it. */
export interface Correction {
  readonly entryId: string;
  /** Account of who proposed it. */
  readonly by: string;
  readonly at: Date;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly agency: string;
  readonly ground: string;
  readonly verdict: 'conforming' | 'nonconforming';
  readonly reason?: string | undefined;
  readonly found: string;
  readonly why: string;
  readonly confirmedAt?: Date | undefined;
}

/** The corrections among the steps of an inspection, the first first. */
export function correctionsOf(steps: readonly RecordedStep[]): Correction[] {
  const confirmed = new Map(
    steps.filter(({ kind }) => kind === 'corrected').map(({ body, at }) => [body.corrects, at]),
  );
  return steps.flatMap(({ kind, entryId, by, at, body }) => {
    if (kind !== 'correction' || entryId === null) return [];
    const confirmedAt = confirmed.get(entryId);
    const said = body as unknown as Omit<Correction, 'entryId' | 'by' | 'at' | 'confirmedAt'>;
    return { ...said, entryId, by, at, ...(confirmedAt === undefined ? {} : { confirmedAt }) };
  });
}
