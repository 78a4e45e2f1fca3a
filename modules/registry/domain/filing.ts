import type { Bilingual } from '#kernel';
import type { EnterpriseFile } from './enterprise-file.ts';

/** What a filing asks for. Suspending is no filing: it is done at once, by one person, with reasons. */
export const filingKinds = ['register', 'change', 'resume', 'cancel'] as const;
export type FilingKind = (typeof filingKinds)[number];

/** Where a filing stands; approved and withdrawn are its ends. */
export const filingStates = ['draft', 'applied', 'checked', 'returned', 'approved', 'withdrawn'] as const;
export type FilingState = (typeof filingStates)[number];

/** What can be done with a filing. */
export const filingSteps = ['save', 'apply', 'check', 'return', 'approve', 'withdraw'] as const;
export type FilingStep = (typeof filingSteps)[number];

/** Who brought a filing in. */
export type FilingSource = 'enterprise' | 'public' | 'operator';

export interface Filing {
  readonly customsCode: string;
  readonly filingId: string;
  readonly kind: FilingKind;
  readonly state: FilingState;
  readonly source: FilingSource;
  /** What the filing is written on: number or name of the application, as its papers have it. */
  readonly paper: string;
  /** The version the change starts from; 0 for a firm that is not registered. */
  readonly baseVersion: number;
  readonly file: EnterpriseFile;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly changedAt: Date;
  readonly checkedBy?: string;
  readonly decidedBy?: string;
}

/** Why a step cannot be done; stable codes. */
export interface StepRefusal {
  readonly code: 'FILING-STATE' | 'FILING-FOUR-EYES';
  readonly text: Bilingual;
}

const from: Readonly<Record<FilingStep, readonly FilingState[]>> = {
  save: ['draft', 'returned'],
  apply: ['draft', 'returned'],
  check: ['applied'],
  return: ['applied', 'checked'],
  approve: ['checked'],
  withdraw: ['draft', 'applied', 'checked', 'returned'],
};

const to: Readonly<Record<FilingStep, FilingState | undefined>> = {
  save: undefined,
  apply: 'applied',
  check: 'checked',
  return: 'returned',
  approve: 'approved',
  withdraw: 'withdrawn',
};

/** The state a step leads to. */
export const stateAfter = (step: FilingStep, state: FilingState): FilingState => to[step] ?? state;

/** States a filing can still move from. */
export const openStates: readonly FilingState[] = ['draft', 'applied', 'checked', 'returned'];

/** What may be done with a filing as it stands, whoever does it. */
export const stepsFrom = (state: FilingState): FilingStep[] =>
  filingSteps.filter((step) => from[step].includes(state));

/**
 * Why somebody may not do a step with a filing: it does not stand where the step begins, or four eyes are not kept – who
 * checked it, or brought it in as an operator, does not approve it.
 */
export function refusalOf(
  filing: Pick<Filing, 'state' | 'source' | 'madeBy' | 'checkedBy'>,
  step: FilingStep,
  who: string,
): StepRefusal | undefined {
  if (!from[step].includes(filing.state))
    return {
      code: 'FILING-STATE',
      text: {
        zh: `备案申请目前为“${filing.state}”，不能做此操作`,
        en: `The filing is ${filing.state}; this cannot be done with it now`,
      },
    };
  if (step !== 'approve' || (filing.checkedBy !== who && filing.madeBy !== who)) return undefined;
  return {
    code: 'FILING-FOUR-EYES',
    text: {
      zh: '批准须由另一人办理：录入或初审此申请的人不能批准',
      en: 'Another person has to approve it: not whoever entered or checked it',
    },
  };
}

/** Why a version of a file came to be. */
export type VersionCause = 'registered' | 'changed' | 'suspended' | 'resumed' | 'cancelled' | 'imported';

/** A version of an enterprise's file, as it was in force from a moment on. */
export interface EnterpriseVersion {
  readonly customsCode: string;
  readonly version: number;
  readonly file: EnterpriseFile;
  readonly state: 'active' | 'suspended' | 'closed';
  readonly cause: VersionCause;
  readonly by: string;
  readonly at: Date;
  /** The paper it rests on. */
  readonly paper: string;
  readonly filingId?: string;
  readonly reasons?: string;
}

/** The state and cause an approved filing leads to. */
export function outcomeOf(
  kind: FilingKind,
  present: EnterpriseVersion['state'] | undefined,
): Pick<EnterpriseVersion, 'state' | 'cause'> {
  if (kind === 'register') return { state: 'active', cause: 'registered' };
  if (kind === 'resume') return { state: 'active', cause: 'resumed' };
  if (kind === 'cancel') return { state: 'closed', cause: 'cancelled' };
  return { state: present ?? 'active', cause: 'changed' };
}

/** Whether a kind of filing can be begun as the enterprise stands. */
export function mayBegin(kind: FilingKind, present: EnterpriseVersion['state'] | undefined): boolean {
  if (kind === 'register') return present === undefined || present === 'closed';
  if (kind === 'resume') return present === 'suspended';
  return present === 'active' || present === 'suspended';
}
