import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { deskRefusals } from '#desk';
import type { Bilingual } from '#kernel';
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
  ...deskRefusals,
];

/** Every problem of the sources by its code; throws where one is given in a way that is not read here. */
export function problemCodes(): readonly ProblemCode[] {
  const found = new Map(composed.map((problem) => [problem.code, problem]));
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
    if (!text.includes('new Problem(')) continue;
    for (const problem of problemsIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)))
      if (!found.has(problem.code)) found.set(problem.code, problem);
  }
  return [...found.values()].sort((one, other) => (one.code < other.code ? -1 : 1));
}

function problemsIn(file: ts.SourceFile): ProblemCode[] {
  const found: ProblemCode[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') found.push(...problemsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A status or a code may be one of two: then they belong together in their order. */
function problemsOf({ arguments: given = ts.factory.createNodeArray() }: ts.NewExpression): ProblemCode[] {
  const [status, code, text] = given;
  const codes = code ? literals(code).filter((word) => /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/.test(word)) : [];
  const statuses = status
    ? literals(status)
        .map(Number)
        .filter((number) => number >= 400)
    : [];
  const texts = text && ts.isObjectLiteralExpression(text) ? textsOf(text) : undefined;
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
