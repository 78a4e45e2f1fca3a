import type { MailState } from './queries.ts';

/** States of mails one may look for; one that is being sent is soon another. */
export const shownStates = [
  'waiting',
  'sent',
  'failed',
  'uncertain',
  'dropped',
] as const satisfies readonly MailState[];
export type ShownState = (typeof shownStates)[number];
