import { findingCodes } from '#kernel';

type RegisterCode =
  | 'REG-CITIZEN-ID-BIRTHDAY'
  | 'REG-CITIZEN-ID-CHECK'
  | 'REG-CITIZEN-ID-FORMAT'
  | 'REG-CITIZEN-ID-REGION'
  | 'REG-CUSTOMS-CODE-FORMAT'
  | 'REG-CUSTOMS-CODE-PLACE'
  | 'REG-ENTERPRISE-DXP-ID'
  | 'REG-ENTERPRISE-NAME'
  | 'REG-ENTERPRISE-OFFICE'
  | 'REG-ENTERPRISE-PERIOD'
  | 'REG-ENTERPRISE-ROLES'
  | 'REG-GOODS-BOOK'
  | 'REG-GOODS-CODE'
  | 'REG-GOODS-FIGURE'
  | 'REG-GOODS-PERIOD'
  | 'REG-GOODS-TARIFF-CODE'
  | 'REG-GOODS-TEXT'
  | 'REG-GTIN-CHECK'
  | 'REG-GTIN-FORMAT'
  | 'REG-ORGANISATION-CODE-CHECK'
  | 'REG-ORGANISATION-CODE-FORMAT'
  | 'REG-USCC-CHECK'
  | 'REG-USCC-FORMAT';

/** What can be wrong with the numbers and entries of the register. */
export const REGISTER_CODES = findingCodes<RegisterCode>({
  'REG-CITIZEN-ID-BIRTHDAY': [
    'field',
    ['身份证号中的出生日期无效', 'The identity number carries no possible day of birth'],
    ['对照证件核对第 7 至 14 位', 'Compare digits 7 to 14 with the card'],
  ],
  'REG-CITIZEN-ID-CHECK': [
    'field',
    ['身份证号校验位不符', 'The check character of the identity number is wrong'],
    ['对照证件核对', 'Compare it with the card'],
  ],
  'REG-CITIZEN-ID-FORMAT': [
    'field',
    ['身份证号格式不符', 'It does not have the form of an identity number'],
    ['填写 17 位数字加 1 位数字或 X', 'Give 17 digits and one digit or X'],
  ],
  'REG-CITIZEN-ID-REGION': [
    'field',
    ['身份证号前两位不是行政区划', 'The identity number does not begin with a region of China'],
    ['对照证件核对前 6 位', 'Compare the first six digits with the card'],
  ],
  'REG-CUSTOMS-CODE-FORMAT': [
    'field',
    ['海关注册编码格式不符', 'It does not have the form of a customs enterprise code'],
    ['对照登记证书填写 10 位编码', 'Give the 10 characters of the registration certificate'],
  ],
  'REG-CUSTOMS-CODE-PLACE': [
    'field',
    ['海关注册编码前两位不是省级行政区划', 'The customs enterprise code does not begin with a province'],
    ['对照登记证书核对前 4 位', 'Compare the first four digits with the registration certificate'],
  ],
  'REG-ENTERPRISE-DXP-ID': [
    'field',
    ['企业的传输编号格式不符', 'The exchange address of the enterprise does not have its form'],
    ['填写最多 30 位数字或大写字母', 'Give at most 30 digits or capital letters'],
  ],
  'REG-ENTERPRISE-NAME': [
    'field',
    ['企业名称为空或过长', 'The name of the enterprise is empty or too long'],
    ['填写海关注册登记名称', 'Give the name registered with customs'],
  ],
  'REG-ENTERPRISE-OFFICE': [
    'field',
    ['关区代码不存在', 'There is no such customs office'],
    ['填写 4 位关区代码', 'Give the four digits of the office'],
  ],
  'REG-ENTERPRISE-PERIOD': [
    'field',
    ['登记有效期不成立', 'The period of registration does not hold'],
    ['起止日期填 YYYY-MM-DD，止日不早于起日', 'Give days as YYYY-MM-DD, the last not before the first'],
  ],
  'REG-ENTERPRISE-ROLES': [
    'field',
    ['企业角色缺失、重复或不存在', 'The enterprise has no role, or one unknown or given twice'],
    ['至少填写一个已有的角色，不重复', 'Give at least one known role, each once'],
  ],
  'REG-GOODS-BOOK': [
    'field',
    ['有账册编号而没有账册备案料号', 'An account book is named and no item number in it'],
    ['填写该商品在账册中的料号', 'Give the number of the goods in the account book'],
  ],
  'REG-GOODS-CODE': [
    'field',
    ['商品备案的代码不在代码表中', 'A code of the goods is in no code list'],
    ['填写代码表中的代码', 'Use a code of the code list'],
  ],
  'REG-GOODS-FIGURE': [
    'field',
    ['换算数量或单价不成立', 'A quantity or the price cannot be'],
    [
      '填写正数，小数最多 5 位；计量单位即法定单位时换算为 1；没有第二单位时不填',
      'Give a positive number of at most 5 decimals; 1 where the unit is the legal one; none without a second unit',
    ],
  ],
  'REG-GOODS-PERIOD': [
    'field',
    ['商品备案有效期不成立', 'The period of the goods does not hold'],
    ['起止日期填 YYYY-MM-DD，止日不早于起日', 'Give days as YYYY-MM-DD, the last not before the first'],
  ],
  'REG-GOODS-TARIFF-CODE': [
    'field',
    ['商品编码不是 10 位数字', 'The tariff code is not ten digits'],
    [
      '填写 8 位税则号列加 2 位附加编号',
      'Give the eight digits of the tariff line and two of its subdivision',
    ],
  ],
  'REG-GOODS-TEXT': [
    'field',
    ['商品的文字为空或过长', 'A text of the goods is empty or too long'],
    ['按长度填写', 'Keep to the length'],
  ],
  'REG-GTIN-CHECK': [
    'field',
    ['条码校验位不符', 'The check digit of the bar code is wrong'],
    ['对照包装核对', 'Compare it with the package'],
  ],
  'REG-GTIN-FORMAT': [
    'field',
    ['条码不是 GTIN', 'The bar code is not a GTIN'],
    [
      '填写 8、12、13 或 14 位数字；没有条码填“无”',
      'Give 8, 12, 13 or 14 digits; without a bar code write 无',
    ],
  ],
  'REG-ORGANISATION-CODE-CHECK': [
    'field',
    ['组织机构代码校验位不符', 'The check character of the organisation code is wrong'],
    ['对照证书核对', 'Compare it with the certificate'],
  ],
  'REG-ORGANISATION-CODE-FORMAT': [
    'field',
    ['组织机构代码格式不符', 'It does not have the form of an organisation code'],
    ['对照证书填写 9 位代码', 'Give the nine characters of the certificate'],
  ],
  'REG-USCC-CHECK': [
    'field',
    ['统一社会信用代码校验位不符', 'The check character of the unified social credit code is wrong'],
    ['对照营业执照核对', 'Compare it with the business licence'],
  ],
  'REG-USCC-FORMAT': [
    'field',
    ['统一社会信用代码格式不符', 'It does not have the form of a unified social credit code'],
    ['对照营业执照填写 18 位代码', 'Give the 18 characters of the business licence'],
  ],
});
