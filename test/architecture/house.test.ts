import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { apps, longFiles, longFunctions, modules, platform } from '../../architecture.mjs';
import { foldersIn, root, sourceFiles, textOf } from './tree.ts';

const LINES_A_FILE = 300;
const LINES_A_FUNCTION = 70;

const code = sourceFiles().filter(
  (path) => /[.](ts|tsx|mts|mjs)$/.test(path) && !/[.](gen|d)[.]ts$/.test(path),
);
const sql = sourceFiles().filter((path) => path.startsWith('database/migrations/'));
const isTest = (path: string) => /[.](test|contract)[.]tsx?$/.test(path);

describe('the map', () => {
  it('names every part there is, and no other', () => {
    expect(foldersIn('modules')).toEqual(Object.keys(modules).sort());
    expect(foldersIn('platform')).toEqual(Object.keys(platform).sort());
    expect(foldersIn('apps')).toEqual(Object.keys(apps).sort());
  });

  it('names only parts it knows, and gives each a front door of its name', () => {
    const { imports } = JSON.parse(textOf('package.json')) as { imports: Record<string, string> };
    for (const [layer, parts] of Object.entries({ platform, modules })) {
      for (const [name, { uses }] of Object.entries(parts)) {
        expect(imports[`#${name}`]).toBe(`./${layer}/${name}/index.ts`);
        for (const use of uses) expect(Object.keys({ ...platform, ...modules })).toContain(use);
      }
    }
    for (const { uses } of Object.values(apps))
      for (const use of uses) expect(Object.keys(apps)).toContain(use);
  });

  it('has no circle: from no part does a way along the map lead back to it', () => {
    const parts = { ...platform, ...modules };
    for (const graph of [parts, apps]) {
      for (const name of Object.keys(graph)) expect(reachable(graph, name)).not.toContain(name);
    }
    for (const { uses } of Object.values(platform)) {
      for (const use of uses) expect(Object.keys(platform)).toContain(use);
    }
  });

  it('a way back would be found', () => {
    const circle = { a: { uses: ['b'] }, b: { uses: ['c'] }, c: { uses: ['a'] } };
    expect(reachable(circle, 'a')).toContain('a');
  });
});

describe('every module', () => {
  it.each(Object.keys(modules))('%s has a README, a front door and something behind it', (name) => {
    expect(existsSync(join(root, `modules/${name}/README.md`))).toBe(true);
    expect(existsSync(join(root, `modules/${name}/index.ts`))).toBe(true);
    const inside = code.filter((path) => path.startsWith(`modules/${name}/`) && !isTest(path));
    expect(inside.length).toBeGreaterThan(1);
  });

  it('has only the rooms that are agreed', () => {
    const rooms = ['domain', 'application', 'storage', 'http', 'testing'];
    // What runs in browsers too needs packages, so it is no domain; the sandbox's authority serves no one else.
    const more: Readonly<Record<string, readonly string[]>> = { signatures: ['portable', 'authority'] };
    // The message standard is pure throughout and is ordered by its own parts.
    for (const name of Object.keys(modules).filter((module) => module !== 'ceb')) {
      const agreed = [...rooms, ...(more[name] ?? [])];
      expect(foldersIn(`modules/${name}`).filter((folder) => !agreed.includes(folder))).toEqual([]);
    }
  });
});

describe('sizes', () => {
  it(`no file is longer than ${LINES_A_FILE} lines without a reason`, () => {
    const long = [...code, ...sql].filter((path) => linesOf(textOf(path)) > LINES_A_FILE);
    expect(long.filter((path) => longFiles[path] === undefined)).toEqual([]);
    expect(Object.keys(longFiles).filter((path) => !long.includes(path))).toEqual([]);
  });

  it(`no function is longer than ${LINES_A_FUNCTION} lines without a reason`, () => {
    const long = code.filter((path) => !isTest(path)).flatMap((path) => longFunctionsIn(path, textOf(path)));
    expect(long.filter((name) => longFunctions[name] === undefined)).toEqual([]);
    expect(Object.keys(longFunctions).filter((name) => !long.includes(name))).toEqual([]);
  });

  it('a long function would be seen, by its name', () => {
    const body = '  work();\n'.repeat(LINES_A_FUNCTION);
    expect(longFunctionsIn('a.ts', `export const toil = () => {\n${body}};`)).toEqual(['a.ts#toil']);
    expect(longFunctionsIn('a.ts', `class Mill {\n  grind() {\n${body}  }\n}`)).toEqual(['a.ts#grind']);
    expect(longFunctionsIn('a.ts', `function rest() {\n${body.slice(0, -30)}}`)).toEqual([]);
  });
});

function reachable(
  graph: Readonly<Record<string, { readonly uses: readonly string[] }>>,
  from: string,
): string[] {
  const seen = new Set<string>();
  const ahead = [...(graph[from]?.uses ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    ahead.push(...(graph[next]?.uses ?? []));
  }
  return [...seen];
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

function longFunctionsIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && linesOf(node.getText(source)) > LINES_A_FUNCTION) {
      found.push(`${path}#${nameOf(node) ?? `line ${lineOf(source, node)}`}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.SignatureDeclaration): string | undefined {
  if (node.name !== undefined) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined;
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
