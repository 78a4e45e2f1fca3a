import { findingCodes } from '#kernel';

type FilingCode =
  | 'REG-CERTIFICATE-NUMBER'
  | 'REG-CERTIFICATE-PERIOD'
  | 'REG-CONTACT-EMAIL'
  | 'REG-CONTACT-MISSING'
  | 'REG-CONTACT-NAME'
  | 'REG-CONTACT-PHONE'
  | 'REG-DOMAIN-FORMAT'
  | 'REG-DOMAIN-MISSING'
  | 'REG-FILE-NAME-EN'
  | 'REG-FILE-TAKEN'
  | 'REG-GOODS-LEGAL-UNIT'
  | 'REG-GOODS-OTHERS'
  | 'REG-GOODS-TARIFF-LINE'
  | 'REG-GOODS-TWICE'
  | 'REG-LEGAL-PERSON-NAME'
  | 'REG-LICENCE-ENDED'
  | 'REG-LICENCE-KIND'
  | 'REG-LICENCE-MISSING'
  | 'REG-LICENCE-PERIOD'
  | 'REG-LICENCE-TEXT';

/** What can be wrong with what an enterprise files. */
export const FILING_CODES = findingCodes<FilingCode>({
  'REG-CERTIFICATE-NUMBER': [
    'field',
    ['证书编号格式不符', 'It does not have the form of a certificate number'],
    ['填写 4 至 40 位十六进制序列号', 'Give the serial number of 4 to 40 hexadecimal digits'],
  ],
  'REG-CERTIFICATE-PERIOD': [
    'field',
    ['证书有效期不成立', 'The period of the certificate does not hold'],
    ['起止日期填 YYYY-MM-DD，止日不早于起日', 'Give days as YYYY-MM-DD, the last not before the first'],
  ],
  'REG-CONTACT-EMAIL': [
    'field',
    ['电子邮箱格式不符', 'It does not have the form of a mail address'],
    ['如 name@firm.example', 'Give one such as name@firm.example'],
  ],
  'REG-CONTACT-MISSING': [
    'field',
    ['没有联系人', 'Nobody is named as contact'],
    ['至少填写一名联系人', 'Name at least one contact'],
  ],
  'REG-CONTACT-NAME': [
    'field',
    ['联系人姓名为空或过长', 'The name of the contact is empty or too long'],
    ['填写联系人姓名', 'Give the name of the contact'],
  ],
  'REG-CONTACT-PHONE': [
    'field',
    ['电话格式不符', 'It does not have the form of a telephone number'],
    ['填写 6 至 20 位号码', 'Give a number of 6 to 20 digits'],
  ],
  'REG-DOMAIN-FORMAT': [
    'field',
    ['不是域名，或重复', 'It is not a domain name, or is given twice'],
    ['小写，不含协议和路径', 'Give it in small letters, without scheme and path'],
  ],
  'REG-DOMAIN-MISSING': [
    'field',
    ['电商平台未填写域名', 'A platform has given no domain name'],
    ['填写平台销售网站的域名', 'Give the domain name of the site it sells on'],
  ],
  'REG-FILE-NAME-EN': [
    'field',
    ['英文名称含有非英文字符或过长', 'The English name has other characters or is too long'],
    ['用英文字母填写', 'Give it in English letters'],
  ],
  'REG-FILE-TAKEN': [
    'field',
    ['编号已属于另一家企业', 'The number belongs to another enterprise already'],
    ['核对后更正', 'Compare and mend it'],
  ],
  'REG-GOODS-LEGAL-UNIT': [
    'field',
    ['不是税则的法定单位', 'It is not the legal unit of the tariff line'],
    ['填写税则列明的法定单位', 'Give the legal unit the tariff line has'],
  ],
  'REG-GOODS-OTHERS': [
    'field',
    ['此行属于另一家企业', 'The row is of another enterprise'],
    ['删除该行，或删除电商企业代码一列', 'Delete the row, or the column of the seller’s code'],
  ],
  'REG-GOODS-TARIFF-LINE': [
    'field',
    ['税则中没有此商品编码', 'The tariff has no such line that day'],
    ['核对 10 位商品编码', 'Compare the ten digits of the code'],
  ],
  'REG-GOODS-TWICE': [
    'field',
    ['货号在文件中重复', 'The item number is in the file already'],
    ['每个货号只保留一行', 'Keep one row an item number'],
  ],
  'REG-LEGAL-PERSON-NAME': [
    'field',
    ['法定代表人姓名为空或过长', 'The name of the legal representative is empty or too long'],
    ['按营业执照填写', 'Give it as on the business licence'],
  ],
  'REG-LICENCE-ENDED': [
    'field',
    ['许可证已到期', 'The licence has run out'],
    ['填写延续后的许可证', 'Give the licence as it was renewed'],
  ],
  'REG-LICENCE-KIND': [
    'field',
    ['没有这种许可证', 'There is no such kind of licence'],
    ['从许可证种类代码表中选择', 'Choose from the code list licence_kind'],
  ],
  'REG-LICENCE-MISSING': [
    'field',
    ['企业角色缺少须有的许可证', 'A role of the enterprise lacks the licence it needs'],
    ['补充许可证，或去掉该角色', 'Add the licence, or leave the role out'],
  ],
  'REG-LICENCE-PERIOD': [
    'field',
    ['许可证有效期不成立', 'The period of the licence does not hold'],
    ['起止日期填 YYYY-MM-DD，止日不早于起日', 'Give days as YYYY-MM-DD, the last not before the first'],
  ],
  'REG-LICENCE-TEXT': [
    'field',
    ['许可证编号或发证机关为空或过长', 'Number or issuer of the licence is empty or too long'],
    ['按许可证填写', 'Give it as on the licence'],
  ],
});
