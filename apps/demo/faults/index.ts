import { conductFaults } from './conduct.ts';
import type { Fault } from './fault.ts';
import { formFaults } from './form.ts';
import { limitFaults } from './limits.ts';
import { moneyFaults } from './money.ts';
import { partyFaults } from './parties.ts';
import { transportFaults } from './transport.ts';

export type { Answer, Expected, Fault, Step } from './fault.ts';

/** Every kind of mistake and misuse the demo plays, the scenarios show and the benchmark mixes in. */
export const faults: readonly Fault[] = [
  ...partyFaults,
  ...moneyFaults,
  ...transportFaults,
  ...limitFaults,
  ...conductFaults,
  ...formFaults,
];

/** @throws RangeError when there is no fault of that name. */
export function faultNamed(name: string): Fault {
  const fault = faults.find((candidate) => candidate.name === name);
  if (fault === undefined) throw new RangeError(`there is no fault "${name}"`);
  return fault;
}
