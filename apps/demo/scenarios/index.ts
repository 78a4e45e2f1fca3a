import { cleanScenarios } from './clean.ts';
import { conductScenarios } from './conduct.ts';
import { formScenarios } from './form.ts';
import { limitScenarios } from './limits.ts';
import { mismatchScenarios } from './mismatches.ts';
import type { Scenario } from './scenario.ts';

export type { ExpectedList, ExpectedReceipt, Scenario, Told } from './scenario.ts';
export { createTeller } from './telling.ts';

/** All stories, in the order of the folders. */
export const scenarios: readonly Scenario[] = [
  ...cleanScenarios,
  ...mismatchScenarios,
  ...limitScenarios,
  ...conductScenarios,
  ...formScenarios,
];
