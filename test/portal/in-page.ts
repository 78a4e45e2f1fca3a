import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// What runs inside the page is text here: the tests are compiled without the browser's names.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules whose verdict hangs on colours: all that can differ between two appearances of one page. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on the page as it stands, a sentence for each rule broken.
 * @param rules `colours` alone where the rest is known
 * @param but part of the page that is known: rules of whole pages count it in all the same
 */
export async function axeViolations(
  page: Page,
  { rules = 'every', but }: { readonly rules?: 'every' | 'colours'; readonly but?: string | undefined } = {},
): Promise<string[]> {
  // It stays with the tab: half a megabyte is read once.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(`{ ${axe} }`);
  const options = {
    resultTypes: ['violations'],
    // Where a fault is, its own words say; what was found in order stays in the page.
    selectors: false,
    // There are no sounds, and no style sheets of others to fetch.
    preload: false,
    ...(rules === 'colours' && { runOnly: { type: 'rule', values: ofColours } }),
  };
  const looked = JSON.stringify({ exclude: but === undefined ? [] : [[but]] });
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(${looked}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary ?? ''}`);
    return `${id}: ${places.join('; ')}`;
  });
}

export async function showAppearance(page: Page, appearance: 'light' | 'dark'): Promise<void> {
  await page.evaluate(`document.documentElement.dataset.appearance = '${appearance}'`);
}

/** Goes to an address without loading the portal again, by way of a page that is none: nothing stays of the one before. */
export async function goWithin(page: Page, address: string): Promise<void> {
  const push = (to: string) => page.evaluate(`history.pushState({}, '', ${JSON.stringify(to)})`);
  await push('/between-two-pages?lang=en');
  await page.locator('html[lang^=en] main .notice h1').waitFor({ state: 'attached' });
  await page.evaluate(`document.querySelector('main h1').dataset.left = ''`);
  await push(address);
  await page.locator('main h1:not([data-left])').waitFor({ state: 'attached' });
}

/**
 * Every text a reader or a screen reader meets in a language, but what is marked as being in Chinese. The language is chosen
 * in place, as a reader does; below an open dialog the choice is out of reach, so it is told by script.
 */
export function textsIn(page: Page, language: string): Promise<string[]> {
  return page.evaluate(`(async () => {
    const select = document.querySelector('select.language');
    select.value = '${language}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    for (let waited = 0; !document.documentElement.lang.startsWith('${language}'); waited += 5) {
      if (waited > 20000) throw new Error('The language does not change to ${language}.');
      await new Promise((done) => setTimeout(done, 5));
    }
    // What is shown is drawn anew after the page has said its language.
    await new Promise((done) => setTimeout(done));
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

/** What sticks out of the page on a phone, so that all of it moves sideways; nothing where all fits or moves within itself. */
export async function sticksOut(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.setViewportSize({ width: 390, height: 844 });
  const out = await page.evaluate<string[]>(`(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= 390) return [];
    const bounded = (one) => one !== null && one !== document.body &&
      (getComputedStyle(one).overflowX !== 'visible' || bounded(one.parentElement));
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > 391 && !bounded(one.parentElement));
    if (wide.length === 0) return ['something taken out of the flow, to ' + scrollWidth];
    const outermost = wide.filter((one) => !wide.includes(one.parentElement));
    return outermost.slice(0, 5).map((one) => [one.parentElement, one]
      .map((shown) => shown.tagName.toLowerCase() + '.' + String(shown.className)).join(' > ')
      + ' to ' + Math.round(one.getBoundingClientRect().right));
  })()`);
  await page.setViewportSize({ width, height });
  return out;
}
