import { CEB507, CEB508 } from './export-arrival.ts';
import { CEB605, CEB606 } from './export-cancellation.ts';
import { CEB603 } from './export-declaration.ts';
import { CEB604 } from './export-declaration-receipt.ts';
import { CEB509, CEB510 } from './export-departure.ts';
import { CEB607, CEB608 } from './export-master-list.ts';
import { CEB303, CEB304 } from './export-order.ts';
import { CEB403, CEB404 } from './export-payment.ts';
import { CEB213, CEB214 } from './export-return.ts';
import { CEB215, CEB216 } from './export-return-tally.ts';
import { CEB701, CEB702 } from './export-summary.ts';
import { CEB792 } from './export-summary-result.ts';
import { CEB505, CEB506 } from './export-waybill.ts';
import { CEB900 } from './format-receipt.ts';
import { CEB623, CEB624 } from './import-cancellation.ts';
import { CEB621 } from './import-declaration.ts';
import { CEB622 } from './import-declaration-receipt.ts';
import { CEB311, CEB312 } from './import-order.ts';
import { CEB411, CEB412 } from './import-payment.ts';
import { CEB625, CEB626 } from './import-return.ts';
import { CEB711, CEB712 } from './import-tally.ts';
import { CEB816, CEB818 } from './import-tax-bill.ts';
import { CEB511, CEB512 } from './import-waybill.ts';
import { CEB513, CEB514 } from './import-waybill-status.ts';

/** Namespace of every CEB message. */
export const CEB_NAMESPACE = 'http://www.chinaport.gov.cn/ceb';

/** The tables of the 42 messages of edition 202205; a further message is another line here. */
export const TABLES = [
  ...[CEB213, CEB214, CEB215, CEB216, CEB303, CEB304, CEB311, CEB312, CEB403, CEB404, CEB411, CEB412],
  ...[CEB505, CEB506, CEB507, CEB508, CEB509, CEB510, CEB511, CEB512, CEB513, CEB514],
  ...[CEB603, CEB604, CEB605, CEB606, CEB607, CEB608, CEB621, CEB622, CEB623, CEB624, CEB625, CEB626],
  ...[CEB701, CEB702, CEB711, CEB712, CEB792, CEB816, CEB818, CEB900],
] as const;
