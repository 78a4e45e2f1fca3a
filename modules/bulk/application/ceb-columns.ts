import {
  type CodeListName,
  exampleMessage,
  type Field,
  meaningOfValue,
  messageTables,
  type Root,
} from '#ceb';
import type { Bilingual } from '#kernel';
import type { BulkColumn, Choice } from '../domain/target.ts';

/** The messages a table of documents may become. */
export type BulkRoot = Extract<Root, 'CEB311Message' | 'CEB411Message' | 'CEB511Message' | 'CEB621Message'>;

/** The codes of a list that are in force, with their names. */
export type ChoicesOf = (list: CodeListName) => readonly Choice[];

type ExampleFields = Readonly<Record<string, string | number | undefined>>;

/** What the platform fills in where a cell is left empty, besides what can have one value only. */
const filled: Readonly<Record<string, Bilingual>> = {
  guid: { zh: '可留空，由平台生成', en: 'may be left empty: made by the platform' },
  appType: { zh: '可留空：1 新增', en: 'may be left empty: 1, new' },
  appTime: { zh: '可留空：上传时间', en: 'may be left empty: the time of the upload' },
  appStatus: { zh: '可留空：2 申报', en: 'may be left empty: 2, declared' },
  gnum: { zh: '可留空：按行顺序编号', en: 'may be left empty: counted in the order of the rows' },
};

/** The one value a field can have; undefined where it may have several. */
export function onlyValue({ fixed, values = [] }: Field): string | undefined {
  return fixed ?? (values.length === 1 ? values[0] : undefined);
}

/** The columns of a message's table: its head, then its goods lines, field by field in the order of the standard. */
export function columnsOf(root: BulkRoot, choicesOf: ChoicesOf): BulkColumn[] {
  const { groups } = messageTables[root];
  const [head, lines] = groups;
  const example = exampleMessage(root).documents[0];
  const inHead = new Set(head?.fields.map(({ name }) => name));
  const columns = (head?.fields ?? []).map((field) =>
    columnOf(field, { part: 'head', group: head, shared: false }, example?.head as ExampleFields, choicesOf),
  );
  const ofLines = (lines?.fields ?? []).map((field) =>
    columnOf(
      field,
      { part: 'line', group: lines, shared: inHead.has(field.name) },
      example?.items[0] as ExampleFields | undefined,
      choicesOf,
    ),
  );
  return [...columns, ...ofLines];
}

interface Place {
  readonly part: BulkColumn['part'];
  readonly group: { readonly name: string; readonly zh: string; readonly en: string } | undefined;
  /** The head has a field of this name too. */
  readonly shared: boolean;
}

function columnOf(
  field: Field,
  { part, group, shared }: Place,
  example: ExampleFields | undefined,
  choicesOf: ChoicesOf,
): BulkColumn {
  const { name, zh, en } = field;
  const full = `${group?.name ?? ''}/${name}`;
  const whole: Bilingual = { zh: `${group?.zh ?? ''}·${zh}`, en: `${group?.en ?? ''}: ${en}` };
  const fills = name in filled || onlyValue(field) !== undefined;
  const kind =
    field.time === 'YYYYMMDD' ? 'day' : field.time ? 'moment' : field.type === 'string' ? 'text' : 'number';
  return {
    name: shared ? full : name,
    title: shared ? whole : { zh, en },
    aliases: [full, whole.zh, whole.en],
    field: name,
    part,
    need: fills ? 'filled' : field.required === true ? 'required' : 'optional',
    kind,
    hint: hintOf(field),
    choices: choicesIn(field, choicesOf),
    example: String(example?.[name] ?? ''),
  };
}

function choicesIn(field: Field, choicesOf: ChoicesOf): readonly Choice[] {
  const { codeList, values, name } = field;
  const only = onlyValue(field);
  const allowed = values ?? (only === undefined ? undefined : [only]);
  const listed = codeList ? choicesOf(codeList) : [];
  if (!allowed) return listed;
  return allowed.map((code) => {
    const found = listed.find((choice) => choice.code === code);
    return found ?? { code, name: meaningOfValue(name, code) ?? { zh: '', en: '' } };
  });
}

function hintOf(field: Field): Bilingual {
  const { name, requiredWhen, requiredIf } = field;
  const parts: Bilingual[] = [shapeOf(field)];
  const only = onlyValue(field);
  const fill = filled[name];
  if (fill) parts.push(fill);
  else if (only !== undefined) parts.push({ zh: `可留空：${only}`, en: `may be left empty: ${only}` });
  const when = requiredWhen ?? requiredIf;
  if (when) parts.push({ zh: `${when.zh}须填写`, en: `must be given for ${when.en}` });
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}

function shapeOf({ type, time, minLength = 0, maxLength, totalDigits, fractionDigits }: Field): Bilingual {
  if (time) return { zh: time, en: time };
  if (type === 'decimal')
    return {
      zh: `数值，最多 ${totalDigits} 位，其中小数 ${fractionDigits} 位`,
      en: `number of at most ${totalDigits} digits, ${fractionDigits} after the point`,
    };
  if (type === 'int') return { zh: '整数', en: 'whole number' };
  if (maxLength === undefined) return { zh: '文本', en: 'text' };
  return minLength === maxLength
    ? { zh: `${maxLength} 个字符`, en: `${maxLength} characters` }
    : { zh: `最多 ${maxLength} 个字符`, en: `at most ${maxLength} characters` };
}
