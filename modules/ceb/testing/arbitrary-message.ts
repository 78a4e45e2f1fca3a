import fc from 'fast-check';
import { fieldOf } from '../tables/field.ts';
import type { MessageTable, Row } from '../tables/row.ts';
import { BASE_SUBSCRIBE, TRANSFER_OF } from '../tables/shared-groups.ts';
import { TABLES } from '../tables/tables.ts';
import type { CebMessage } from '../types.ts';
import { SIGNATURE } from './messages.ts';

type Value = string | number | undefined;

/** Characters that have to survive: markup, white space, line ends, Chinese, outside the basic plane. */
const character = fc.constantFrom(
  ...['a', 'Z', '0', '9', ' ', '\t', '\n', '\r', '&', '<', '>', '"', "'", ']', '/', '-', '=', ';', '#'],
  ...['茶', '马', '，', '😀', '𠮷', '\u0085', '\u2028', '\u00a0', '\ufeff', '\u007f', '\uffbf', 'é'],
);

function text(least: number, most: number): fc.Arbitrary<string> {
  const maxLength = Math.max(least, Math.min(most, least + 24));
  return fc.array(character, { minLength: least, maxLength }).map((characters) => characters.join(''));
}

/** For fields whose white space the schema collapses: text that is read as it was written. */
function solid(least: number, most: number): fc.Arbitrary<string> {
  return text(least, most).map((characters) => characters.replace(/[ \t\n\r]/g, '茶'));
}

function maybe<T>(given: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ arbitrary: given, weight: 3 }, { arbitrary: fc.constant(undefined), weight: 1 });
}

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 14n - 1n), fc.integer({ min: 0, max: 99999 }))
  .map(([negative, whole, part]) => {
    const decimals = String(part).padStart(5, '0').replace(/0+$/, '');
    const size = decimals === '' ? `${whole}` : `${whole}.${decimals}`;
    return negative && size !== '0' ? `-${size}` : size;
  });

function value(row: Row): fc.Arbitrary<Value> {
  const field = fieldOf(row, '');
  const { type, minLength = 0, maxLength = 60, fixed, totalDigits, collapse } = field;
  const most = totalDigits === undefined ? 2147483647 : 10 ** totalDigits - 1;
  const given =
    fixed !== undefined
      ? fc.constant(fixed)
      : type === 'decimal'
        ? decimal
        : type === 'int'
          ? fc.integer({ min: -most, max: most })
          : (collapse ? solid : text)(minLength, maxLength);
  return field.required === true ? given : maybe<Value>(given);
}

function fields(rows: readonly Row[]): fc.Arbitrary<Record<string, Value>> {
  return fc.record(Object.fromEntries(rows.map((row) => [row[0], value(row)])));
}

function tail(table: MessageTable) {
  if (table.tail === 'none') {
    return fc.record({ subscriptions: fc.constant([]) });
  }
  const signature = fc.constant(SIGNATURE);
  return fc.record({
    transfer: fields(TRANSFER_OF[table.tail].rows),
    subscriptions: fc.array(fields(BASE_SUBSCRIBE.rows), { maxLength: 5 }),
    extension: maybe(
      fc.record({
        name: text(0, 30),
        version: text(0, 30),
        xml: fc.constantFrom(undefined, '<a/>', '<x:a xmlns:x="urn:x" b="&lt;">t<![CDATA[<]]></x:a>'),
      }),
    ),
    signature: table.signature === 'required' ? signature : maybe(signature),
  });
}

function messageOf(table: MessageTable): fc.Arbitrary<CebMessage> {
  const { rows, head, items, most } = table.document;
  const document = fc.record({
    head: fields(rows ?? head?.rows ?? []),
    items: items ? fc.array(fields(items.rows), { minLength: items.least, maxLength: 3 }) : fc.constant([]),
  });
  return fc
    .tuple(
      fc.record({
        root: fc.constant(table.root),
        guid: text(36, 36),
        version: text(1, 10),
        documents: fc.array(document, { minLength: 1, maxLength: most === 1 ? 1 : 3 }),
      }),
      tail(table),
    )
    .map(([message, rest]) => ({ ...message, ...rest }) as unknown as CebMessage);
}

/** Any message that keeps to its table. */
export const arbitraryMessage: fc.Arbitrary<CebMessage> = fc.oneof(
  ...(TABLES as readonly MessageTable[]).map(messageOf),
);
