import { type Finding, isProduct, readDecimal } from '#kernel';
import type { CodeListName } from '../tables/row.ts';
import { BASE_SUBSCRIBE, BASE_TRANSFER } from '../tables/shared-groups.ts';
import type { CebMessage } from '../types.ts';
import * as say from './field-finding.ts';
import { type Fields, given, holds, type LooseDocument, pathOf } from './looking.ts';
import { groupQuestions, type MessageQuestions, messageQuestions, type QuestionGroup } from './questions.ts';
import { isRealTime } from './time.ts';

/** Asks whether a code is in a customs parameter table; the caller decides on which day's. */
export interface CodeLists {
  has(list: CodeListName, code: string): boolean;
}

/** A finding and the document it belongs to, since documents are accepted or refused one by one. */
export interface DocumentFinding {
  /** Place of the document in `message.documents`, from 0; -1 for what concerns the whole message. */
  readonly index: number;
  readonly finding: Finding;
  /** The standard's own result code for such a refusal, e.g. `-301002`; absent for receipts. */
  readonly returnCode?: string;
  /** Which text asks for it; `(D)` marks what is only derived from it. */
  readonly source?: string;
}

const transfer = groupQuestions(BASE_TRANSFER);
const subscribe = groupQuestions(BASE_SUBSCRIBE);

/**
 * Checks what the text of the standard asks of fields beyond the schema: allowed values, real dates, signs, fields
 * mandatory in one supervision mode, item numbers, totals; and codes against their lists where a lookup is given.
 * The message must have the sound structure `decode` vouches for. All findings are of the level `field`.
 */
export function checkFields(message: CebMessage, codeLists?: CodeLists): DocumentFinding[] {
  const questions = messageQuestions.get(message.root);
  if (!questions) {
    return [];
  }
  const check = new Check(questions, codeLists);
  const documents = message.documents as readonly LooseDocument[];
  documents.forEach((document, index) => {
    check.document(document, index);
  });
  if (message.transfer) {
    check.wholeMessage(transfer, message.transfer, transfer.name);
  }
  message.subscriptions.forEach((subscription, index) => {
    check.wholeMessage(subscribe, subscription, `${subscribe.name}[${index + 1}]`);
  });
  return check.found;
}

/** One walk through a message. Paths are only spelt out when there is something to say. */
class Check {
  readonly found: DocumentFinding[] = [];
  private readonly questions: MessageQuestions;
  private readonly codeLists: CodeLists | undefined;
  private readonly invalid: string | undefined;
  private index = -1;
  /** Place of the item looked at, from 0; -1 in the head. */
  private item = -1;
  private group = '';

  constructor(questions: MessageQuestions, codeLists: CodeLists | undefined) {
    this.questions = questions;
    this.codeLists = codeLists;
    this.invalid = questions.table.answerCodes?.invalid;
  }

  document(document: LooseDocument, index: number): void {
    const { head, items } = this.questions;
    this.index = index;
    this.item = -1;
    this.group = head.name;
    this.ask(head, document.head, document.head);
    this.across(head, document.head);
    if (!items) {
      return;
    }
    this.group = items.name;
    for (const item of document.items) {
      this.item++;
      this.ask(items, item, document.head);
      this.across(items, item);
    }
    this.sequence(items, document.items, Number(document.head.msgCount ?? 1) > 1);
  }

  wholeMessage(questions: QuestionGroup, fields: Fields, path: string): void {
    this.index = -1;
    this.group = path;
    this.ask(questions, fields, fields);
  }

  private add(finding: Finding, returnCode = this.invalid): void {
    const { index } = this;
    this.found.push(returnCode === undefined ? { index, finding } : { index, finding, returnCode });
  }

  private path(field: string): string {
    return this.index < 0
      ? `${this.group}/${field}`
      : pathOf(this.questions.table, this.index, this.group, this.item, field);
  }

  /** Asks each field its questions; `head` is where the conditions of other fields look. */
  private ask({ questions }: QuestionGroup, fields: Fields, head: Fields): void {
    for (const question of questions) {
      const { name, field, values, codeList } = question;
      const value = fields[name];
      if (value === undefined || value === '') {
        if (field.requiredWhen && holds(field.requiredWhen, head)) {
          this.add(say.requiredHere(field, field.requiredWhen, this.path(name)));
        }
        continue;
      }
      if (values && !values.has(value)) {
        this.add(say.wrongValue(field, this.path(name), String(value)));
      }
      if (typeof value === 'number') {
        if (field.sign && value < 1) this.add(say.negative(field, this.path(name), String(value)));
        continue;
      }
      if (question.decimal) {
        if (value.startsWith('-') || (field.sign === 'positive' && value === '0')) {
          this.add(say.negative(field, this.path(name), value));
        }
        continue;
      }
      if (field.time && !isRealTime(value, field.time)) {
        this.add(say.wrongTime(field, this.path(name), value));
      }
      if (field.valueWhen && value !== field.valueWhen.value && holds(field.valueWhen, head)) {
        this.add(say.valueHere(field, this.path(name), value));
      }
      if (codeList && this.codeLists && !this.codeLists.has(codeList, value)) {
        this.add(say.notInList(field, this.path(name), value));
      }
    }
  }

  /** Questions over several fields of one item. */
  private across({ product, together }: QuestionGroup, fields: Fields): void {
    if (product) {
      const total = textOf(fields[product.total.name]);
      const first = textOf(fields[product.factors[0].name]);
      const second = textOf(fields[product.factors[1].name]);
      if (!multiplies(total, first, second)) {
        this.add(say.wrongProduct(product, this.path(product.total.name), [total, first, second]));
      }
    }
    for (const [one, other, code] of together) {
      const hasOne = given(fields[one.name]);
      if (hasOne !== given(fields[other.name])) {
        const [present, absent] = hasOne ? [one, other] : [other, one];
        this.add(say.notTogether(present, absent, this.path(absent.name)), code);
      }
    }
  }

  /**
   * Items are numbered 1 to n; in which order they stand does not matter. In one part of several the numbers may
   * begin anywhere, since the text does not say whether each part counts from 1.
   */
  private sequence({ sequence }: QuestionGroup, items: readonly Fields[], isPart: boolean): void {
    if (!sequence) {
      return;
    }
    const { field, repeated } = sequence;
    if (items.every((item, place) => item[field] === place + 1)) {
      return;
    }
    const seen = new Set<number>();
    items.forEach((item, place) => {
      const value = Number(item[field]);
      this.item = place;
      if (seen.has(value)) {
        this.add(say.repeatedNumber(this.path(field), field, value), repeated);
      } else if (value < 1 || (value > items.length && !isPart)) {
        this.add(say.numberOutside(this.path(field), field, value, items.length));
      }
      seen.add(value);
    });
  }
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Whether a total is the product of two decimals when both are rounded to the cent. */
function multiplies(total: string, first: string, second: string): boolean {
  const sum = readDecimal(total);
  const left = readDecimal(first);
  const right = readDecimal(second);
  return sum !== undefined && left !== undefined && right !== undefined && isProduct(sum, left, right, 2);
}
