export type { Bilingual, Evidence, Finding, FindingLevel } from './finding.ts';
