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
import { CEB_NAMESPACE } from '../tables/tables.ts';

/** Where the schema of a message imports that of its signature from. */
export const SIGNATURE_SCHEMA = 'signature.xsd';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"';

/**
 * Tables of one direction written as one XML Schema, so that a validator of others can judge by them where the
 * official attachments are not at hand. Declares the same elements on their own as the official schema does.
 */
export function schemaOf(tables: readonly MessageTable[]): string {
  const shared = new Map<string, string>();
  for (const table of tables) {
    for (const [name, declared] of onTheirOwn(table)) shared.set(name, declared);
  }
  return (
    `${HEAD} xmlns:c="${CEB_NAMESPACE}" xmlns:ds="${SIGNATURE_NAMESPACE}" targetNamespace="${CEB_NAMESPACE}" elementFormDefault="qualified">` +
    `<xs:import namespace="${SIGNATURE_NAMESPACE}" schemaLocation="${SIGNATURE_SCHEMA}"/>` +
    `${tables.map(rootElement).join('')}${[...shared.values()].join('')}</xs:schema>`
  );
}

function rootElement(table: MessageTable): string {
  return (
    `<xs:element name="${table.root}"><xs:complexType><xs:sequence>${documentOf(table)}${tailOf(table)}</xs:sequence>` +
    attributeOf('guid', '<xs:length value="36"/>') +
    attributeOf('version', '<xs:minLength value="1"/><xs:maxLength value="10"/>') +
    '</xs:complexType></xs:element>'
  );
}

/** Groups declared outside any message: import keeps documents with a head inside theirs, export does not. */
function onTheirOwn(table: MessageTable): [name: string, declared: string][] {
  const { name, rows, head, items } = table.document;
  const inside = [head, items].filter((group) => group !== undefined);
  return [
    ...(rows || table.direction === 'export'
      ? [[name, element(name, contentOf(table))] as [string, string]]
      : []),
    ...inside.map((group): [string, string] => [group.name, element(group.name, fieldsOf(group.rows))]),
    ...(table.tail === 'none'
      ? []
      : [TRANSFER_OF[table.tail], BASE_SUBSCRIBE].map((group): [string, string] => [
          group.name,
          element(group.name, fieldsOf(group.rows)),
        ])),
    ...(table.tail === 'none'
      ? []
      : [[EXTEND_MESSAGE.name, element(EXTEND_MESSAGE.name, extension())] as [string, string]]),
  ];
}

/** The signature's table written as an XML Schema. */
export function signatureSchema(): string {
  const names = Object.entries(SIGNATURE_ELEMENTS);
  const global = names.filter(([, element]) => !element.local);
  return (
    `${HEAD} xmlns:ds="${SIGNATURE_NAMESPACE}" targetNamespace="${SIGNATURE_NAMESPACE}" elementFormDefault="qualified">` +
    `${global.map(([name, element]) => signatureElement(name, element)).join('')}</xs:schema>`
  );
}

const SIMPLE = {
  base64: 'xs:base64Binary',
  string: 'xs:string',
  integer: 'xs:integer',
  anyURI: 'xs:anyURI',
  ID: 'xs:ID',
};

function signatureElement(name: string, element: SignatureElement, often = ''): string {
  const { simple, content = '', mixed, attributes = {} } = element;
  if (simple) {
    return `<xs:element name="${name}" type="${SIMPLE[simple]}"${often}/>`;
  }
  const given = Object.entries(attributes).map(
    ([attribute, { type, required }]) =>
      `<xs:attribute name="${attribute}" type="${SIMPLE[type]}"${required ? ' use="required"' : ''}/>`,
  );
  const type = `<xs:complexType${mixed ? ' mixed="true"' : ''}>${particle(content)}${given.join('')}</xs:complexType>`;
  return `<xs:element name="${name}"${often}>${type}</xs:element>`;
}

