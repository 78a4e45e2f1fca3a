import { findingCodes } from '#kernel';

/** Why a list may not be released as long as its inspection is not done. */
export const INSPECTION_CODES = findingCodes({
  'INSPECT-OPEN': [
    'business',
    ['查验尚未完成，清单不能放行', 'An inspection is not done: the list cannot be released yet'],
    [
      '在查验日历中预约时段并备好货物；查验合格后自动继续',
      'Book a slot in the inspection calendar and have the goods ready; the list goes on by itself once they conform',
    ],
  ],
  'INSPECT-FAILED': [
    'business',
    ['查验不合格，清单不能放行', 'An inspection found that the goods do not conform'],
    [
      '按查验单所列原因办理；由海关在作业台处置',
      'See the reason on the inspection; customs decides at its desk',
    ],
  ],
});
