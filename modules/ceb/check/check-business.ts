import {
  add,
  compare,
  type Decimal,
  type Finding,
  formatDecimal,
  readDecimal,
  roundDecimal,
  subtract,
  sum,
  ZERO,
} from '#kernel';
import type { Field } from '../tables/field.ts';
import type { GroupChecks } from '../tables/row.ts';
import type { BaseTransfer, CebMessage } from '../types.ts';
import * as say from './business-finding.ts';
import type { DocumentFinding } from './check-fields.ts';
import {
  type CheckedGroup,
  type CheckedMessage,
  checkedMessages,
  checkedTransfer,
} from './checked-message.ts';
import { issuedIn } from './issued-numbers.ts';
import { type Fields, given, holds, type LooseDocument, pathOf } from './looking.ts';
import { numberFindings } from './number-findings.ts';

/** Amounts count at 2 decimals, to the cent. */
const CENTS = 2;
/** Most characters of `SenderId` in the envelope, which `dxpId` must equal. */
const SENDER_ID = 16;
const DERIVED = '(D)';

/** The standard's own code where it has one for just this; else that of a wrong field. */
function ownCode(root: string, { code, path }: Finding, issued?: string): string | undefined {
  if (issued === 'enterprise') return '-10102';
  if (root === 'CEB623Message' && code === 'CEB-BLANK' && path.endsWith('/reason')) return '-623012';
  if (root === 'CEB625Message' && code === 'CEB-ISSUED-NUMBER' && path.endsWith('/preNo')) return '-625008';
  return undefined;
}

/**
 * Checks what the text of the standard asks across fields, and of fields the schema lets be blank or absent: sums,
 * weights, parts, periods, numbers issued by customs, signatures of what is declared. What it finds advises the
 * sender; the platform refuses nothing for it. The message must have the structure `decode` vouches for.
 */
export function checkBusiness(message: CebMessage): DocumentFinding[] {
  const known = checkedMessages.get(message.root);
  if (!known) {
    return [];
  }
  const check = new BusinessCheck(known);
  check.message(message);
  return check.found;
}

class BusinessCheck {
  readonly found: DocumentFinding[] = [];
  private readonly known: CheckedMessage;
  private index = -1;

  constructor(known: CheckedMessage) {
    this.known = known;
  }

  message(message: CebMessage): void {
    const documents = message.documents as readonly LooseDocument[];
    const guids = new Set<string>();
    documents.forEach(({ head, items }, index) => {
      this.index = index;
      this.group(this.known.head, head, -1);
      items.forEach((item, place) => {
        if (this.known.items) this.group(this.known.items, item, place);
      });
      this.across(head, items);
      if (this.known.table.kind === 'declaration') this.guid(head, guids);
      if (this.known.table.signedWhenDeclared && head.appStatus === '2' && message.signature === undefined) {
        this.add(say.unsigned(this.path(this.known.head, -1, 'appStatus')));
      }
    });
    if (message.transfer) this.transfer(message.transfer);
  }

  private transfer(transfer: BaseTransfer): void {
    this.index = -1;
    this.group(checkedTransfer, transfer, -1);
    if (transfer.dxpId.length > SENDER_ID) {
      this.add(say.dxpIdTooLong(this.path(checkedTransfer, -1, 'dxpId'), transfer.dxpId), DERIVED);
    }
  }

  private add(finding: Finding, mark = '', issued?: string): void {
    const { root, answerCodes, source } = this.known.table;
    const returnCode = ownCode(root, finding, issued) ?? answerCodes?.invalid;
    this.found.push({
      index: this.index,
      finding,
      source: mark === '' ? source : `${source} ${mark}`,
      ...(returnCode === undefined ? {} : { returnCode }),
    });
  }

  private path(group: CheckedGroup, item: number, field: string): string {
    return this.index < 0
      ? `${group.name}/${field}`
      : pathOf(this.known.table, this.index, group.name, item, field);
  }

  /** What is asked of each field alone. */
  private group(group: CheckedGroup, fields: Fields, item: number): void {
    for (const field of group.alone) {
      const { name, required, byText, never } = field;
      const issued = issuedIn(field, fields);
      const value = fields[name];
      if (!given(value)) {
        if (required === true && value !== undefined)
          this.add(say.blank(field, this.path(group, item, name)));
        else if (byText) this.add(say.missingByText(field, this.path(group, item, name)));
        continue;
      }
      const text = String(value);
      if (required === true && text.trim() === '') {
        this.add(say.blank(field, this.path(group, item, name)));
      } else if (never?.includes(text)) {
        this.add(say.never(field, this.path(group, item, name), text));
      } else {
        const place = this.path(group, item, name);
        for (const { finding, derived } of numberFindings(field, issued, place, text)) {
          this.add(finding, derived ? DERIVED : '', issued);
        }
      }
    }
  }

  /** What compares the fields of one document. */
  private across(head: Fields, items: readonly Fields[]): void {
    const { checks } = this.known.head;
    this.sums(checks.sums ?? [], head);
    this.itemSums(checks.itemSums ?? [], head, items);
    for (const [less, more] of checks.notMore ?? []) this.notMore(less, more, head);
    for (const [later, earlier] of checks.notBefore ?? []) this.notBefore(later, earlier, head);
    for (const { field, when } of checks.emptyWhen ?? []) {
      if (given(head[field]) && holds(when, head)) {
        this.add(say.emptyHere(this.named(field), when, this.headPath(field)));
      }
    }
    if (checks.parts) this.parts(head);
    if (checks.orItems) this.orItems(checks.orItems, head, items);
    for (const { field, of } of checks.oneOf ?? []) this.oneOf(field, of, head);
    for (const field of this.known.items?.checks.unique ?? []) this.unique(field, items);
    this.uniqueTogether(this.known.items?.checks.uniqueTogether ?? [], items);
  }

