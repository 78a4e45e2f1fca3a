import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Somebody } from '../../modules/access/testing/signed-in.ts';
import { launchBrowser } from './browser.ts';
import { driveVehicles } from './driven-vehicles.ts';
import { axeViolations, facesCome, showAppearance, sticksOut, textsIn } from './in-page.ts';
import { keepAbroad } from './kept-abroad.ts';
import { keepB2b } from './kept-b2b.ts';
import { keepBooks } from './kept-books.ts';
import { keepCertificates } from './kept-certificates.ts';
import { keepDisplays } from './kept-displays.ts';
import { keepExports } from './kept-exports.ts';
import { keepInspections } from './kept-inspections.ts';
import { keepRefunds } from './kept-refunds.ts';
import { keepSummaries } from './kept-summaries.ts';
import { keepTax } from './kept-tax.ts';
import { sendOnTheRoad } from './on-the-road.ts';
import { pages } from './pages.ts';
import { openPlatform, type Platform } from './platform.ts';
import { fileForShow } from './registered.ts';
import type { Reader } from './shown-page.ts';
import { openTabs } from './tabs.ts';
import { languageWatch } from './texts.ts';

const appearances = ['light', 'dark'] as const;
const languages = ['zh', 'en', 'th', 'vi', 'lo', 'my'] as const;
/** That every language has every text, in its own script, needs no page (`languages.test.ts`): one finds what is no text, one is the longest. */
const telling = ['en', 'vi'] as const;

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
  declarant: { role: 'enterprise', customsCode: '5301683614', displayName: '张报', member: 'clerk' },
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
  let tabs: ReturnType<typeof openTabs>;
  /** Whose navigation has been looked at: the same links stand beside each of their pages. */
  const framed = new Set<Reader>();

  beforeAll(async () => {
    [platform, browser, foreignIn] = await Promise.all([
      // Nobody listens there, and nothing is due.
      openPlatform({ mailServer: 'smtp://127.0.0.1:1' }),
      launchBrowser(),
      languageWatch(),
    ]);
    await platform.tell('01-direct-purchase');
    await platform.tell('11-paid-amount-differs');
    await platform.tell('28-list-mended-after-refusal');
    await platform.tell('16-weight-differs');
    await platform.tell('22-off-the-positive-list');
    await fileForShow(platform);
    await keepBooks(platform);
    await keepSummaries(platform);
    await keepAbroad(platform);
    await keepB2b(platform);
    await keepRefunds(platform);
    await driveVehicles(platform);
    await keepDisplays(platform);
    await sendOnTheRoad(platform);
    await keepTax(platform);
    await keepCertificates(platform);
    await keepExports(platform);
    await keepInspections(platform);
    tabs = openTabs(platform, contextOf);
  }, 180_000);
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

  it.each(shown)('$name keeps nobody out, says all it says by texts, and fits a phone', async (one) => {
    try {
      const page = await tabs.open(one);
      await one.prepare?.(page);
      const troubles = await page.locator('main .trouble').allTextContents();
      expect(troubles.length, troubles.join()).toBe(one.refused ? 1 : 0);
      const but = framed.has(one.as) ? '.frame-side' : undefined;
      await showAppearance(page, 'light');
      expect(await axeViolations(page, { but }), 'light').toEqual([]);
      await showAppearance(page, 'dark');
      expect(await axeViolations(page, { rules: 'colours', but }), 'dark').toEqual([]);
      framed.add(one.as);
      for (const language of pictures ? languages : telling) {
        expect(foreignIn(await textsIn(page, language), language), language).toEqual([]);
        // The language whose words are longest in letters that do not break.
        if (language === 'vi') expect(await sticksOut(page), 'on a phone').toEqual([]);
        if (pictures) await take(page, join(pictures, one.name), language);
      }
    } catch (error) {
      await tabs.drop(one.as);
      throw error;
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
