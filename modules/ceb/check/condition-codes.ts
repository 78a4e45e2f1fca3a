import { findingCodes } from '#kernel';
import type { BusinessCode } from './business-finding.ts';
import type { FieldCode } from './field-finding.ts';

/** What the text of the standard asks beyond its schema: of fields, of papers, of receipts, and of the edition. */
export const CONDITION_CODES = findingCodes<FieldCode | BusinessCode | 'CEB-EDITION' | 'CEB-STATUS'>({
  'CEB-BLANK': [
    'field',
    ['必填字段为空白', 'A mandatory field is blank'],
    ['填写该字段', 'Fill in the field'],
  ],
  'CEB-BY-TEXT': [
    'field',
    ['缺少规范文字要求的字段', 'A field the text of the standard asks for is missing'],
    ['补上该字段', 'Add the field'],
  ],
  'CEB-CHECK-CHARACTER': [
    'field',
    ['校验位不符', 'A check character is wrong'],
    ['对照原件核对编号', 'Compare the number with the original'],
  ],
  'CEB-COMMODITY': [
    'field',
    ['商品编码不是税则中可能有的编码', 'A commodity code is none the tariff can have'],
    ['按税则归类填写 10 位数字', 'Write the 10 digits of the tariff'],
  ],
  'CEB-CODE-LIST': [
    'field',
    ['代码不在参数表中', 'A code is not in its parameter table'],
    ['填写海关参数表中的有效代码', 'Use a code that is in force in the customs parameter table'],
  ],
  'CEB-CONDITION': [
    'field',
    ['不符合有条件的字段要求', 'A field is not as another field of the document demands'],
    ['补上或更正该字段，或更正作为条件的字段', 'Add or correct the field, or correct the one it depends on'],
  ],
  'CEB-DUPLICATE': [
    'business',
    ['同一编号重复', 'The same number is given twice'],
    ['删去重复的一项，或改正编号', 'Remove the repeated one, or correct its number'],
  ],
  'CEB-DXP-ID': [
    'business',
    ['dxpId 过长，不可能与传输报文的 SenderId 一致', 'dxpId is too long to equal SenderId of the envelope'],
    ['填写数据交换平台分配的编号', 'Write the id the exchange platform assigned'],
  ],
  'CEB-EDITION': [
    'structure',
    ['报文按旧版规范生成', 'The message keeps to the former edition of the standard'],
    ['按现行版更新生成报文的程序', 'Bring what makes the messages up to the present edition'],
  ],
  'CEB-EMPTY-HERE': [
    'business',
    ['填写了此处不得填写的字段', 'A field is given that may not be given here'],
    ['删去该字段，或更正作为条件的字段', 'Remove the field, or correct the one it depends on'],
  ],
  'CEB-IGNORED': [
    'business',
    ['填写的内容不起作用', 'Something is given that counts for nothing'],
    ['二者只填其一', 'Give one of the two only'],
  ],
  'CEB-ISSUED-NUMBER': [
    'field',
    ['海关或平台发放的编号格式不符', 'A number that is issued does not have its form'],
    ['照抄回执中的编号；没有时不填', 'Copy the number from the receipt; leave it out where there is none'],
  ],
  'CEB-ITEMS-SUM': [
    'business',
    ['表头与表体合计不符', 'The head is not the sum of the items'],
    ['使表头等于表体合计，精确到分', 'Make the head the sum of the items, exact to 0.01'],
  ],
  'CEB-NEGATIVE': [
    'field',
    ['数值为负，或应大于零', 'A number is negative, or zero where more is wanted'],
    ['填写允许的正数或零', 'Write a number that is not below what is allowed'],
  ],
  'CEB-NEVER': [
    'field',
    ['填写了不得使用的代码', 'A code is given that may never be used'],
    ['填写实际的代码', 'Write the true code'],
  ],
  'CEB-NOTHING': [
    'business',
    ['没有指明任何清单', 'No declaration is named in any way'],
    ['填写时间范围，或列出清单编号', 'Give a period, or list the declarations'],
  ],
  'CEB-ONE-OF': [
    'business',
    ['所填企业不是单证中应有的企业之一', 'A firm is none of those it must be one of'],
    ['填写其中一家企业的代码', 'Write the code of one of these firms'],
  ],
  'CEB-PART': [
    'business',
    ['报文序号与报文总数不符', 'The number of a part does not fit the number of parts'],
    [
      '从 1 起连续编号，不超过总数；未拆分的都填 1',
      'Number the parts 1, 2, 3 … up to msgCount; write 1 and 1 when not split',
    ],
  ],
  'CEB-PERIOD': [
    'business',
    ['时间先后颠倒', 'A later time is before an earlier one'],
    ['更正两个时间的先后', 'Correct the two times'],
  ],
  'CEB-PRODUCT': [
    'field',
    ['总价不等于单价乘以数量', 'A total is not price times quantity'],
    ['按单价乘以数量填写总价，精确到分', 'Write price times quantity, exact to 0.01'],
  ],
  'CEB-SEQUENCE': [
    'field',
    ['表体序号不连续', 'Item numbers are not without a gap'],
    ['从 1 起连续编号', 'Number the items 1, 2, 3 … without a gap'],
  ],
  'CEB-SEQUENCE-REPEATED': [
    'field',
    ['表体序号重复', 'An item number is used twice'],
    ['从 1 起连续编号，不得重复', 'Number the items 1, 2, 3 … without repetition'],
  ],
  'CEB-STATUS': [
    'field',
    ['回执的状态或错误代码不在目录中', 'A status or error code of a receipt is in no catalogue'],
    [
      '未知的状态视为处理中；错误代码按回执信息处理',
      'Take an unknown status as in progress; with an error code go by the receipt information',
    ],
  ],
  'CEB-SUM': [
    'business',
    ['金额的合计不符', 'A total is not what it is made of'],
    ['更正合计或相加的各项，精确到分', 'Correct the total or its parts, exact to 0.01'],
  ],
  'CEB-TIME': [
    'field',
    ['不是真实的时间', 'A value is not a real date or time'],
    ['按规定格式填写真实的时间', 'Write a real date or time in the form asked for'],
  ],
  'CEB-TOGETHER': [
    'field',
    ['应同时填写的字段缺少一个', 'Of two fields that belong together one is missing'],
    ['两者都填，或都不填', 'Give both or neither'],
  ],
  'CEB-UNSIGNED': [
    'business',
    ['已申报的报文没有签名', 'A declared message is not signed'],
    ['加签后发送，或以 appStatus 1 暂存', 'Sign it, or send it as saved (appStatus 1)'],
  ],
  'CEB-VALUE': [
    'field',
    ['填写了不允许的值', 'A value is not one of those allowed'],
    ['填写允许的值', 'Write one of the values allowed'],
  ],
  'CEB-WEIGHT': [
    'business',
    ['净重大于毛重', 'A weight is more than the one that contains it'],
    ['更正两个重量', 'Correct the two weights'],
  ],
});
