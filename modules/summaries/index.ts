export type { ProofFault, SummaryProof } from './domain/proof.ts';
export { prove, verifyProof } from './domain/proof.ts';
export type { ExportList, LeftOut, Summary, SummaryWish } from './domain/summarise.ts';
export { summarise } from './domain/summarise.ts';
export { type DeclaredList, declaredLists, type SummaryOfList, summaryOfList } from './storage/declared.ts';