  private named(field: string, group = this.known.head): Field {
    const found = group.fields.get(field);
    if (!found) {
      throw new Error(`A check of ${group.name} names the field ${field}, which its table does not have.`);
    }
    return found;
  }

  private headPath(field: string): string {
    return this.path(this.known.head, -1, field);
  }

  private sums(sums: NonNullable<GroupChecks['sums']>, head: Fields): void {
    for (const { total, plus, minus } of sums) {
      const stated = amount(head[total]);
      const reckoned = cents(
        subtract(sum(plus.map((name) => amount(head[name]))), sum(minus.map((name) => amount(head[name])))),
      );
      if (compare(cents(stated), reckoned) === 0) continue;
      const words = (language: 'zh' | 'en'): string =>
        [
          plus.map((name) => this.named(name)[language]).join(' + '),
          ...minus.map((name) => this.named(name)[language]),
        ].join(' − ');
      this.add(
        say.wrongSum(this.named(total), this.headPath(total), {
          stated: formatDecimal(stated),
          reckoned: formatDecimal(reckoned),
          zh: words('zh'),
          en: words('en'),
        }),
      );
    }
  }

  private itemSums(sums: NonNullable<GroupChecks['itemSums']>, head: Fields, items: readonly Fields[]): void {
    const { items: group } = this.known;
    // Amounts in several currencies cannot be added up.
    if (!group || items.some(({ currency }) => currency !== head.currency)) {
      return;
    }
    for (const { head: total, item } of sums) {
      const stated = amount(head[total]);
      const reckoned = cents(items.reduce<Decimal>((so, one) => add(so, amount(one[item])), ZERO));
      if (compare(cents(stated), reckoned) === 0) continue;
      const { zh, en } = this.named(item, group);
      this.add(
        say.wrongItemsSum(this.named(total), this.headPath(total), {
          ...{ stated: formatDecimal(stated), reckoned: formatDecimal(reckoned), zh, en },
        }),
        DERIVED,
      );
    }
  }

  private notMore(less: string, more: string, head: Fields): void {
    const [left, right] = [head[less], head[more]];
    if (!given(left) || !given(right) || compare(amount(left), amount(right)) <= 0) {
      return;
    }
    const values = [String(left), String(right)] as const;
    this.add(say.weightOver(this.named(less), this.named(more), this.headPath(less), values));
  }

  private notBefore(later: string, earlier: string, head: Fields): void {
    const [end, start] = [head[later], head[earlier]];
    // Moments of one shape stand in the order of their texts.
    if (given(end) && given(start) && String(end) < String(start)) {
      this.add(say.periodReversed(this.named(later), this.named(earlier), this.headPath(later)));
    }
  }

  private parts(head: Fields): void {
    const count = Number(head.msgCount);
    const number = Number(head.msgSeqNo);
    if (count < 1 || number < 1 || number > count) {
      this.add(say.partOutside(this.headPath('msgSeqNo'), count, number));
    }
  }

  private unique(field: string, items: readonly Fields[]): void {
    const { items: group } = this.known;
    const seen = new Set<string>();
    items.forEach((item, place) => {
      const value = item[field];
      if (!group || !given(value)) return;
      const text = String(value);
      if (seen.has(text)) {
        this.add(say.duplicate(this.named(field, group), this.path(group, place, field), text), DERIVED);
      }
      seen.add(text);
    });
  }

  private uniqueTogether(fields: readonly string[], items: readonly Fields[]): void {
    const { items: group } = this.known;
    const [first] = fields;
    if (!group || first === undefined) return;
    const seen = new Set<string>();
    items.forEach((item, place) => {
      const values = fields.map((field) => String(item[field]));
      const key = values.join('\u0000');
      if (seen.has(key)) {
        const named = fields.map((field) => this.named(field, group));
        this.add(say.duplicateTogether(named, this.path(group, place, first), values), DERIVED);
      }
      seen.add(key);
    });
  }

  private orItems([start, end]: readonly [string, string], head: Fields, items: readonly Fields[]): void {
    const whole = given(head[start]) && given(head[end]);
    if (whole && items.length > 0) this.add(say.itemsIgnored(this.headPath(start)));
    const nothing = items.length === 0 && !given(head[start]) && !given(head[end]);
    if (nothing) this.add(say.nothingNamed(this.headPath(start)), DERIVED);
  }

  private oneOf(field: string, others: readonly string[], head: Fields): void {
    const value = head[field];
    if (!given(value) || others.some((other) => head[other] === value)) return;
    const named = others.map((other) => this.named(other));
    this.add(say.noneOf(this.named(field), named, this.headPath(field), String(value)));
  }

  private guid({ guid }: Fields, seen: Set<string>): void {
    const text = String(guid);
    if (seen.has(text)) {
      this.add(say.duplicate(this.named('guid'), this.headPath('guid'), text));
    }
    seen.add(text);
  }
}

function amount(value: string | number | undefined): Decimal {
  return readDecimal(String(value ?? '0')) ?? ZERO;
}

function cents(value: Decimal): Decimal {
  return roundDecimal(value, CENTS);
}
