import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { deskRefusals } from '#desk';
import { certificateRefusals } from '#goods-certificates';
import { inspectionRefusals } from '#inspections';
import type { Bilingual } from '#kernel';
import { correctionRefusals } from '#persons';
import { recorded } from '../apps/server/recorded.ts';
import { sourceFiles } from '../test/architecture/tree.ts';
import { root } from './root.ts';

/** A problem the interface may answer with, as its source says it; what is filled in is an ellipsis. */
export interface ProblemCode {
  readonly code: string;
  readonly status: number;
  readonly text: Bilingual;
}

/** Those whose texts are put together from a table of words. */
const composed: readonly ProblemCode[] = [
  {
    ...{ code: 'KEY-UNKNOWN', status: 401 },
    text: {
      zh: '密钥缺失、错误或已吊销；请在 Authorization: Bearer 中给出有效密钥，或登录',
      en: 'The API key is missing, wrong or revoked; give a valid one in Authorization: Bearer, or sign in',
    },
  },
  {
    ...{ code: 'ACCESS-REFUSED', status: 403 },
    text: {
      zh: '此操作只供某些角色使用，答复中列出；请使用该角色的密钥或账号',
      en: 'This is for some roles only, which the answer names; use a key or an account of such a role',
    },
  },
  {
    ...{ code: 'GOODS-FILE', status: 422 },
    text: { zh: '不能作为商品备案文件读取：…', en: 'It cannot be read as a file of goods: …' },
  },
  {
    ...{ code: 'PRINT-NOT-RELEASED', status: 409 },
    text: {
      zh: '清单 … 未放行，不能打印放行通知；请在放行后再打印',
      en: 'List … is not released, so there is no note of release; print it after the release',
    },
  },
  {
    ...{ code: 'PRINT-NO-TAX', status: 409 },
    text: {
      zh: '清单 … 尚未计税，没有税款可打印；请在判定后再打印',
      en: 'No tax has been computed for list … yet; print it after the decision',
    },
  },
  ...deskRefusals,
  ...inspectionRefusals,
  ...certificateRefusals,
  ...correctionRefusals,
];

/** The status a code was answered with while tests ran, for those given as data, with no status beside them. */
const seenStatus: ReadonlyMap<string, number> = new Map(
  Object.values(recorded()).flatMap(({ refusals = {} }) =>
    Object.entries(refusals).flatMap(([status, codes]) =>
      codes.map((code) => [code, Number(status)] as const),
    ),
  ),
);
/** Of a refusal nobody has met yet: things stand otherwise. */
const UNSEEN = 409;

const codePattern = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;

