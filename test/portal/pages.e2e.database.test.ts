import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { axeViolations, chooseLanguage, facesCome, showAppearance, textsOn } from './in-page.ts';
import { pages, type Reader, type ShownPage } from './pages.ts';
import { openPlatform, type Platform } from './platform.ts';
import { fileForShow } from './registered.ts';
import { languageWatch } from './texts.ts';

const appearances = ['light', 'dark'] as const;
const languages = ['zh', 'en', 'th', 'vi', 'lo', 'my'] as const;

/** Set by `npm run screenshots`: where pictures go, and of which pages alone. */
const pictures = process.env.CHAMA_PICTURES;
const only = process.env.CHAMA_PAGES?.split(',');
const shown = pages.filter(({ name }) => !only || only.includes(name));

/** The enterprise is the platform of the samples' orders. */
const keyOf = {
  operator: ({ operatorKey }: Platform) => operatorKey,
  enterprise: (platform: Platform) => platform.keyOf('5301363602'),
};

/** Those who come with accounts of their own. */
const people = {
  officer: { role: 'officer', displayName: 'Li' },
  chief: { role: 'enterprise', customsCode: '5301363602', displayName: '李茶' },
  newcomer: { role: 'officer', displayName: '关守', newcomer: true },
  consumer: { role: 'consumer', displayName: '刘买' },
  systemAdministrator: { role: 'systemAdministrator', displayName: '高系' },
  auditAdministrator: { role: 'auditAdministrator', displayName: '王核' },
  securityAdministrator: { role: 'securityAdministrator', displayName: '安全' },
} as const satisfies Readonly<Record<string, Somebody>>;

describe('every page of the portal', { timeout: 90_000 }, () => {
  let platform: Platform;
  let browser: Browser;
  let foreignIn: Awaited<ReturnType<typeof languageWatch>>;
  const contexts = new Map<Reader, Promise<BrowserContext>>();

  beforeAll(async () => {
    [platform, browser, foreignIn] = await Promise.all([openPlatform(), launchBrowser(), languageWatch()]);
    await platform.tell('01-direct-purchase');
    await platform.tell('11-paid-amount-differs');
    await platform.tell('22-off-the-positive-list');
    await fileForShow(platform);
  });
  afterAll(async () => {
    await browser?.close();
    await platform?.close();
  });

  const contextOf = async (reader: Reader): Promise<BrowserContext> => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(20_000);
    if (reader === 'operator' || reader === 'enterprise')
      await context.request.post(`${platform.url}/api/session`, { data: { key: keyOf[reader](platform) } });
    else if (reader !== 'nobody') {
      const value = await platform.signIn(people[reader]);
      await context.addCookies([{ name: 'chama_session', value, url: platform.url }]);
    }
    return context;
  };

  const open = async ({ path, as, prepare }: ShownPage): Promise<Page> => {
    const context = contexts.get(as) ?? contextOf(as);
    contexts.set(as, context);
    const page = await (await context).newPage();
    // As a link that somebody shared: with its language.
    await page.goto(`${platform.url}${path}${path.includes('?') ? '&' : '?'}lang=en`);
    await page.locator('main h1').waitFor({ state: 'attached' });
    await page.locator('main .skeleton').waitFor({ state: 'detached' });
    await prepare?.(page);
    expect(await page.locator('main .trouble').allTextContents()).toEqual([]);
    return page;
  };

  it('is looked at by an axe that finds what is planted', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<main><h1>1</h1><img src="x"><p style="color:#aaa;background:#fff">faint</p></main>',
    );
    const found = await axeViolations(page);
    await page.close();
    for (const rule of ['image-alt', 'color-contrast', 'html-has-lang'])
      expect(found.join('\n')).toContain(`${rule}: `);
  });

  it.each(shown)('$name keeps nobody out, and is whole in every language', async (one) => {
    const page = await open(one);
    try {
      for (const appearance of appearances) {
        await showAppearance(page, appearance);
        expect(await axeViolations(page), appearance).toEqual([]);
      }
      for (const language of languages) {
        await chooseLanguage(page, language);
        expect(foreignIn(await textsOn(page), language), language).toEqual([]);
        if (pictures) await take(page, join(pictures, one.name), language);
      }
    } finally {
      await page.close();
    }
  });
});

async function take(page: Page, folder: string, language: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await facesCome(page);
  for (const appearance of appearances) {
    await showAppearance(page, appearance);
    await page.screenshot({ path: join(folder, `${language}-${appearance}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: join(folder, `${language}-phone.png`) });
  await page.setViewportSize({ width: 1440, height: 900 });
}
