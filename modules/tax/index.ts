export { assessImportTax, generalTradeTax } from './domain/assess.ts';
export type {
  AcceptedTax,
  RejectedTax,
  RejectReason,
  TaxAssessment,
  TaxedLine,
  TaxInput,
  TaxInputLine,
  ValuedLine,
  YearlyWeight,
} from './domain/assessment.ts';
export { dayOf } from './domain/assessment.ts';
export type { SourceTables } from './domain/compact.ts';
export { parseTax, serialiseTax } from './domain/compact.ts';
export type { ConsumptionTax, TaxUnit } from './domain/consumption-tax.ts';
export { NO_CONSUMPTION_TAX, taxUnitOf } from './domain/consumption-tax.ts';
export type { Circumstances, TaxableDeclaration, TaxTables } from './domain/declared-goods.ts';
export { taxInputOf } from './domain/declared-goods.ts';
export type { DescribedLine, DescribedTax } from './domain/explain.ts';
export { describeFigures, describeTax, explainTax, stepsOf } from './domain/explain.ts';
export { TAX_CODES } from './domain/finding-codes.ts';
export { rejectionFindings } from './domain/findings.ts';
export type { Parameter, ParameterTable, Rate, TaxRules } from './domain/parameters.ts';
export { parameterOn, parseParameters, rateOn, taxRulesOn } from './domain/parameters.ts';
export type { PaymentWindow } from './domain/payment-window.ts';
export { paymentWindowOf } from './domain/payment-window.ts';
export type { TaxRule } from './domain/rules.ts';
export { TAX_RULES, taxRule } from './domain/rules.ts';
export type { TaxStep } from './domain/step.ts';
export type { TableRow } from './domain/table-row.ts';
export { groupByKey, RowReader, rowDates } from './domain/table-row.ts';
export type { Listing, Reference, Tariff, TariffLine } from './domain/tariff.ts';
export { dutyRateOf, parseTariff, referenceOf, tariffLineOn } from './domain/tariff.ts';
export type { Measured, Unit, UnitClass, UnitTable } from './domain/units.ts';
export { parseUnits, quantityIn } from './domain/units.ts';
export { weightsBought } from './domain/yearly-weight.ts';
