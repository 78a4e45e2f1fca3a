import { type Field, fieldOf } from '../tables/field.ts';
import type { GroupTable, MessageTable, Most, Row } from '../tables/row.ts';
import {
  BASE_SUBSCRIBE,
  EXTEND_MESSAGE,
  EXTENSION_CONTENT,
  MOST_SUBSCRIPTIONS,
  TRANSFER_OF,
} from '../tables/shared-groups.ts';
import { SIGNATURE_ELEMENTS, SIGNATURE_NAMESPACE, type SignatureElement } from '../tables/signature.ts';
import { CEB_NAMESPACE, TABLES } from '../tables/tables.ts';
import { type ContentModel, contentModel } from './content-model.ts';

/** What the schema says of one element: how its content is judged. */
export type Declaration = FieldDeclaration | GroupDeclaration | FreeDeclaration | SignatureDeclaration;

/** A field: text only. */
export interface FieldDeclaration {
  readonly kind: 'field';
  readonly name: string;
  readonly field: Field;
}

/** A fixed sequence of elements. */
export interface GroupDeclaration {
  readonly kind: 'group';
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Roots have the attributes `guid` and `version`. */
  readonly root: boolean;
  readonly children: readonly Child[];
  /** Place of each child in the sequence by local name. */
  readonly places: ReadonlyMap<string, number>;
}

export interface Child {
  readonly namespace: string;
  readonly declaration: Declaration;
  readonly least: number;
  readonly most: number;
}

/**
 * Free content. `skip`: whatever is well formed. `one-skip`: at most one element, which is then skipped.
 * `lax`: elements with a known declaration are judged by it, others are passed over.
 */
export interface FreeDeclaration {
  readonly kind: 'skip' | 'one-skip' | 'lax';
  readonly name: string;
}

/** An element of the signature schema. */
export interface SignatureDeclaration {
  readonly kind: 'signature';
  readonly name: string;
  readonly element: SignatureElement;
  /** Attributes it must have. */
  readonly required: readonly string[];
  readonly model?: ContentModel;
}

const signatureDeclarations: ReadonlyMap<string, SignatureDeclaration> = new Map(
  Object.entries(SIGNATURE_ELEMENTS).map(([name, element]) => [
    name,
    {
      kind: 'signature',
      name,
      element,
      required: Object.entries(element.attributes ?? {}).flatMap(([attribute, wanted]) =>
        wanted.required ? [attribute] : [],
      ),
      ...(element.content === undefined ? {} : { model: contentModel(element.content) }),
    },
  ]),
);

/** Declaration of an element inside the signature, by local name. */
export function signatureDeclaration(name: string): SignatureDeclaration | undefined {
  return signatureDeclarations.get(name);
}

function group(
  name: string,
  zh: string,
  en: string,
  children: readonly Child[],
  root = false,
): GroupDeclaration {
  const places = new Map(children.map((child, place) => [child.declaration.name, place]));
  return { kind: 'group', name, zh, en, root, children, places };
}

function own(declaration: Declaration, least: number, most: Most): Child {
  const times = most === 'unbounded' ? Number.POSITIVE_INFINITY : most;
  return { namespace: CEB_NAMESPACE, declaration, least, most: times };
}

function fields(rows: readonly Row[], source: string): Child[] {
  return rows.map((row) => {
    const field = fieldOf(row, source);
    return own({ kind: 'field', name: field.name, field }, field.required === true ? 1 : 0, 1);
  });
}

function documentOf(table: MessageTable): GroupDeclaration {
  const { name, zh, en, rows, head, items } = table.document;
  if (rows) {
    return group(name, zh, en, fields(rows, table.source));
  }
  const children: Child[] = [];
  if (head) {
    children.push(own(group(head.name, head.zh, head.en, fields(head.rows, table.source)), 1, 1));
  }
  if (items) {
    const list = group(items.name, items.zh, items.en, fields(items.rows, table.source));
    children.push(own(list, items.least, items.most));
  }
  return group(name, zh, en, children);
}

