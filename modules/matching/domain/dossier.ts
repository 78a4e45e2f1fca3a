import type { ImportDeclaration, ImportOrder, ImportPayment, ImportWaybill } from '#ceb';
import type { Day } from '#kernel';
import type { Enterprise } from '#registry';

/** The papers of one purchase: the declaration and the three papers it is matched with, as far as they have come. */
export interface Dossier {
  readonly declaration: ImportDeclaration;
  readonly order?: ImportOrder | undefined;
  readonly payment?: ImportPayment | undefined;
  readonly waybill?: ImportWaybill | undefined;
}

/** What matching must know beside the papers. */
export interface MatchingContext {
  /** The day whose rules and registrations count. */
  readonly day: Day;
  /** The enterprise registered under a customs code. */
  enterprise(customsCode: string): Enterprise | undefined;
}

/** The four papers. */
export type Paper = 'order' | 'payment' | 'waybill' | 'declaration';
