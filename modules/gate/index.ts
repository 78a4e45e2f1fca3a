/** Checklists of bonded goods, passes of vehicles, and the gate. */
export { makeDisplayChecklist } from './application/display-checklist.ts';
export type { FiledList, FollowedPapers, ListKey, PaperFollower } from './application/ports.ts';
export { GATE_CODES } from './domain/finding-codes.ts';
export { displaysNamed } from './domain/set-aside.ts';
export { issueNo } from './storage/checklists.ts';
export { sealedDraws } from './storage/draws.ts';