function tailOf(table: MessageTable): Child[] {
  if (table.tail === 'none') {
    return [];
  }
  const transfer = sharedGroup(TRANSFER_OF[table.tail], table.source);
  const subscribe = sharedGroup(BASE_SUBSCRIBE, table.source);
  const extension = own(
    group(EXTEND_MESSAGE.name, EXTEND_MESSAGE.zh, EXTEND_MESSAGE.en, [
      ...fields(EXTEND_MESSAGE.rows, table.source),
      own({ kind: 'one-skip', name: EXTENSION_CONTENT }, 1, 1),
    ]),
    0,
    1,
  );
  const signature = signatureDeclarations.get('Signature');
  const signed: Child[] =
    table.signature === 'none' || !signature
      ? []
      : [
          {
            namespace: SIGNATURE_NAMESPACE,
            declaration: signature,
            least: table.signature === 'required' ? 1 : 0,
            most: 1,
          },
        ];
  const head = [own(transfer, 1, 1), own(subscribe, 0, MOST_SUBSCRIPTIONS)];
  return table.tail === 'import' ? [...head, extension, ...signed] : [...head, ...signed, extension];
}

function sharedGroup(table: GroupTable, source: string): GroupDeclaration {
  return group(table.name, table.zh, table.en, fields(table.rows, source));
}

function rootOf(table: MessageTable): GroupDeclaration {
  const children = [own(documentOf(table), 1, table.document.most), ...tailOf(table)];
  return group(table.root, table.zh, table.en, children, true);
}

/** A message as the schema declares it. */
export interface RootDeclaration {
  readonly table: MessageTable;
  readonly declaration: GroupDeclaration;
  /** Elements the schema of its direction declares on their own; free content is judged by them. */
  readonly globals: ReadonlyMap<string, Declaration>;
}

interface Declared {
  readonly table: MessageTable;
  readonly declaration: GroupDeclaration;
}

/**
 * The schemas of import and export share names, not content, so each direction has its own; CEB900 stands in that
 * of import. Import declares documents with a head inside their message, export on their own.
 */
function globalsOf(
  declared: readonly Declared[],
  direction: 'import' | 'export',
): ReadonlyMap<string, Declaration> {
  const known = new Map<string, Declaration>();
  for (const { table, declaration } of declared) {
    if ((table.direction === 'export') !== (direction === 'export')) continue;
    known.set(declaration.name, declaration);
    for (const { declaration: child } of declaration.children) {
      if (child.kind !== 'group') continue;
      const withHead = child.name === table.document.name && !table.document.rows;
      if (!withHead || direction === 'export') known.set(child.name, child);
      if (!withHead) continue;
      for (const { declaration: inner } of child.children) {
        if (inner.kind === 'group') known.set(inner.name, inner);
      }
    }
  }
  return known;
}

/** The root elements some tables declare. */
export function declarationsOf(tables: readonly MessageTable[]): ReadonlyMap<string, RootDeclaration> {
  const declared = tables.map((table) => ({ table, declaration: rootOf(table) }));
  const globals = { import: globalsOf(declared, 'import'), export: globalsOf(declared, 'export') };
  return new Map(
    declared.map(({ table, declaration }) => [
      table.root,
      { table, declaration, globals: table.direction === 'export' ? globals.export : globals.import },
    ]),
  );
}

/** The root elements that can be read. */
export const rootDeclarations: ReadonlyMap<string, RootDeclaration> = declarationsOf(TABLES);

let unsigned: ReadonlyMap<string, RootDeclaration> | undefined;

/** The same, but the signature a schema asks for may be left out. */
export function unsignedDeclarations(): ReadonlyMap<string, RootDeclaration> {
  const mayLack = (table: MessageTable): MessageTable =>
    table.signature === 'required' ? { ...table, signature: 'optional' } : table;
  unsigned ??= declarationsOf(TABLES.map(mayLack));
  return unsigned;
}
