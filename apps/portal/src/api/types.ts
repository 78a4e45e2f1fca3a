import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

export type Bilingual = Schemas['Bilingual'];
export type Confidence = Schemas['Confidence'];
export type DecisionView = Schemas['DecisionView'];
export type ListDetail = Schemas['ListDetail'];
export type ListFinding = Schemas['ListFinding'];
export type ListRow = Schemas['ListRow'];
export type ListState = Schemas['ListState'];
export type ListsPage = Schemas['ListsPage'];
export type Paper = Schemas['Paper'];
export type PaperField = Schemas['PaperField'];
export type PaperKind = Schemas['PaperKind'];
export type Problem = Schemas['Problem'];
export type QuotaView = Schemas['QuotaView'];
export type Session = Schemas['Session'];
export type StateCounts = Schemas['StateCounts'];
export type Summary = Schemas['Summary'];
export type TaxStep = Schemas['TaxStep'];
export type TaxView = Schemas['TaxView'];
export type TimelineEntry = Schemas['TimelineEntry'];