/** Every problem of the sources by its code; throws where one is given in a way that is not read here. */
export function problemCodes(): readonly ProblemCode[] {
  const found = new Map(composed.map((problem) => [problem.code, problem]));
  const given: ProblemCode[] = [];
  // What every route may answer with is said once for all, in the platform.
  const paths = sourceFiles().sort(
    (one, other) => Number(other.startsWith('platform/')) - Number(one.startsWith('platform/')),
  );
  for (const path of paths) {
    if (
      !/^(modules|platform|apps\/(server|sandbox))\/.*[.]ts$/.test(path) ||
      /[.]test[.]ts$|\/testing\//.test(path)
    )
      continue;
    const text = readFileSync(join(root, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const problem of text.includes('new Problem(') ? problemsIn(file, thrown) : [])
      if (!found.has(problem.code)) found.set(problem.code, problem);
    if (/^modules\//.test(path)) given.push(...problemsIn(file, handed));
  }
  // What is thrown in so many words comes first; a finding that nobody was ever refused for is no problem.
  for (const problem of given)
    if (!found.has(problem.code) && seenStatus.has(problem.code)) found.set(problem.code, problem);
  return [...found.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** A code and its texts, as far as they stand there. */
type Told = readonly [code?: string | undefined, text?: Bilingual | undefined];

function problemsIn(file: ts.SourceFile, read: (node: ts.Node) => readonly ProblemCode[]): ProblemCode[] {
  const found: ProblemCode[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...read(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const thrown = (node: ts.Node): ProblemCode[] =>
  ts.isNewExpression(node) && node.expression.getText() === 'Problem' ? problemsOf(node) : [];

/** A refusal handed on as data or by a function of the module's own: its code, with both texts beside it. */
function handed(node: ts.Node): ProblemCode[] {
  const [code, text] = ts.isCallExpression(node)
    ? ofCall(node)
    : ts.isObjectLiteralExpression(node)
      ? ofObject(node)
      : ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name)
        ? [
            node.name.text,
            ts.isArrayLiteralExpression(node.initializer) ? pairOf(node.initializer.elements) : undefined,
          ]
        : [];
  if (code === undefined || text === undefined || !codePattern.test(code)) return [];
  return [{ code, status: seenStatus.get(code) ?? UNSEEN, text }];
}

function ofCall({ arguments: given }: ts.CallExpression): Told {
  const all = given.flatMap(spread);
  const at = all.findIndex((one) => ts.isStringLiteral(one) && codePattern.test(one.text));
  const code = all[at];
  const next = all[at + 1];
  const told = next && ts.isObjectLiteralExpression(next) ? textsOf(next) : pairOf(all.slice(at + 1));
  return code && ts.isStringLiteral(code) ? [code.text, told] : [];
}

/** `...([a, b] as const)` as a and b. */
function spread(node: ts.Expression): readonly ts.Expression[] {
  if (!ts.isSpreadElement(node)) return [node];
  let inner: ts.Expression = node.expression;
  while (ts.isParenthesizedExpression(inner) || ts.isAsExpression(inner)) inner = inner.expression;
  return ts.isArrayLiteralExpression(inner) ? inner.elements : [];
}

function ofObject(node: ts.ObjectLiteralExpression): Told {
  const fields = new Map(
    node.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.getText(), initializer]),
  );
  const code = fields.get('code');
  const text = fields.get('text') ?? fields.get('reason');
  const told = text && ts.isConditionalExpression(text) ? text.whenTrue : text;
  if (!code || !ts.isStringLiteral(code)) return [];
  return [code.text, told && ts.isObjectLiteralExpression(told) ? textsOf(told) : undefined];
}

/** Two texts one behind the other, in Chinese and in English. */
function pairOf([zh, en]: readonly ts.Expression[]): Bilingual | undefined {
  if (!zh || !en) return undefined;
  const words = [wordsOf(zh), wordsOf(en)];
  const [first = '', second = ''] = words;
  return /\p{Script=Han}/u.test(first) && /[a-z]/.test(second) ? { zh: first, en: second } : undefined;
}

/** A status or a code may be one of two: then they belong together in their order. */
function problemsOf({ arguments: given = ts.factory.createNodeArray() }: ts.NewExpression): ProblemCode[] {
  const [status, code, text] = given;
  const codes = code ? literals(code).filter((word) => codePattern.test(word)) : [];
  const statuses = status
    ? literals(status)
        .map(Number)
        .filter((number) => number >= 400)
    : [];
  const told = text && ts.isConditionalExpression(text) ? text.whenTrue : text;
  const texts = told && ts.isObjectLiteralExpression(told) ? textsOf(told) : undefined;
  if (texts?.zh === undefined || texts.en === undefined) return [];
  return codes.map((one, at) => ({ code: one, status: statuses[at] ?? statuses[0] ?? 400, text: texts }));
}

/** Texts and numbers that stand in an expression as they are, in a choice those that may come of it. */
function literals(node: ts.Expression): string[] {
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return ts.isStringLiteral(node) || ts.isNumericLiteral(node) ? [node.text] : [];
}

function textsOf(text: ts.ObjectLiteralExpression): Bilingual | undefined {
  const found = Object.fromEntries(
    text.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.getText(), wordsOf(initializer)]),
  );
  return found.zh && found.en ? { zh: found.zh, en: found.en } : undefined;
}

function wordsOf(node: ts.Expression): string {
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
  if (ts.isBinaryExpression(node)) return `${wordsOf(node.left)}${wordsOf(node.right)}`;
  return ts.isStringLiteralLike(node) ? node.text : '…';
}
