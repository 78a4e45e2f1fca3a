import type { DocumentOf } from '#ceb';

/** The papers of one export. */
export interface ExportPapers {
  readonly order: DocumentOf<'CEB303Message'>;
  readonly waybill: DocumentOf<'CEB505Message'>;
  readonly list: DocumentOf<'CEB603Message'>;
}

/** One export on its way through customs, and what must become of its list. */
export interface ExportDossier extends ExportPapers {
  readonly number: string;
  /** Name of what is wrong with it; absent when nothing is. */
  readonly fault?: string;
  readonly expected: {
    readonly outcome: 'released' | 'held' | 'refused';
    /** Codes of all live findings, in their order. */
    readonly findings: readonly string[];
  };
}
