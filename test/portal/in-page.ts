import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// What runs inside the page is text here: the tests are compiled without the browser's names.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, a sentence for each rule broken. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(`{ ${axe} }`);
  const { violations } = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as Pick<
    AxeResults,
    'violations'
  >;
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`);
    return `${id}: ${places.join('; ')}`;
  });
}

export async function showAppearance(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate(`document.documentElement.dataset.appearance = '${appearance}'`);
}

/** In place, as a reader does; below an open dialog the choice is out of reach, so it is told by script. */
export async function chooseLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate(`{
    const select = document.querySelector('select.language');
    select.value = '${language}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }`);
  await page.locator(`html[lang^="${language}"]`).waitFor();
}

/** Every text a reader or a screen reader meets, but what is marked as being in Chinese. */
export function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = new Set();
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('[lang|=zh]')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.add(element.getAttribute(name) ?? '');
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) found.add(node.textContent.trim());
    }
    found.delete('');
    return [...found];
  })()`);
}

/** Waits until the faces of the letters in sight have come. */
export async function facesCome(page: Page): Promise<void> {
  // One is asked for when its letters are laid out.
  await page.waitForTimeout(400);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
