import type { Finding } from '#kernel';
import type { Field } from '../tables/field.ts';
import { orElse } from '../tables/otherwise.ts';
import { CEB_NAMESPACE, TABLES } from '../tables/tables.ts';
import type { Child, Declaration, GroupDeclaration } from './declarations.ts';
import { structureFinding } from './structure-finding.ts';
import type { XmlFault } from './xml-fault.ts';

/** Label of an element in both languages, as far as its table gives one. */
function labels(declaration: Declaration): readonly [zh: string, en: string] {
  if (declaration.kind === 'field') {
    const { zh, en, name } = declaration.field;
    return [`${zh}（${name}）`, `${en} (${name})`];
  }
  if (declaration.kind === 'group') {
    return [`${declaration.zh}（${declaration.name}）`, `${declaration.en} (${declaration.name})`];
  }
  return [declaration.name, declaration.name];
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

export function notXml(fault: XmlFault, path: string): Finding {
  const { code, zh, en, line, column } = fault;
  return structureFinding(
    code,
    path,
    [`第 ${line} 行第 ${column} 列：${zh}`, `Line ${line}, column ${column}: ${en}`],
    [
      '报文须是 UTF-8 编码、格式良好的 XML，不含 DOCTYPE 和自定义实体',
      'Send well-formed XML in UTF-8 without DOCTYPE and without entities of its own',
    ],
  );
}

/** A root that is not read here: of another namespace, or no message of the standard at all. */
export function wrongRoot({ name, namespace }: { name: string; namespace: string }, known: boolean): Finding {
  return known
    ? wrongNamespace('', name, namespace, CEB_NAMESPACE)
    : structureFinding(
        'CEB-ROOT',
        name,
        [`根元素 ${name} 不是跨境统一版的报文`, `The root element ${name} is not a CEB message`],
        rootRemedy(name),
      );
}

/** `CEB214` and `ceb214message` are meant for `CEB214Message`: so says a sample of the standard itself. */
function rootRemedy(name: string): readonly [zh: string, en: string] {
  const number = /^CEB(\d{3})(?:Message)?$/i.exec(name)?.[1];
  const meant = number && TABLES.find(({ root }) => root === `CEB${number}Message`)?.root;
  return meant
    ? [`根元素应写作 ${meant}`, `Write the root as ${meant}`]
    : ['根元素应为 CEB311Message 等报文名', 'The root must be a message name such as CEB311Message'];
}

export function wrongNamespace(path: string, name: string, is: string, wanted: string): Finding {
  return structureFinding(
    'CEB-NAMESPACE',
    path === '' ? name : path,
    [
      `元素 ${name} 的命名空间是“${is}”，应为“${wanted}”`,
      `The element ${name} is in the namespace "${is}"; it belongs to "${wanted}"`,
    ],
    [`声明命名空间 ${wanted}`, `Declare the namespace ${wanted}`],
  );
}

export function unknown(path: string, name: string, group: GroupDeclaration): Finding {
  const [zh, en] = labels(group);
  return structureFinding(
    'CEB-UNKNOWN',
    path,
    [`${zh}中没有元素 ${name}`, `${en} has no element ${name}`],
    [`删去 ${name}，或改正其拼写`, `Remove ${name}, or correct its spelling`],
  );
}

export function repeated(path: string, name: string): Finding {
  return structureFinding(
    'CEB-REPEATED',
    path,
    [`元素 ${name} 重复出现`, `The element ${name} is given more than once`],
    [`只保留一个 ${name}`, `Keep one ${name} only`],
  );
}

export function tooOften(path: string, name: string, most: number): Finding {
  return structureFinding(
    'CEB-COUNT',
    path,
    [`元素 ${name} 超过 ${most} 个`, `There are more than ${most} of the element ${name}`],
    [`每份最多 ${most} 个 ${name}，请拆分`, `Send at most ${most} of ${name}; split the rest off`],
  );
}

export function outOfOrder(path: string, name: string, group: GroupDeclaration, place: number): Finding {
  const before = group.children[place - 1]?.declaration.name;
  return structureFinding(
    'CEB-ORDER',
    path,
    [`元素 ${name} 的位置不对`, `The element ${name} is out of order`],
    before === undefined
      ? [`${name} 应是第一个元素`, `${name} comes first`]
      : [`按标准的顺序，${name} 在 ${before} 之后`, `By the standard ${name} comes right after ${before}`],
  );
}

export function missing(path: string, child: Child): Finding {
  const { declaration } = child;
  const [zh, en] = labels(declaration);
  const [elseZh, elseEn] = declaration.kind === 'field' ? orElse(declaration.field) : ['', ''];
  return structureFinding(
    'CEB-MISSING',
    below(path, declaration.name),
    [`缺少必填的${zh}`, `${en} is missing`],
    [`补上 ${declaration.name}${elseZh}`, `Add ${declaration.name}${elseEn}`],
  );
}

export function elementInField(field: Field, path: string, name: string): Finding {
  return structureFinding(
    'CEB-UNKNOWN',
    `${path}/${name}`,
    [
      `${field.zh}（${field.name}）是文字字段，不得含有元素 ${name}`,
      `${field.en} (${field.name}) holds text; the element ${name} may not stand in it`,
    ],
    ['只填写文字，< 写作 &lt;', 'Write text only, and < as &lt;'],
  );
}

export function strayText(path: string, text: string): Finding {
  const quoted = text.trim().slice(0, 40);
  return structureFinding(
    'CEB-TEXT',
    path,
    [`元素之间有多余的文字“${quoted}”`, `There is stray text "${quoted}" between elements`],
    ['元素之间只能有空白', 'Only white space may stand between elements'],
  );
}

export function signatureUnexpected(path: string, name: string, wanted: readonly string[]): Finding {
  return structureFinding(
    'CEB-SIGNATURE',
    path,
    [`签名中此处不应有元素 ${name}`, `The element ${name} is not expected here in the signature`],
    expectation(wanted),
  );
}

export function signatureIncomplete(path: string, name: string, wanted: readonly string[]): Finding {
  return structureFinding(
    'CEB-SIGNATURE',
    path,
    [`签名元素 ${name} 的内容不完整`, `The signature element ${name} is not complete`],
    expectation(wanted),
  );
}

export function signatureValue(path: string, name: string, type: string): Finding {
  return structureFinding(
    'CEB-SIGNATURE',
    path,
    [`签名元素 ${name} 的值不是合规的 ${type}`, `The value of ${name} is not ${type}`],
    ['使用签名软件生成的原样内容', 'Send what the signing software produced, unchanged'],
  );
}

function expectation(wanted: readonly string[]): readonly [string, string] {
  const names = wanted.map((name) => (name.startsWith('#') ? '…' : name)).join(' | ');
  return names === ''
    ? ['此处不应再有元素', 'No element may follow here']
    : [`此处应为：${names}`, `Expected here: ${names}`];
}

export function tooMany(most: number): Finding {
  return structureFinding(
    'CEB-MORE',
    '',
    [`问题超过 ${most} 个，其余未列出`, `There are more than ${most} findings; the rest is not listed`],
    ['先改正已列出的问题', 'Mend those listed first'],
  );
}
