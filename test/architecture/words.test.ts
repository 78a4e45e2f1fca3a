import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, sourceFiles, textOf } from './tree.ts';

const texts = sourceFiles().filter((path) =>
  /[.](ts|tsx|mjs|mts|md|json|sql|csv|html|css|ya?ml)$|^[.]ci\//.test(path),
);
const documents = texts.filter((path) => path.endsWith('.md'));

describe('what is written', () => {
  it('leaves nothing for later', () => {
    // Put together here, so that this file does not hold the words it looks for.
    const later = new RegExp(
      `\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'not ' + 'implemented'].join('|')})\\b`,
    );
    expect(texts.filter((path) => later.test(textOf(path)))).toEqual([]);
  });

  it('names no folder of the machine it was written on', () => {
    const home = new RegExp(
      `(^|[\\s"'\`(=])/(${['ro' + 'ot', 'ho' + 'me', 'wo' + 'rk', 'Us' + 'ers'].join('|')})/\\w`,
      'm',
    );
    expect(texts.filter((path) => home.test(textOf(path)))).toEqual([]);
  });

  it('switches no test off', () => {
    const off = /\b(it|test|describe)[.](skip|only|todo)\(/;
    expect(texts.filter((path) => /[.]test[.]tsx?$/.test(path) && off.test(textOf(path)))).toEqual([]);
  });

  it.each(documents)('%s links only to what is there', (path) => {
    const links = [...textOf(path).matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });
});

describe('the two commands', () => {
  it('stand in the README word for word, and the pipeline runs the second', () => {
    expect(textOf('README.md')).toContain('npm ci && npm start');
    expect(textOf('README.md')).toContain('npm ci && npm test');
    expect(textOf('.ci/run')).toMatch(/^npm ci && npm test$/m);
  });
});
