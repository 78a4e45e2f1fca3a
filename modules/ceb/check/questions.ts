import { type Field, fieldOf } from '../tables/field.ts';
import type { CodeListName, GroupChecks, GroupTable, MessageTable, Row } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import type { Product } from './field-finding.ts';

/** One field with what is to be asked of it; fields without any question are left out. */
export interface Question {
  readonly name: string;
  readonly field: Field;
  readonly decimal: boolean;
  readonly values: ReadonlySet<string | number> | undefined;
  readonly codeList: CodeListName | undefined;
}

/** A group of fields with its questions, prepared once. */
export interface QuestionGroup {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly sequence: GroupChecks['sequence'];
  readonly product: Product | undefined;
  readonly together: readonly (readonly [one: Field, other: Field, code: string | undefined])[];
}

/** The questions of one message. */
export interface MessageQuestions {
  readonly table: MessageTable;
  readonly head: QuestionGroup;
  readonly items: QuestionGroup | undefined;
}

export const messageQuestions: ReadonlyMap<string, MessageQuestions> = new Map(
  (TABLES as readonly MessageTable[]).map((table) => [table.root, questionsOf(table)]),
);

function questionsOf(table: MessageTable): MessageQuestions {
  const { name, rows, head, items } = table.document;
  return {
    table,
    head: groupQuestions(head ?? { name, rows: rows ?? [] }),
    items: items && groupQuestions(items),
  };
}

export function groupQuestions(group: Pick<GroupTable, 'name' | 'rows' | 'checks'>): QuestionGroup {
  const { name, rows, checks } = group;
  const byName = new Map(rows.map((row) => [row[0], fieldOf(row, '')]));
  const named = (field: string): Field => {
    const found = byName.get(field);
    if (!found) {
      throw new Error(`A check of ${name} names the field ${field}, which its table does not have.`);
    }
    return found;
  };
  const { sequence, product, together = [] } = checks ?? {};
  return {
    name,
    questions: rows.flatMap(questionOf),
    sequence,
    product: product && {
      total: named(product.total),
      factors: [named(product.factors[0]), named(product.factors[1])],
    },
    together: together.map(([one, other, code]) => [named(one), named(other), code] as const),
  };
}

function questionOf(row: Row): Question[] {
  const field = fieldOf(row, '');
  const decimal = field.type === 'decimal';
  const { name, values, time, requiredWhen, valueWhen, sign } = field;
  // A value the schema itself fixes needs no second look.
  const codeList = field.fixed === undefined ? field.codeList : undefined;
  if (!decimal && !values && !time && !requiredWhen && !valueWhen && !codeList && !sign) {
    return [];
  }
  const typed = values && new Set<string | number>(field.type === 'int' ? values.map(Number) : values);
  return [{ name, field, decimal, values: typed, codeList }];
}
