import { findingCodes } from '#kernel';

export type BulkCode =
  | 'BULK-CELLS'
  | 'BULK-CHARACTER'
  | 'BULK-COLUMN-MISSING'
  | 'BULK-COLUMN-TWICE'
  | 'BULK-COLUMNS-UNKNOWN'
  | 'BULK-ENTERPRISE'
  | 'BULK-HEAD-DIFFERS'
  | 'BULK-NUMBER-LOST'
  | 'BULK-REPEATED'
  | 'BULK-TOO-MANY-BAD';

/** What can be wrong with a table of documents besides what is wrong with a document itself. */
export const BULK_CODES = findingCodes<BulkCode>({
  'BULK-CELLS': [
    'structure',
    ['该行的单元格多于列名', 'The row has more cells than there are names of columns'],
    [
      '检查分隔符与引号：内容含分隔符时须加引号',
      'Look for a separator inside a text: such a text is put in quotes',
    ],
  ],
  'BULK-CHARACTER': [
    'structure',
    ['单元格含有报文不能承载的控制字符', 'A cell holds a control character no message can carry'],
    ['删除该字符后重填', 'Delete the character, or write the cell anew'],
  ],
  'BULK-COLUMN-MISSING': [
    'structure',
    ['缺少必填的列', 'A column that must be filled is missing'],
    ['按模板补上该列', 'Add the column as the template has it'],
  ],
  'BULK-COLUMN-TWICE': [
    'structure',
    ['同一列出现两次', 'A column stands there twice'],
    ['删除多余的一列，或更正列名', 'Delete one of the two, or correct its name'],
  ],
  'BULK-COLUMNS-UNKNOWN': [
    'structure',
    ['第一行没有可识别的列名', 'The first row has no name of a column that is known'],
    [
      '第一行填写列名（字段名、中文名或英文名），建议使用模板',
      'Put the names of columns (field, Chinese or English name) in the first row; best take the template',
    ],
  ],
  'BULK-ENTERPRISE': [
    'business',
    ['企业未备案或已停用', 'The enterprise is not registered or not active'],
    ['恢复备案后重新上传', 'Upload the file again when the enterprise is active'],
  ],
  'BULK-HEAD-DIFFERS': [
    'structure',
    ['同一单证的各行表头内容不一致', 'The rows of one document do not agree on its head'],
    [
      '使各行一致，或只在首行填写；编号有误时更正编号',
      'Make them agree, or fill the first row only; or correct the number',
    ],
  ],
  'BULK-NUMBER-LOST': [
    'field',
    [
      '长数字被表格软件改成了科学记数，末位已丢失',
      'A spreadsheet program has cut the last digits of a long number',
    ],
    ['将该列设为文本格式后重新填写', 'Format the column as text and write the number again'],
  ],
  'BULK-REPEATED': [
    'structure',
    ['业务编号在文件中已出现过', 'The document has come before in this file'],
    [
      '删除重复的行；同一单证的各行须相邻',
      'Delete what is repeated; rows of one document must follow one another',
    ],
  ],
  'BULK-TOO-MANY-BAD': [
    'structure',
    ['错误过多，未再继续读取', 'So much is wrong that reading has stopped'],
    ['先按已列出的问题修改文件，再重新上传', 'Mend what has been listed so far and upload the file again'],
  ],
});
