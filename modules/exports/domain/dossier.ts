import type { DocumentOf } from '#ceb';
import type { Day } from '#kernel';
import type { MatchFinding, MatchingRule } from '#matching';
import type { Enterprise } from '#registry';
import type { ParameterTable } from '#tax';

export type ExportList = DocumentOf<'CEB603Message'>;
export type ExportOrder = DocumentOf<'CEB303Message'>;
export type ExportWaybill = DocumentOf<'CEB505Message'>;
export type ExportPayment = DocumentOf<'CEB403Message'>;

/** The papers of one export list, as far as they have come. */
export interface ExportDossier {
  readonly list: ExportList;
  readonly order?: ExportOrder | undefined;
  readonly waybill?: ExportWaybill | undefined;
  /** The money received; asked for on some days only. */
  readonly payment?: ExportPayment | undefined;
}

/** What judging must know beside the papers. */
export interface ExportContext {
  /** The day the list was accepted: its rules and registrations count. */
  readonly day: Day;
  readonly parameters: ParameterTable;
  /** Customs district of the zone: lists declared at its offices are declared in a pilot zone. */
  readonly district: string;
  enterprise(customsCode: string): Enterprise | undefined;
  /** Another order whose list has gone under this list's waybill. */
  readonly waybillUsedBy?: string | undefined;
}

/** Looks at one dossier and adds what it finds. */
export type ExportCheck = (dossier: ExportDossier, context: ExportContext, findings: MatchFinding[]) => void;

/** Rules with the one function that applies them. */
export interface ExportRules {
  readonly listed: readonly MatchingRule[];
  readonly check: ExportCheck;
}

/** What rules of export say of their origin, where they say the same. */
export const RETAIL_EXPORT = {
  rule: 'R-1.21',
  source:
    'GACC 2018-194; field texts of the CEB specification 202205; which fields must agree: design default',
  confidence: 'D',
  from: '2014-02-10',
} as const;

/** Paths of fields by their paper. */
export const PATHS = {
  list: 'Inventory/InventoryHead',
  line: 'Inventory/InventoryList',
  order: 'Order/OrderHead',
  orderLine: 'Order/OrderList',
  waybill: 'Logistics',
  payment: 'Receipts',
} as const;
