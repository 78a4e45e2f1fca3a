import { findingCodes } from '#kernel';
import type { StructureCode } from './structure-finding.ts';

/** What is wrong with the structure of a message or an envelope, as the schema sets it. */
export const STRUCTURE_CODES = findingCodes<StructureCode>({
  'CEB-ATTRIBUTE': [
    'structure',
    ['元素的属性缺失、多余或不合规', 'An attribute is missing, not known or not as specified'],
    ['按规范填写 guid、version 等属性', 'Give the attributes the standard names, such as guid and version'],
  ],
  'CEB-COUNT': [
    'structure',
    ['单证或表体的数量超出范围', 'There are too few or too many documents or items'],
    ['按规范的数量拆分或补齐', 'Split or complete them to the number the standard allows'],
  ],
  'CEB-DECIMAL': [
    'structure',
    ['不是合规的数值', 'The value is not a decimal the standard accepts'],
    [
      '填写位数合规的十进制数，不用千分位和科学记数',
      'Write a plain decimal within the digits allowed, without separators or exponent',
    ],
  ],
  'CEB-DEPTH': [
    'structure',
    ['元素嵌套过深', 'Elements are nested too deeply'],
    ['按规范的结构生成报文', 'Give the message the structure of the standard'],
  ],
  'CEB-DOCTYPE': [
    'structure',
    ['报文含有 DOCTYPE', 'The message has a DOCTYPE'],
    ['去掉 DOCTYPE', 'Leave the DOCTYPE out'],
  ],
  'CEB-ENCODING': [
    'structure',
    ['报文不是合规的 UTF-8', 'The message is not proper UTF-8'],
    ['以 UTF-8 编码，声明与实际一致', 'Write it in UTF-8 and declare no other encoding'],
  ],
  'CEB-ENTITY': [
    'structure',
    ['报文引用了不允许的实体', 'An entity is used that XML itself does not define'],
    ['只用 XML 的五个预定义实体和字符引用', 'Use only the five entities of XML and character references'],
  ],
  'CEB-FIXED': [
    'structure',
    ['与固定值不符', 'The value is not the fixed one'],
    ['填写规范的固定值', 'Write the value the standard fixes'],
  ],
  'CEB-INTEGER': [
    'structure',
    ['不是合规的整数', 'The value is not an integer the standard accepts'],
    ['填写范围内的整数', 'Write a whole number within the range'],
  ],
  'CEB-LENGTH': [
    'structure',
    ['字段长度不合规', 'A field is too short or too long'],
    [
      '按规范的长度填写，汉字每个算一个字符',
      'Keep to the length of the standard; a Chinese character counts as one',
    ],
  ],
  'CEB-MISSING': [
    'structure',
    ['缺少必填的元素', 'A mandatory element is missing'],
    ['补上该元素', 'Add the element'],
  ],
  'CEB-MORE': [
    'structure',
    ['问题过多，其余不再列出', 'There are more findings than are listed'],
    ['先改正已列出的各项，再检查一次', 'Mend those listed first, then check again'],
  ],
  'CEB-NAMESPACE': [
    'structure',
    ['元素的命名空间不符', 'An element is of another namespace'],
    ['使用规范的命名空间', 'Use the namespace of the standard'],
  ],
  'CEB-ORDER': [
    'structure',
    ['元素的顺序或位置不符', 'An element is not where the standard has it'],
    ['按规范的顺序和层次排列', 'Put the elements in the order and place the standard gives'],
  ],
  'CEB-REPEATED': [
    'structure',
    ['元素重复', 'An element is given more than once'],
    ['只保留一个', 'Keep one of them'],
  ],
  'CEB-ROOT': [
    'structure',
    ['根元素不是已知的报文', 'The root element is no message known here'],
    ['核对根元素和命名空间', 'Check the root element and its namespace'],
  ],
  'CEB-SIGNATURE': [
    'structure',
    ['Signature 的数量或位置不符', 'There are too many Signature elements, or one where none belongs'],
    ['按规范放置签名，最多一个', 'Place the signature as the standard has it, and no more than one'],
  ],
  'CEB-SIZE': [
    'structure',
    ['报文过大', 'The message is too large'],
    ['拆成较小的报文发送', 'Send it in smaller messages'],
  ],
  'CEB-TEXT': [
    'structure',
    ['元素之间有不应有的文字', 'There is text where only elements belong'],
    ['删去多余的文字', 'Remove the text'],
  ],
  'CEB-UNKNOWN': [
    'structure',
    ['规范中没有这个元素', 'The standard has no such element here'],
    ['删去该元素，或核对拼写和大小写', 'Remove it, or check its spelling and case'],
  ],
  'CEB-XML': [
    'structure',
    ['不是格式良好的 XML', 'It is not well-formed XML'],
    ['用 XML 程序库生成报文', 'Write the message with an XML library'],
  ],
  'DXP-BASE64': [
    'structure',
    ['传输报文的内容不是合规的 Base64', 'A part of the envelope is not proper Base64'],
    ['把报文整体编码为 Base64，不要截断', 'Encode the message as Base64 as a whole, with nothing cut off'],
  ],
  'DXP-TIME': [
    'structure',
    ['传输报文中的时间不是真实的时间', 'A time of the envelope is not a real date or time'],
    ['按规范的格式填写真实的时间', 'Write a real date or time in the form of the standard'],
  ],
});
