import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { ensurePortal } from '../../apps/cli/portal.ts';
import { root } from '../../tools/root.ts';

/** An entry of vite's manifest. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

const dist = join(root, 'apps/portal/dist');
/** Gzipped script, in kB of 1,000 bytes. */
const firstPageBudget = 200;
/** What any other page may bring beyond what the first has brought. */
const pageBudget = 60;

let chunks: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  await ensurePortal(() => undefined);
  chunks = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
}, 120_000);

/** A chunk and all it needs before it runs. */
function needed(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const other of chunks[name]?.imports ?? []) needed(other, found);
  return found;
}

const weightOf = (names: Iterable<string>): number =>
  [...names]
    .map((name) => chunks[name]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length / 1_000, 0);

/** What an enterprise has loaded when it has signed in and sees its lists: the shell, two pages, their texts. */
const firstPage = (): Set<string> =>
  new Set(
    [
      'index.html',
      'src/home/HomePage.tsx',
      'src/lists/ListsPage.tsx',
      ...['app', 'nav', 'lists'].map((area) => `src/i18n/my/${area}.ts`),
    ].flatMap((name) => [...needed(name)]),
  );

test('the first page is at most 200 kB of gzipped script', () => {
  for (const name of firstPage()) expect(chunks[name], name).toBeDefined();
  const weight = weightOf(firstPage());
  console.log(`The first page is ${weight.toFixed(1)} kB of gzipped script.`);
  expect(weight).toBeLessThan(firstPageBudget);
});

test('no other page, nor a language of one, brings more than 60 kB beyond that', () => {
  const there = firstPage();
  const later = Object.entries(chunks).filter(
    ([, chunk]) => chunk.isDynamicEntry && chunk.file.endsWith('.js'),
  );
  expect(later.length).toBeGreaterThan(20);
  const weights = later.map(([name]) => {
    const beyond = [...needed(name)].filter((other) => !there.has(other));
    return [name, weightOf(beyond)] as const;
  });
  expect(weights.filter(([, weight]) => weight > pageBudget)).toEqual([]);
});

test('a page brings the texts of one language alone', () => {
  for (const name of Object.keys(chunks)) {
    if (!name.endsWith('Page.tsx')) continue;
    expect(
      [...needed(name)].filter((other) => other.startsWith('src/i18n/') && other.includes('/zh/')),
    ).toEqual([]);
  }
});

test('what is built is there, and nothing in the page itself is script', () => {
  for (const { file } of Object.values(chunks)) expect(existsSync(join(dist, file)), file).toBe(true);
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|\son\w+=/);
});
