/** Exports by list: their papers, what was decided of the lists, and where the goods are. */
export type { ExportCompanion } from './application/companions.ts';
export type { ExportOnFile, ExportsOnFile } from './application/exports-on-file.ts';
export type { ExportFollower } from './application/follower.ts';
export { assessExport, exportRules } from './domain/assess-export.ts';
export type { ExportList } from './domain/dossier.ts';
export type {
  ExportEvent,
  ExportKey,
  ExportMove,
  ExportOutcome,
  ExportStanding,
} from './domain/export-list.ts';
export { listKey } from './domain/export-list.ts';
export { exportLists } from './storage/export-papers.ts';
export { exportHeads } from './storage/pages.ts';
export {
  exportsByInvtNo,
  standingsOfOrders,
} from './storage/standings.ts';
