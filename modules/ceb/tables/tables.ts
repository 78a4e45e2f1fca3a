import { CEB900 } from './format-receipt.ts';
import { CEB621 } from './import-declaration.ts';
import { CEB622 } from './import-declaration-receipt.ts';
import { CEB311, CEB312 } from './import-order.ts';
import { CEB411, CEB412 } from './import-payment.ts';
import { CEB511, CEB512 } from './import-waybill.ts';

/** Namespace of every CEB message. */
export const CEB_NAMESPACE = 'http://www.chinaport.gov.cn/ceb';

/** The tables of the messages this module reads and writes; another message is another line here. */
export const TABLES = [CEB311, CEB312, CEB411, CEB412, CEB511, CEB512, CEB621, CEB622, CEB900] as const;

/** Root elements of edition 202205 that have no table here yet: known, but not read. */
export const ROOTS_WITHOUT_TABLE: readonly string[] = [
  ...['CEB213Message', 'CEB214Message', 'CEB215Message', 'CEB216Message'],
  ...['CEB303Message', 'CEB304Message', 'CEB403Message', 'CEB404Message', 'CEB505Message', 'CEB506Message'],
  ...['CEB507Message', 'CEB508Message', 'CEB509Message', 'CEB510Message', 'CEB513Message', 'CEB514Message'],
  ...['CEB603Message', 'CEB604Message', 'CEB605Message', 'CEB606Message', 'CEB607Message', 'CEB608Message'],
  ...['CEB623Message', 'CEB624Message', 'CEB625Message', 'CEB626Message', 'CEB701Message', 'CEB702Message'],
  ...['CEB711Message', 'CEB712Message', 'CEB792Message', 'CEB816Message', 'CEB818Message'],
];
