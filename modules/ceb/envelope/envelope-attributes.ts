import type { Finding } from '#kernel';
import { missingAttribute, unknownAttribute } from '../decode/attributes.ts';
import type { Attribute, Namespaces } from '../decode/namespaces.ts';
import { collapse, isOfType, lengthOf } from '../decode/simple-types.ts';
import { structureFinding } from '../decode/structure-finding.ts';
import { ATTRIBUTES, type AttributeRule, DXP_NAMESPACE, NAMED_TYPES } from './declarations.ts';

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const SCHEMA = 'http://www.w3.org/2001/XMLSchema';

/** What judging the attributes of one element of the transport schema needs to know. */
interface Judged {
  readonly name: string;
  readonly path: string;
  readonly attributes: readonly Attribute[];
  readonly namespaces: Namespaces;
  /** Values of the type `xs:ID` met so far; each may stand once in a message. */
  readonly ids: Set<string>;
  readonly report: (finding: Finding) => void;
}

/** Judges the attributes of an element as the transport schema does. */
export function judgeEnvelopeAttributes(judged: Judged): void {
  const { name, path, attributes, report } = judged;
  const rules = ATTRIBUTES[name] ?? {};
  for (const attribute of attributes) {
    if (attribute.namespace === INSTANCE) {
      if (!isHint(judged, attribute)) report(unknownAttribute(path, attribute));
      continue;
    }
    const rule = attribute.namespace === '' ? rules[attribute.name] : undefined;
    if (rule === undefined) report(unknownAttribute(path, attribute));
    else if (!keeps(rule, attribute.value, judged.ids)) report(wrong(path, attribute.name, rule));
  }
  for (const [wanted, rule] of Object.entries(rules)) {
    const given = attributes.some((one) => one.namespace === '' && one.name === wanted);
    if (rule.required && !given) report(missingAttribute(path, wanted));
  }
}

/**
 * What the declared element of any content may not have: `xsi:type` may only say that its content is free, and it
 * cannot be nil.
 * @returns the other attributes, which are judged as those of any free element.
 */
export function judgeDeclaredFree(judged: Judged): readonly Attribute[] {
  const own = judged.attributes.filter(
    ({ namespace, name }) => namespace === INSTANCE && (name === 'type' || name === 'nil'),
  );
  for (const attribute of own) {
    if (!isHint(judged, attribute)) judged.report(unknownAttribute(judged.path, attribute));
  }
  return judged.attributes.filter((attribute) => !own.includes(attribute));
}

/** Hints of where schemas lie are allowed everywhere; `xsi:type` may only repeat the declared type. */
function isHint({ name: element, namespaces }: Judged, { name, value }: Attribute): boolean {
  if (name !== 'type') return name === 'schemaLocation' || name === 'noNamespaceSchemaLocation';
  const declared = NAMED_TYPES[element];
  const [prefix = '', local] = value.includes(':') ? collapse(value).split(':') : ['', collapse(value)];
  if (declared === undefined) return false;
  const [namespace, type] = declared.startsWith('xs:')
    ? [SCHEMA, declared.slice(3)]
    : [DXP_NAMESPACE, declared];
  return local === type && namespaces.of(prefix) === namespace;
}

function keeps(rule: AttributeRule, value: string, ids: Set<string>): boolean {
  if (rule.id) {
    const id = collapse(value);
    const fresh = isOfType('ID', value) && !ids.has(id);
    ids.add(id);
    return fresh;
  }
  const length = lengthOf(value);
  return (
    (rule.fixed === undefined || value === rule.fixed) &&
    length >= (rule.minLength ?? 0) &&
    length <= (rule.maxLength ?? Number.POSITIVE_INFINITY)
  );
}

function wrong(path: string, name: string, { fixed, minLength = 0, maxLength }: AttributeRule): Finding {
  const [zh, en] =
    fixed !== undefined
      ? [`填写 ${fixed}`, `Write ${fixed}`]
      : maxLength !== undefined
        ? [`改为 ${minLength} 至 ${maxLength} 个字符`, `Make it ${minLength} to ${maxLength} characters long`]
        : ['须是名称且在报文中不重复', 'It must be a name and stand once in the message'];
  return structureFinding(
    'CEB-ATTRIBUTE',
    path === '' ? `@${name}` : `${path}/@${name}`,
    [`属性 ${name} 的值不合规`, `The value of the attribute ${name} is not acceptable`],
    [zh, en],
  );
}
