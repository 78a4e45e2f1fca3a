import type { Finding } from '#kernel';
import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import type { Declaration } from './declarations.ts';
import type { Attribute, Namespaces } from './namespaces.ts';
import { collapse, isOfType, lengthOf } from './simple-types.ts';
import { structureFinding } from './structure-finding.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';
const GUID_LENGTH = 36;
const VERSION_MOST = 10;

/** `guid` and `version` of a root element, empty where they are wrong. */
export interface RootAttributes {
  readonly guid: string;
  readonly version: string;
}

/** What judging the attributes of one element needs to know. */
interface Judged {
  readonly declaration: Declaration;
  readonly path: string;
  readonly attributes: readonly Attribute[];
  readonly namespaces: Namespaces;
  /** Values of the type `xs:ID` met so far; each may stand once in a message. */
  readonly ids: Set<string>;
  readonly report: (finding: Finding) => void;
}

/** Judges the attributes of one element as the schema does; hints of where schemas lie are allowed everywhere. */
export function judgeAttributes(judged: Judged): void {
  const { declaration, attributes } = judged;
  for (const attribute of attributes) {
    if (attribute.namespace === XML && attribute.name === 'id') judgeXmlId(judged, attribute);
  }
  if (declaration.kind === 'skip') {
    return;
  }
  for (const attribute of attributes) {
    if (attribute.namespace === INSTANCE) {
      judgeInstance(judged, attribute);
    } else if (declaration.kind === 'signature') {
      judgeOfSignature(judged, attribute, declaration.element.attributes?.[attribute.name]);
    } else if (declaration.kind !== 'lax' && !isOfRoot(declaration, attribute)) {
      judged.report(unknownAttribute(judged.path, attribute));
    }
  }
  if (declaration.kind === 'signature') {
    for (const name of declaration.required) {
      if (!attributes.some((one) => one.namespace === '' && one.name === name)) {
        judged.report(missingAttribute(judged.path, name));
      }
    }
  }
}

function isOfRoot(declaration: Declaration, { namespace, name }: Attribute): boolean {
  const root = declaration.kind === 'group' && declaration.root;
  return root && namespace === '' && (name === 'guid' || name === 'version');
}

/** `xsi:type` may only repeat the declared type; no declared element may be nil. */
function judgeInstance(judged: Judged, attribute: Attribute): void {
  const { name, value } = attribute;
  const free = judged.declaration.kind === 'lax' && name !== 'type';
  if (free || name === 'schemaLocation' || name === 'noNamespaceSchemaLocation') {
    return;
  }
  if (name === 'type') {
    const [prefix = '', local] = value.includes(':') ? collapse(value).split(':') : ['', collapse(value)];
    const type = typeOf(judged.declaration);
    if (type && type.name === local && type.namespace === judged.namespaces.of(prefix)) {
      return;
    }
  }
  judged.report(unknownAttribute(judged.path, attribute));
}

/** The named type of an element, where the schema gives it one. */
function typeOf(declaration: Declaration): { readonly namespace: string; readonly name: string } | undefined {
  switch (declaration.kind) {
    case 'field': {
      const { type, totalDigits } = declaration.field;
      return type === 'int' && totalDigits === undefined ? { namespace: SCHEMA, name: 'int' } : undefined;
    }
    case 'one-skip':
      return { namespace: CEB_NAMESPACE, name: 'XMLElement' };
    case 'signature':
      return { namespace: SIGNATURE_NAMESPACE, name: `${declaration.name}Type` };
    default:
      return undefined;
  }
}

type Wanted = NonNullable<(Declaration & { kind: 'signature' })['element']['attributes']>[string];

function judgeOfSignature(judged: Judged, attribute: Attribute, wanted: Wanted | undefined): void {
  const { path, ids, report } = judged;
  if (attribute.namespace !== '' || !wanted) {
    report(unknownAttribute(path, attribute));
    return;
  }
  const id = wanted.type === 'ID' ? collapse(attribute.value) : undefined;
  if (!isOfType(wanted.type, attribute.value) || (id !== undefined && ids.has(id))) {
    report(notAcceptable(path, attribute));
  }
  if (id !== undefined) {
    ids.add(id);
  }
}

/**
 * `xml:id` is the parser's affair: even where content is free, it must be a name that stands once in the message. As
 * libxml2 has it, blanks around the name do not spoil it, but make it another name.
 */
function judgeXmlId({ path, ids, report }: Judged, attribute: Attribute): void {
  if (!isOfType('ID', attribute.value) || ids.has(attribute.value)) report(notAcceptable(path, attribute));
  ids.add(attribute.value);
}

function notAcceptable(path: string, { name, value }: Attribute): Finding {
  return structureFinding(
    'CEB-ATTRIBUTE',
    `${path}/@${name}`,
    [`属性 ${name} 的值“${value}”不合规`, `The value "${value}" of the attribute ${name} is not acceptable`],
    [
      'URI 须合规；Id 须是名称且在报文中不重复',
      'URIs must be well formed; an Id must be a name and stand once in the message',
    ],
  );
}

/** Reads `guid` and `version` of the root element. */
export function rootAttributes(
  attributes: readonly Attribute[],
  report: (finding: Finding) => void,
): RootAttributes {
  return {
    guid: rootAttribute(attributes, 'guid', GUID_LENGTH, GUID_LENGTH, report),
    version: rootAttribute(attributes, 'version', 1, VERSION_MOST, report),
  };
}

function rootAttribute(
  attributes: readonly Attribute[],
  name: string,
  least: number,
  most: number,
  report: (finding: Finding) => void,
): string {
  const value = attributes.find((one) => one.namespace === '' && one.name === name)?.value;
  if (value === undefined) {
    report(missingAttribute('', name));
    return '';
  }
  const length = lengthOf(value);
  if (length < least || length > most) {
    const wanted = least === most ? `${most}` : `${least}–${most}`;
    report(
      structureFinding(
        'CEB-ATTRIBUTE',
        `@${name}`,
        [
          `属性 ${name} 有 ${length} 个字符，应为 ${wanted} 个`,
          `The attribute ${name} has ${length} characters; the standard wants ${wanted}`,
        ],
        [`把 ${name} 改为 ${wanted} 个字符`, `Make ${name} ${wanted} characters long`],
      ),
    );
    return '';
  }
  return value;
}

export function missingAttribute(path: string, name: string): Finding {
  return structureFinding(
    'CEB-ATTRIBUTE',
    path === '' ? `@${name}` : `${path}/@${name}`,
    [`缺少属性 ${name}`, `The attribute ${name} is missing`],
    [`补上属性 ${name}`, `Add the attribute ${name}`],
  );
}

export function unknownAttribute(path: string, { name }: Attribute): Finding {
  return structureFinding(
    'CEB-ATTRIBUTE',
    path === '' ? `@${name}` : `${path}/@${name}`,
    [`不允许属性 ${name}`, `The attribute ${name} is not allowed here`],
    [`删去属性 ${name}`, `Remove the attribute ${name}`],
  );
}
