export {
  citizenIdCheckCharacter,
  gtinCheckDigit,
  hasCitizenIdCheck,
  isOrganisationBody,
  isUsccBody,
  organisationCheckCharacter,
  usccCheckCharacter,
} from './check-characters.ts';
export type { Confidence, Dated } from './dated.ts';
export { holdsOn, onDay } from './dated.ts';
export type { DatedRow, Row } from './dated-row.ts';
export { readDatedRow } from './dated-row.ts';
export type { Day, Instant } from './day.ts';
export {
  addDays,
  addMonths,
  chinaDay,
  chinaStamp,
  dayOfStamp,
  daysBetween,
  instantOfStamp,
  isDay,
  yearOf,
} from './day.ts';
export type { Decimal } from './decimal.ts';
export {
  add,
  compare,
  DECIMAL_DIGITS,
  decimalOf,
  divideHalfUp,
  formatDecimal,
  isProduct,
  multiply,
  ONE,
  parseDecimal,
  readDecimal,
  roundDecimal,
  share,
  subtract,
  sum,
  ZERO,
} from './decimal.ts';
export type { Bilingual, Evidence, Finding, FindingLevel } from './finding.ts';
export type { FindingCode, FindingCodeTable } from './finding-code.ts';
export { findingCodes } from './finding-code.ts';
export type { Fraction } from './fraction.ts';
export {
  compareFractions,
  fraction,
  fractionOf,
  minus,
  over,
  parseFraction,
  plus,
  roundHalfUp,
  times,
} from './fraction.ts';
