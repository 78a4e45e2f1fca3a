import { readdirSync } from 'node:fs';

type Branch = { readonly [key: string]: string | Branch };

const languages = new URL('../../apps/portal/src/i18n/', import.meta.url);

function leaves(branch: Branch, before: string): [string, string][] {
  return Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}.${key}`, value] as [string, string]]
      : leaves(value, `${before}.${key}`),
  );
}

/** Every text of the portal in a language, by its key. */
export async function textsOf(language: string): Promise<Map<string, string>> {
  const folder = new URL(`${language}/`, languages);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(
    files.map(async (name) => {
      const { default: branch } = (await import(new URL(name, folder).href)) as { default: Branch };
      return leaves(branch, name.replace('.ts', ''));
    }),
  );
  return new Map(texts.flat());
}

const chinese = /\p{Script=Han}/u;

/** Finds in what a page shows the names of texts, and Chinese texts where another language should stand. */
export async function languageWatch(): Promise<(shown: readonly string[], language: string) => string[]> {
  const texts = await textsOf('zh');
  const patterns = [...texts.values()].filter((text) => /\p{Script=Han}{2}/u.test(text)).map(patternOf);
  return (shown, language) =>
    shown.filter(
      (text) =>
        texts.has(text) ||
        // Most of what is shown holds no Chinese at all, and is held to none of two thousand patterns.
        (language !== 'zh' && chinese.test(text) && patterns.some((pattern) => pattern.test(text))),
    );
}

/** A text with whatever stands for its {{placeholders}}. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}
