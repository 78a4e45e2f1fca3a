import { findingCodes } from '#kernel';
import type { Refusal } from './post.ts';

/** Why a movement of a guarantee account is refused, and why a list is held for want of cover. */
export const GUARANTEE_CODES = findingCodes<Refusal | 'GUARANTEE-COVER'>({
  'GUARANTEE-NO-ACCOUNT': [
    'business',
    ['该企业没有税款担保账户', 'The enterprise has no guarantee account'],
    ['先登记并确认一份担保', 'Have a guarantee entered and confirmed first'],
  ],
  'GUARANTEE-NOT-ENOUGH': [
    'business',
    ['可用担保额度不足', 'There is not enough cover'],
    ['减少金额，或先增加担保', 'Lower the amount, or add to the guarantee first'],
  ],
  'GUARANTEE-AMOUNT': [
    'business',
    ['金额应大于零，且不超过十九位数字', 'The amount must be above zero and within 19 digits'],
    ['改正金额', 'Mend the amount'],
  ],
  'GUARANTEE-REFERENCE-USED': [
    'business',
    ['同一事由已记过另一金额', 'Another amount is written for the same reference'],
    ['核对编号与金额', 'Check number and amount'],
  ],
  'GUARANTEE-COVER': [
    'business',
    [
      '担保企业的可用担保额度不足以覆盖本清单税款',
      "The guarantor's cover is not enough for the tax of this list",
    ],
    [
      '担保企业增加担保或缴清到期税款后，清单自动继续放行',
      'Once the guarantor adds to its guarantee or pays tax that is due, the list goes on by itself',
    ],
  ],
});
