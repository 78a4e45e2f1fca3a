import { findingCodes } from '#kernel';

export type SheetCode =
  | 'SHEET-BINARY'
  | 'SHEET-BOMB'
  | 'SHEET-CELL'
  | 'SHEET-COLUMNS'
  | 'SHEET-EMPTY'
  | 'SHEET-ENCODING'
  | 'SHEET-EXTENSION'
  | 'SHEET-LOCKED'
  | 'SHEET-MACROS'
  | 'SHEET-NOT-XLSX'
  | 'SHEET-NUL'
  | 'SHEET-QUOTE'
  | 'SHEET-ROWS'
  | 'SHEET-TEXTS'
  | 'SHEET-XML'
  | 'SHEET-ZIP';

/** Why a file cannot be read, or not to its end. */
export const SHEET_CODES = findingCodes<SheetCode>({
  'SHEET-BINARY': [
    'structure',
    ['二进制工作簿（.xlsb）不支持', 'A binary workbook (.xlsb) is not read'],
    ['在表格软件中另存为 .xlsx 或 CSV', 'Save it as .xlsx or CSV in your spreadsheet program'],
  ],
  'SHEET-BOMB': [
    'structure',
    ['文件解压后过大', 'The file unfolds to far more than it may'],
    [
      '删除多余的行列与格式后另存，或改用 CSV，或拆成几个文件',
      'Delete needless rows, columns and formats and save it again, use CSV, or split the file',
    ],
  ],
  'SHEET-CELL': [
    'structure',
    ['单元格内容过长', 'A cell is too long'],
    ['缩短该单元格；若是引号未闭合，补上引号', 'Shorten the cell; if a quote was left open, close it'],
  ],
  'SHEET-COLUMNS': [
    'structure',
    ['列数过多', 'A row has too many cells'],
    ['只保留模板中的列；检查分隔符是否正确', 'Keep the columns of the template only; check the separator'],
  ],
  'SHEET-EMPTY': [
    'structure',
    ['文件中没有数据', 'There is nothing in the file'],
    ['下载模板，第一行为列名，其下逐行填写', 'Take the template: names of columns first, rows below them'],
  ],
  'SHEET-ENCODING': [
    'structure',
    ['文字编码无法识别或前后不一', 'The encoding of the text is not known, or not the same throughout'],
    [
      '整个文件统一保存为 UTF-8（或 GB18030）后重传',
      'Save the whole file as UTF-8 (or GB18030) and upload it again',
    ],
  ],
  'SHEET-EXTENSION': [
    'structure',
    ['扩展名与文件内容不符', 'The file is not what its name says'],
    [
      'CSV 文件用 .csv、.tsv 或 .txt，工作簿用 .xlsx；改名或重新另存',
      'Name CSV files .csv, .tsv or .txt and workbooks .xlsx; rename the file or save it anew',
    ],
  ],
  'SHEET-LOCKED': [
    'structure',
    ['旧版 .xls 或加密的工作簿无法读取', 'An old .xls or a workbook locked by a password cannot be read'],
    ['去掉密码，另存为 .xlsx', 'Remove the password and save it as .xlsx'],
  ],
  'SHEET-MACROS': [
    'structure',
    ['含宏的工作簿不接收', 'A workbook with macros is not taken'],
    ['另存为不含宏的 .xlsx', 'Save it as .xlsx without macros'],
  ],
  'SHEET-NOT-XLSX': [
    'structure',
    ['不是 .xlsx 工作簿', 'This is no .xlsx workbook'],
    ['另存为“Excel 工作簿（.xlsx）”或 CSV', 'Save it as “Excel workbook (.xlsx)” or CSV'],
  ],
  'SHEET-NUL': [
    'structure',
    ['文件含空字符（NUL），不是文本文件', 'The file holds NUL characters: it is no text'],
    ['从原系统重新导出为 UTF-8 的 CSV', 'Export it anew as CSV in UTF-8'],
  ],
  'SHEET-QUOTE': [
    'structure',
    ['引号未闭合', 'A quote is left open'],
    ['补上引号；引号内的引号须写两次', 'Close it; a quote inside quotes is written twice'],
  ],
  'SHEET-ROWS': ['structure', ['行数过多', 'The file has too many rows'], ['拆成几个文件', 'Split the file']],
  'SHEET-TEXTS': [
    'structure',
    ['工作簿的文本表过大', 'The texts of the workbook take too much room'],
    ['另存为 CSV，或拆成几个文件', 'Save it as CSV, or split the file'],
  ],
  'SHEET-XML': [
    'structure',
    ['工作簿内部的 XML 有误', 'The XML inside the workbook is not sound'],
    ['在表格软件中打开并重新另存', 'Open it in a spreadsheet program and save it again'],
  ],
  'SHEET-ZIP': [
    'structure',
    ['工作簿已损坏或不完整', 'The workbook is damaged or incomplete'],
    [
      '重新上传；若仍不行，在表格软件中打开并另存',
      'Upload it again; if that fails, open it and save it anew',
    ],
  ],
});
