import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { OFFICIAL, officialPresent } from '../testing/official-schema.ts';
import type { DocumentOf, ImportDeclaration, ImportOrder, OrderReceipt, Root } from '../types.ts';
import { messageTables } from './message-tables.ts';
import { TABLES } from './tables.ts';

interface Listed {
  readonly name: string;
  readonly kind: string;
  readonly zh: string;
  readonly type: string;
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly required: boolean | 'conditional';
  readonly format?: string;
  readonly whiteSpace?: 'collapse';
  /** Named by the text, absent from the schema. */
  readonly pdfOnly?: boolean;
  readonly occurs?: { readonly min: number; readonly max: number };
  readonly elements?: readonly Listed[];
}

describe('the field tables', () => {
  it('name no field twice in one group', () => {
    for (const { groups, tail } of Object.values(messageTables)) {
      for (const { name, fields } of [...groups, ...tail]) {
        expect(new Set(fields.map((field) => field.name)).size, name).toBe(fields.length);
      }
    }
  });

  it('tie every condition to a field of the same document’s head', () => {
    for (const { groups } of Object.values(messageTables)) {
      const head = new Set(groups[0]?.fields.map((field) => field.name));
      for (const field of groups.flatMap((group) => group.fields)) {
        for (const when of [field.requiredWhen, field.valueWhen]) {
          expect(when === undefined || head.has(when.field), field.name).toBe(true);
        }
        const told = field.requiredWhen !== undefined || field.requiredIf !== undefined;
        expect(field.required === 'conditional', field.name).toBe(told);
      }
    }
  });

  it('check only fields there are', () => {
    for (const { root, groups } of Object.values(messageTables)) {
      const [head, items] = groups.map(({ fields }) => new Set(fields.map(({ name }) => name)));
      for (const [place, { checks = {} }] of groups.entries()) {
        const { sequence, product, sums = [], itemSums = [], emptyWhen = [], parts, orItems = [] } = checks;
        const { unique = [], together = [], notMore = [], notBefore = [] } = checks;
        const { uniqueTogether = [], oneOf = [] } = checks;
        const own = [
          ...(sequence ? [sequence.field] : []),
          ...(product ? [product.total, ...product.factors] : []),
          ...sums.flatMap(({ total, plus, minus }) => [total, ...plus, ...minus]),
          ...itemSums.map((one) => one.head),
          ...emptyWhen.map(({ field }) => field),
          ...(parts ? ['msgCount', 'msgSeqNo', ...parts.key] : []),
          ...[...uniqueTogether, ...oneOf.flatMap(({ field, of }) => [field, ...of])],
          ...[...unique, ...orItems, ...notMore.flat(), ...notBefore.flat()],
          ...[...together.map(([one]) => one), ...together.map(([, other]) => other)],
        ];
        const fields = place === 0 ? head : items;
        expect(
          own.filter((name) => !fields?.has(name)),
          root,
        ).toEqual([]);
        expect(
          itemSums.filter(({ item }) => !items?.has(item)),
          root,
        ).toEqual([]);
        expect(
          emptyWhen.filter(({ when }) => !head?.has(when.field)),
          root,
        ).toEqual([]);
      }
    }
  });

  it('give every field a label in both languages and a source', () => {
    for (const { groups, tail } of Object.values(messageTables)) {
      for (const { zh, en, source } of [...groups, ...tail].flatMap((group) => group.fields)) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[A-Z]/);
        expect(source).not.toBe('');
      }
    }
  });

  it('make up the 42 messages of the standard, and name who sends and what answers each declaration', () => {
    const roots = TABLES.map((table) => table.root);
    expect(new Set(roots).size).toBe(42);
    expect(roots.length).toBe(42);
    for (const { root, kind, answer, sentBy, groups } of Object.values(messageTables)) {
      expect(answer !== undefined, root).toBe(kind === 'declaration');
      const head = new Set(groups[0]?.fields.map(({ name }) => name));
      expect(sentBy !== undefined, root).toBe(kind === 'declaration');
      expect(sentBy?.filter((field) => !head.has(field)) ?? [], root).toEqual([]);
      expect(answer === undefined || messageTables[answer as Root].kind === 'receipt', root).toBe(true);
    }
  });

  it('yield the types of the documents', () => {
    expectTypeOf<ImportOrder['head']['orderNo']>().toEqualTypeOf<string>();
    expectTypeOf<ImportOrder['head']['payCode']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ImportOrder['items'][number]['gnum']>().toEqualTypeOf<number>();
    expectTypeOf<ImportDeclaration['head']['emsNo']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ImportDeclaration['head']['packNo']>().toEqualTypeOf<number>();
    expectTypeOf<OrderReceipt['items']>().toEqualTypeOf<readonly never[]>();
    expectTypeOf<ImportOrder>().toEqualTypeOf<DocumentOf<'CEB311Message'>>();
    expectTypeOf<ImportOrder['head']>().not.toHaveProperty('copNo');
  });
});

describe.skipIf(!officialPresent)('the field tables and the published field list', () => {
  const listed = (): Record<string, { elements: Listed[] }> =>
    JSON.parse(readFileSync(join(OFFICIAL, 'messages.json'), 'utf8')).messages;

  it('have the same fields in the same order with the same facets', () => {
    const messages = listed();
    for (const [root, table] of Object.entries(messageTables)) {
      const groups = groupsOf(messages[root]?.elements ?? []);
      for (const { name, fields, least, most } of [...table.groups, ...table.tail]) {
        const group = groups.get(name);
        const leaves = group?.elements?.filter(({ kind, pdfOnly }) => kind === 'leaf' && !pdfOnly) ?? [];
        expect(fields.map(facets), `${root} ${name}`).toEqual(leaves.map(listedFacets));
        // The list names most of the conditions; the rest stand in its descriptions only.
        for (const { name: field } of leaves.filter(({ required }) => required === 'conditional')) {
          const ours = fields.find((one) => one.name === field);
          expect(ours?.required, `${root} ${field}`).toBe('conditional');
        }
        const times = group?.occurs;
        if (name !== table.document.name) {
          expect([least, most], `${root} ${name}`).toEqual([times?.min, times?.max]);
        }
      }
      expect(table.document.most, root).toBe(groups.get(table.document.name)?.occurs?.max);
    }
  });
});

function groupsOf(elements: readonly Listed[], found = new Map<string, Listed>()): Map<string, Listed> {
  for (const element of elements) {
    if (element.kind !== 'leaf') {
      found.set(element.name, element);
      groupsOf(element.elements ?? [], found);
    }
  }
  return found;
}

type Facets = readonly unknown[];

function facets(field: (typeof messageTables)['CEB311Message']['groups'][number]['fields'][number]): Facets {
  const { name, type, minLength, maxLength, totalDigits, fractionDigits, required, time, collapse } = field;
  return [
    ...[name, type, minLength ?? 0, maxLength, totalDigits, fractionDigits, required === true],
    ...[time, collapse ?? false],
  ];
}

function listedFacets(leaf: Listed): Facets {
  const type = leaf.type === 'decimal' || leaf.type === 'int' ? leaf.type : 'string';
  const least = leaf.length ?? leaf.minLength ?? 0;
  const most = leaf.length ?? leaf.maxLength;
  return [
    ...[leaf.name, type, least, most, leaf.totalDigits, leaf.fractionDigits, leaf.required === true],
    ...[leaf.format, leaf.whiteSpace === 'collapse'],
  ];
}
