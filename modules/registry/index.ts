export type { EnterpriseRegister, GoodsRegister, PageWish } from './application/registers.ts';
export { birthDayOf, checkCitizenId, citizenIdCheckCharacter } from './domain/citizen-id.ts';
export type { CodeEntry, CodeListName, CodeListRow, CodeLists } from './domain/code-lists.ts';
export { codeListNames, codeListsOf } from './domain/code-lists.ts';
export type { CustomsCode } from './domain/customs-code.ts';
export { checkCustomsCode, readCustomsCode } from './domain/customs-code.ts';
export { type TableDifference, withEdition } from './domain/editions.ts';
export type { Enterprise, EnterpriseRole } from './domain/enterprise.ts';
export { checkEnterprise, enterpriseRoles, mayActOn } from './domain/enterprise.ts';
export type { EnterpriseFile } from './domain/enterprise-file.ts';
export { FILING_CODES } from './domain/filing-codes.ts';
export { REGISTER_CODES } from './domain/finding-codes.ts';
export type { Goods } from './domain/goods.ts';
export { checkGoods } from './domain/goods.ts';
export type { TariffLookup } from './domain/goods-tariff.ts';
export { checkGtin, gtinCheckDigit, issuedInChina } from './domain/gtin.ts';
export { maskAddress, maskIdNumber, maskName, maskPhone } from './domain/mask.ts';
export {
  checkOrganisationCode,
  checkUscc,
  organisationCheckCharacter,
  usccCheckCharacter,
} from './domain/uscc.ts';
