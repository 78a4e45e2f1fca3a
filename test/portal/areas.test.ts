import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textsOf } from './texts.ts';

const source = fileURLToPath(new URL('../../apps/portal/src/', import.meta.url));

/** Texts that are there before any page. */
const always = new Set(['app', 'nav']);

interface RoutedPage {
  readonly file: string;
  readonly named: ReadonlySet<string>;
}

/** Every page with the areas of texts its route names. */
function routedPages(): RoutedPage[] {
  const routes = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('routes.ts'),
  );
  return routes.flatMap((path) => {
    const file = join(source, path);
    return [...readFileSync(file, 'utf8').matchAll(/page\(\s*\(\) => import\('([^']+)'\),([^)]*)\)/g)].map(
      ([, page = '', names = '']) => ({
        file: resolve(dirname(file), page),
        named: new Set([...names.matchAll(/'([^']+)'/g)].slice(1).map(([, area = '']) => area)),
      }),
    );
  });
}

/** A file and all it brings in, but for the texts themselves. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = /(?:^|\n)(import|export) (type )?[^;']*?'(\.[^']+\.tsx?)'|import\('(\.[^']+\.tsx?)'\)/g;
  for (const [, , type, first, later] of readFileSync(file, 'utf8').matchAll(imports)) {
    const next = resolve(dirname(file), first ?? later ?? '');
    if (!type && !relative(source, next).startsWith('i18n/')) withImports(next, seen);
  }
  return seen;
}

/** Areas whose texts a page and its parts speak of, by a file that does. */
function spokenOf(file: string, keys: readonly string[]): Map<string, string> {
  const spoken = new Map<string, string>();
  const note = (key: string, part: string): void => {
    const [area = ''] = key.split('.');
    if (!always.has(area)) spoken.set(area, relative(source, part));
  };
  for (const part of withImports(file)) {
    const text = readFileSync(part, 'utf8');
    for (const [, key = ''] of text.matchAll(/['"`]([\w-]+\.[\w.-]+)['"`]/g))
      if (keys.includes(key)) note(key, part);
    // A key whose end is put in.
    for (const [, begin = ''] of text.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g))
      if (keys.some((key) => key.startsWith(begin))) note(begin, part);
  }
  return spoken;
}

describe('a page of the portal that is opened by its address', async () => {
  const pages = routedPages();
  const keys = [...(await textsOf('zh')).keys()];

  it('is found in its routes', () => {
    expect(pages.length).toBeGreaterThan(60);
  });

  it.each(pages.map((page) => [relative(source, page.file), page] as const))(
    '%s names every area whose texts it or a part of it shows',
    (_, { file, named }) => {
      const lacking = [...spokenOf(file, keys)].filter(([area]) => !named.has(area));
      expect(lacking).toEqual([]);
    },
  );
});
