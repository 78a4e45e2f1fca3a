import { expect, it } from 'vitest';
import { launchBrowser, packagedBrowser, packageFits } from './browser.ts';

it.skipIf(!packageFits)(
  "the browser inside the npm package opens a page with no library but its own and the system's C library",
  async () => {
    const browser = await launchBrowser(await packagedBrowser());
    try {
      const page = await browser.newPage();
      await page.setContent('<title>茶马</title><button aria-label="放行">Released</button>');
      expect(await page.title()).toBe('茶马');
      expect(await page.getByRole('button', { name: '放行' }).isVisible()).toBe(true);
    } finally {
      await browser.close();
    }
  },
);
