import { type CodeListName, type Field, meaningOfValue, messageTables } from '#ceb';
import { type PaperKind, roots } from '../domain/kinds.ts';
import type { EntryForm } from '../http/draft-schemas.ts';
import { tables } from './on-file.ts';
import type { EntryPorts } from './ports.ts';
import { headFieldsOf, lineFieldsOf } from './writing.ts';

type FormField = EntryForm['head'][number];

/** What the platform writes itself. */
const own = new Set(['guid', 'appType', 'appTime', 'appStatus', 'gnum']);

/** The form of a document: its fields, their lengths, needs and codes, from the tables of the standard. */
export function formOf(ports: Pick<EntryPorts, 'choicesOf'>, kind: PaperKind): EntryForm {
  const { zh, en } = messageTables[roots[kind]];
  const fieldsOf = (fields: readonly Field[]) =>
    fields
      .filter((field) => !own.has(field.name) && !isFilled(field))
      .map((field) => fieldOf(ports, kind, field));
  return {
    ...{ kind, name: { zh, en }, key: ['orderNo', ...tables[kind].shape.key] },
    head: fieldsOf(headFieldsOf(kind)),
    items: fieldsOf(lineFieldsOf(kind)),
  };
}

/** One value only: there is nothing to write. */
const isFilled = ({ fixed, values = [], required }: Field): boolean =>
  fixed !== undefined || (values.length === 1 && required === true);

function fieldOf(ports: Pick<EntryPorts, 'choicesOf'>, kind: PaperKind, field: Field): FormField {
  const { name, zh, en, required, requiredWhen, requiredIf, maxLength, fractionDigits } = field;
  const when = requiredWhen ?? requiredIf;
  const choices = choicesIn(field, ports.choicesOf);
  return {
    ...{ name, zh, en, type: typeOf(field) },
    need: required === true ? 'required' : required === 'conditional' ? 'conditional' : 'optional',
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(fractionDigits === undefined ? {} : { decimals: fractionDigits }),
    ...(when ? { when: { zh: when.zh, en: when.en } } : {}),
    ...(tables[kind].shape.personal?.includes(name) ? { personal: true } : {}),
    ...(choices.length > 0 ? { choices } : {}),
  };
}

function typeOf({ time, type }: Field): FormField['type'] {
  if (time === 'YYYYMMDD') return 'day';
  if (time) return 'moment';
  return type === 'string' ? 'text' : 'number';
}

function choicesIn(
  { codeList, values, name }: Field,
  choicesOf: (list: CodeListName) => NonNullable<FormField['choices']>,
): NonNullable<FormField['choices']> {
  const listed = codeList ? choicesOf(codeList) : [];
  if (!values) return listed;
  return values.map((code) => {
    const meaning = meaningOfValue(name, code) ?? { zh: '', en: '' };
    return listed.find((choice) => choice.code === code) ?? { code, ...meaning };
  });
}
