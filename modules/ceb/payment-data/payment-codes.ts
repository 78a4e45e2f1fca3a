import { findingCodes } from '#kernel';
import type { PaymentDataCode } from './payment-finding.ts';

/** What can be wrong with the JSON of notice 2018 No. 179. */
export const PAYMENT_DATA_CODES = findingCodes<PaymentDataCode>({
  'PAYDATA-AMOUNT': [
    'field',
    ['交易金额不大于零', 'The amount is not more than zero'],
    ['填写实际交易金额', 'Give the amount that was paid'],
  ],
  'PAYDATA-CHARACTER': [
    'structure',
    ['含有无法用 UTF-8 传输的字符', 'The text holds characters UTF-8 does not carry'],
    ['按字符截断文字', 'Cut texts between characters'],
  ],
  'PAYDATA-DUPLICATE': [
    'structure',
    ['同一字段出现两次', 'A field is given twice'],
    ['每个字段只写一次', 'Give each field once'],
  ],
  'PAYDATA-EMPTY': [
    'structure',
    ['必填字段为空', 'A mandatory field is empty'],
    ['填写该字段', 'Fill in the field'],
  ],
  'PAYDATA-FORM': [
    'structure',
    ['表单中没有唯一、可读的字段', 'The form has no single, readable field of the name'],
    [
      '以 application/x-www-form-urlencoded（UTF-8）发送',
      'Send it as application/x-www-form-urlencoded in UTF-8',
    ],
  ],
  'PAYDATA-GUID': [
    'field',
    ['系统唯一序号格式不符', 'The unique number does not have its form'],
    ['填写 36 位，英文字母大写', 'Give 36 characters, letters in upper case'],
  ],
  'PAYDATA-JSON': [
    'structure',
    ['不是合规的 JSON', 'It is not proper JSON'],
    ['按 RFC 8259 生成 JSON', 'Write JSON as RFC 8259 has it'],
  ],
  'PAYDATA-LENGTH': [
    'structure',
    ['字段过长', 'A field is too long'],
    ['缩短到公告规定的长度', 'Shorten it to the length of the notice'],
  ],
  'PAYDATA-LINK': [
    'field',
    ['商品展示链接格式不符', 'A link to goods does not have its form'],
    [
      '填写 http:// 或 https:// 开头的地址，多个用“;”隔开',
      'Give addresses that begin with http:// or https://, joined by ";"',
    ],
  ],
  'PAYDATA-MANY': [
    'structure',
    ['问题过多，其余不再列出', 'There are more findings than are listed'],
    ['先改正已列出的各项，再检查一次', 'Mend those listed first, then check again'],
  ],
  'PAYDATA-MISSING': [
    'structure',
    ['缺少必填字段', 'A mandatory field is missing'],
    ['补上该字段', 'Add the field'],
  ],
  'PAYDATA-NUMBER': [
    'structure',
    ['不是公告规定的数', 'A number does not have the form of the notice'],
    [
      '整数最多 14 位，小数最多 5 位，不用指数',
      'Write at most 14 digits before and 5 after the point, no exponent',
    ],
  ],
  'PAYDATA-ORDER': [
    'field',
    ['字段顺序与公告不同', 'The fields are not in the order of the notice'],
    ['按公告的顺序排列', 'Write them in the order of the notice'],
  ],
  'PAYDATA-REPEATED': [
    'structure',
    ['同一订单出现两次', 'An order is given twice'],
    [
      '一个订单只列一次，商品放在同一个 goodsInfo 中',
      'List an order once, with all its goods in one goodsInfo',
    ],
  ],
  'PAYDATA-SIGNED-FORM': [
    'field',
    [
      '字段之间有空白，与签名的文本不同',
      'There is white space between the fields, unlike in the text that is signed',
    ],
    ['去掉空白后再签名和发送', 'Leave the white space out before signing and sending'],
  ],
  'PAYDATA-TIME': [
    'field',
    ['不是真实的时间', 'A value is not a real date and time'],
    ['按 YYYYMMDDhhmmss 填写北京时间', "Write China's time as YYYYMMDDhhmmss"],
  ],
  'PAYDATA-TOO-LARGE': [
    'structure',
    ['内容过大，或一次支付过多', 'The text is too large, or there are too many payments at once'],
    ['核对内容，或分批发送', 'Check the content, or send it in several calls'],
  ],
  'PAYDATA-TYPE': [
    'structure',
    ['字段类型不符', 'A field is of another type'],
    ['按公告的表格填写类型', 'Give it the type of the table in the notice'],
  ],
  'PAYDATA-UNKNOWN': [
    'structure',
    ['公告中没有这个字段', 'The notice has no such field'],
    ['删除该字段，或核对拼写', 'Remove it, or check its spelling'],
  ],
  'PAYDATA-VALUE': [
    ['structure', 'field'],
    ['填写了不允许的值', 'A value is not one of those allowed'],
    ['填写公告允许的值；会话ID原样返回', 'Use a value of the notice; give a session back exactly as it came'],
  ],
});
