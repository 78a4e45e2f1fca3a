import { record } from '#journal';
import type { Client } from '#postgres';
import type { NewAlert } from '../domain/alerts.ts';
import type { Act, Party, TransitState } from '../domain/states.ts';
import { addEvent, type Transit } from '../storage/transits.ts';
import { type Actor, codeOf } from './ports.ts';

/** What a step is called in the journal. */
const entryKinds = {
  apply: 'transit-applied',
  approve: 'transit-approved',
  refuse: 'transit-refused',
  cancel: 'transit-cancelled',
  seal: 'transit-sealed',
  depart: 'transit-departed',
  arrive: 'transit-arrived',
  unseal: 'transit-unsealed',
  'write-off': 'transit-written-off',
} as const satisfies Readonly<Record<Act | 'apply', string>>;

interface Step {
  readonly act: Act | 'apply';
  readonly from: TransitState | null;
  readonly as: Party;
  readonly actor: Actor;
  readonly note: string;
  readonly at: Date;
}

/** Writes down a step that moved a transit, and tells the journal. @param transit as it stands after it */
export async function recordStep(
  client: Client,
  transit: Transit,
  { act, from, as, actor, note, at }: Step,
): Promise<void> {
  const {
    transitNo,
    state,
    applicant,
    carrier,
    revision,
    direction,
    departureOffice,
    destinationOffice,
    billNo,
  } = transit;
  await addEvent(client, transitNo, {
    ...{ revision, at, act, fromState: from, toState: state, party: as },
    ...{ ofWhom: codeOf(actor), byWhom: actor.id, note },
  });
  await record(client, [
    {
      ...{ at, kind: entryKinds[act], subject: transitNo },
      body: {
        ...{ transitNo, state, direction, billNo, departureOffice, destinationOffice, party: as },
        ...(note ? { note } : {}),
        ...{ enterprise: applicant, recipient: carrier, by: actor.id },
      },
    },
  ]);
}

/** Tells the journal of alerts that are new. */
export async function recordAlerts(
  client: Client,
  alerts: readonly (NewAlert & Pick<Transit, 'transitNo' | 'applicant' | 'carrier'>)[],
  at: Date,
): Promise<void> {
  if (alerts.length === 0) return;
  await record(
    client,
    alerts.map(({ transitNo, kind, evidence, applicant, carrier }) => ({
      ...{ at, kind: 'transit-alert-raised', subject: transitNo },
      body: { transitNo, alert: kind, evidence, enterprise: applicant, recipient: carrier },
    })),
  );
}
