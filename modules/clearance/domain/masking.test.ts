import { describe, expect, test } from 'vitest';
import { messageTables } from '#ceb';
import { maskedFields, maskField } from './masking.ts';

describe('personal data of the papers', () => {
  test.each([
    ['buyerName', '王茶花', '王*'],
    ['payerName', 'Zhang San', 'Z*'],
    ['consignee', '李普洱', '李*'],
    ['buyerIdNumber', '530102199003071238', '5301**********1238'],
    ['payerIdNumber', '530102199003071238', '5301**********1238'],
    ['buyerTelephone', '13800000001', '138****0001'],
    ['telephone', '13800000001', '138****0001'],
    ['consigneeTelephone', '13800000002', '138****0002'],
    ['consigneeAddress', '云南省昆明市盘龙区茶马路1号', '云南省昆明市****'],
    ['buyerRegNo', 'user-1', '******'],
  ])('%s %s is shown as %s', (field, value, shown) => {
    expect(maskField(field, value)).toBe(shown);
    expect(maskedFields.has(field)).toBe(true);
  });

  test('is all there is of it: no other field of the four papers names a person, a telephone or a place to live', () => {
    const roots = ['CEB311Message', 'CEB411Message', 'CEB511Message', 'CEB621Message'] as const;
    const names = roots.flatMap((root) =>
      messageTables[root].groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
    );
    const personal = names.filter((name) =>
      /^(buyer|payer|consignee)(Name|IdNumber|Telephone|Address|RegNo)?$|tele(phone)?/i.test(name),
    );
    expect(new Set(personal)).toEqual(maskedFields);
  });

  test('other fields are shown as they are', () => {
    expect(maskField('ebpName', '昆明茶马跨境电商平台有限公司')).toBe('昆明茶马跨境电商平台有限公司');
  });
});