/** A content model in the table's notation as particles of a schema. */
function particle(notation: string): string {
  const tokens = notation.match(/#?\w+|[(),|?*+]/g) ?? [];
  let at = 0;
  const times = (): string => {
    const mark = tokens[at] ?? '';
    if (mark === '?') return marked(' minOccurs="0"');
    if (mark === '*') return marked(' minOccurs="0" maxOccurs="unbounded"');
    return mark === '+' ? marked(' maxOccurs="unbounded"') : '';
  };
  const marked = (occurs: string): string => {
    at++;
    return occurs;
  };
  const one = (): string => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = all();
      at++;
      return inner(times());
    }
    if (token.startsWith('#')) {
      const which = token === '#any' ? '##any' : '##other';
      return `<xs:any namespace="${which}" processContents="lax"${times()}/>`;
    }
    const element = SIGNATURE_ELEMENTS[token];
    return element?.local
      ? signatureElement(token, element, times())
      : `<xs:element ref="ds:${token}"${times()}/>`;
  };
  const all = (): ((occurs: string) => string) => {
    const parts = [one()];
    const separator = tokens[at];
    while (tokens[at] === ',' || tokens[at] === '|') {
      at++;
      parts.push(one());
    }
    const kind = separator === '|' ? 'choice' : 'sequence';
    return (occurs) => `<xs:${kind}${occurs}>${parts.join('')}</xs:${kind}>`;
  };
  return notation === '' ? '' : all()('');
}

function documentOf(table: MessageTable): string {
  return element(table.document.name, contentOf(table), often(1, table.document.most));
}

function contentOf({ document: { rows, head, items } }: MessageTable): string {
  if (rows) return fieldsOf(rows);
  return (head ? groupOf(head, 1, 1) : '') + (items ? groupOf(items, items.least, items.most) : '');
}

function tailOf(table: MessageTable): string {
  if (table.tail === 'none') {
    return '';
  }
  const extended = element(EXTEND_MESSAGE.name, extension(), often(0, 1));
  const least = table.signature === 'required' ? 1 : 0;
  const signature = table.signature === 'none' ? '' : `<xs:element ref="ds:Signature"${often(least, 1)}/>`;
  const first = groupOf(TRANSFER_OF[table.tail], 1, 1) + groupOf(BASE_SUBSCRIBE, 0, MOST_SUBSCRIPTIONS);
  return first + (table.tail === 'import' ? extended + signature : signature + extended);
}

function extension(): string {
  const free = `<xs:element name="${EXTENSION_CONTENT}"><xs:complexType><xs:sequence><xs:any namespace="##any" processContents="skip" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`;
  return fieldsOf(EXTEND_MESSAGE.rows) + free;
}

function groupOf({ name, rows }: GroupTable, least: number, most: Most): string {
  return element(name, fieldsOf(rows), often(least, most));
}

function often(least: number, most: Most): string {
  return ` minOccurs="${least}" maxOccurs="${most}"`;
}

function element(name: string, content: string, occurs = ''): string {
  return `<xs:element name="${name}"${occurs}><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`;
}

function fieldsOf(rows: readonly Row[]): string {
  return rows.map((row) => fieldElement(fieldOf(row, ''))).join('');
}

function fieldElement(field: Field): string {
  const { name, type, required, fixed, byDefault } = field;
  const standing =
    fixed !== undefined ? ` fixed="${fixed}"` : byDefault !== undefined ? ` default="${byDefault}"` : '';
  const least = required === true ? '' : ' minOccurs="0"';
  return (
    `<xs:element name="${name}"${least}${standing}><xs:simpleType><xs:restriction base="xs:${type}">` +
    `${facetsOf(field)}</xs:restriction></xs:simpleType></xs:element>`
  );
}

function facetsOf({ minLength, maxLength, totalDigits, fractionDigits, collapse }: Field): string {
  const facet = (name: string, value: number | string | undefined): string =>
    value === undefined ? '' : `<xs:${name} value="${value}"/>`;
  return (
    facet('minLength', minLength) +
    facet('maxLength', maxLength) +
    facet('totalDigits', totalDigits) +
    facet('fractionDigits', fractionDigits) +
    facet('whiteSpace', collapse ? 'collapse' : undefined)
  );
}

function attributeOf(name: string, facets: string): string {
  return `<xs:attribute name="${name}" use="required"><xs:simpleType><xs:restriction base="xs:string">${facets}</xs:restriction></xs:simpleType></xs:attribute>`;
}
