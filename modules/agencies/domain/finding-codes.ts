import { findingCodes } from '#kernel';

/** Why other agencies keep a list from being released. */
export const CONSENT_CODES = findingCodes<'CONSENT-WAITS' | 'CONSENT-REFUSED'>({
  'CONSENT-WAITS': [
    'business',
    ['有关部门尚未作出决定', 'Another agency has yet to decide on the list'],
    [
      '无需重报：该部门同意后自动放行；等待情况见清单页',
      'Nothing need be sent again: it goes on once the agency agrees; the page of the list shows who waits for whom',
    ],
  ],
  'CONSENT-REFUSED': [
    'business',
    ['有关部门不同意放行', 'Another agency does not agree to the release'],
    [
      '按该部门说明的理由改正后重报，或撤回清单',
      'Mend what the agency says and declare anew, or withdraw the list',
    ],
  ],
});
