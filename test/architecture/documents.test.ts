import { describe, expect, it } from 'vitest';
import { generatedDocuments } from '../../tools/generated-documents.ts';
import { sourceFiles, textOf } from './tree.ts';

describe('the generated parts of the documents', () => {
  it.each(Object.entries(generatedDocuments()))('%s is as `npm run docs` writes it', (path, text) => {
    expect(textOf(path)).toBe(text);
  });
});

describe('the glossary', () => {
  const rows = textOf('docs/field/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| 中文'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const codeNames = rows.map(([, , name = '']) => name).filter((name) => name !== '–');

  it('gives each of its terms Chinese, English, code name, meaning and source', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    for (const row of rows)
      expect(
        row.filter((cell) => cell !== ''),
        row.join(' | '),
      ).toHaveLength(5);
  });

  it('has one row a term and one term a code name', () => {
    expect(repeated(rows.map(([zh = '']) => zh))).toEqual([]);
    expect(repeated(rows.map(([, en = '']) => en))).toEqual([]);
    expect(repeated(codeNames)).toEqual([]);
  });

  it('names the code as it is', () => {
    const files = sourceFiles().filter((path) =>
      /^(modules|platform|contracts|database)\/.*[.](ts|sql|csv)$/.test(path),
    );
    const words = new Set(files.flatMap((path) => textOf(path).match(/\w+/g) ?? []));
    for (const name of codeNames) expect(name).toMatch(/^`\w+`$/);
    expect(codeNames.filter((name) => !words.has(name.slice(1, -1)))).toEqual([]);
  });
});

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
