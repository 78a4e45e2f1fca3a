import type { CodeListName, Format, Row, RowMore, When } from './row.ts';

/** A row spelt out: one field with its type, facets and conditions. */
export interface Field {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: 'string' | 'decimal' | 'int';
  /** Lengths count characters (code points). */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly collapse?: true;
  readonly fixed?: string;
  readonly byDefault?: string;
  /** `conditional`: optional by the schema, but mandatory by the text under `requiredWhen` or `requiredIf`. */
  readonly required: boolean | 'conditional';
  readonly requiredWhen?: When;
  readonly requiredIf?: RowMore['requiredIf'];
  readonly valueWhen?: When & { readonly value: string };
  readonly values?: readonly string[];
  readonly codeList?: CodeListName;
  readonly time?: NonNullable<RowMore['time']>;
  readonly sign?: 'positive';
  readonly never?: readonly string[];
  readonly byText?: 'required';
  readonly issued?: NonNullable<RowMore['issued']>;
  readonly otherwise?: NonNullable<RowMore['otherwise']>;
  readonly remark?: string;
  readonly source: string;
}

/** Spells a row out; `source` is the text the whole table comes from. */
export function fieldOf(row: Row, source: string): Field {
  const [name, format, need, zh, en, more] = row;
  const required = need === 'conditional' ? 'conditional' : need === 'required';
  return { name, zh, en, ...facetsOf(format), required, source, ...more };
}

type Facets = Pick<Field, 'type' | 'minLength' | 'maxLength' | 'totalDigits' | 'fractionDigits'>;

const LENGTH = /^C(?:(\d+)?(\.\.)?(\d+)?)$/;
const DIGITS = /^N(\d+),(\d+)$/;

function facetsOf(format: Format): Facets {
  const digits = DIGITS.exec(format);
  if (digits) {
    return { type: 'decimal', totalDigits: Number(digits[1]), fractionDigits: Number(digits[2]) };
  }
  if (format.startsWith('I')) {
    return format === 'I' ? { type: 'int' } : { type: 'int', totalDigits: Number(format.slice(1)) };
  }
  const length = LENGTH.exec(format);
  if (!length) {
    throw new Error(`The notation ${format} is not one of the standard's.`);
  }
  const [, first, range, last] = length;
  if (range) {
    return { type: 'string', minLength: Number(first ?? 0), maxLength: Number(last) };
  }
  return first === undefined
    ? { type: 'string' }
    : { type: 'string', minLength: Number(first), maxLength: Number(first) };
}
