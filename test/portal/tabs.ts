import type { BrowserContext, Page } from 'playwright-core';
import { goWithin } from './in-page.ts';
import type { Platform } from './platform.ts';
import type { Reader, ShownPage } from './shown-page.ts';

/** The tabs of those who look at pages, one a reader. */
interface Tabs {
  /** Shows a page in the tab of its reader, in English, when it has come whole. */
  open(one: ShownPage): Promise<Page>;
  /** Closes a reader's tab: after something went wrong in it the next page begins anew. */
  drop(as: Reader): Promise<void>;
}

/**
 * A reader's first page is loaded by its address, as a link that somebody shared. The others are gone to within it, as readers do:
 * starting the portal a hundred and thirty times took most of the time. That a page names all the texts it needs, which
 * only shows when nothing was open before it, `areas.test.ts` holds.
 */
export function openTabs(platform: Platform, contextOf: (reader: Reader) => Promise<BrowserContext>): Tabs {
  const contexts = new Map<Reader, Promise<BrowserContext>>();
  const tabs = new Map<Reader, Page>();
  const contextFor = (as: Reader): Promise<BrowserContext> => {
    const context = contexts.get(as) ?? contextOf(as);
    contexts.set(as, context);
    return context;
  };
  return {
    open: async ({ path, as, before, alone }) => {
      const address = `${path}${path.includes('?') ? '&' : '?'}lang=en`;
      const known = tabs.get(as);
      const page = known ?? (await (await contextFor(as)).newPage());
      tabs.set(as, page);
      await before?.(platform);
      const stays = known !== undefined && !before && !alone && (await closesDialogs(page));
      if (stays) await goWithin(page, address);
      else await page.goto(`${platform.url}${address}`);
      await page.locator('main h1').waitFor({ state: 'attached' });
      await page.locator('main:not(:has(.skeleton))').waitFor({ state: 'attached' });
      return page;
    },
    drop: async (as) => {
      const page = tabs.get(as);
      tabs.delete(as);
      await page?.close();
    },
  };
}

/** Whether nothing stands in front of the page any more. */
async function closesDialogs(page: Page): Promise<boolean> {
  const open = page.locator('dialog:modal');
  if ((await open.count()) > 0) await page.keyboard.press('Escape');
  return (await open.count()) === 0;
}
