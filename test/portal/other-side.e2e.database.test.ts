import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePortal } from '../../apps/cli/portal.ts';
import { startSandbox } from '../../apps/sandbox/start.ts';
import { startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { launchBrowser } from './browser.ts';

type Server = Awaited<ReturnType<typeof startServer>>;
type Browser = Awaited<ReturnType<typeof launchBrowser>>;

describe('a platform and its sandbox', { timeout: 90_000 }, () => {
  const rented: TestDatabase[] = [];
  const servers: Server[] = [];
  let browser: Browser;

  beforeAll(async () => {
    await ensurePortal(() => undefined);
    rented.push(await testDatabase(), await testDatabase());
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) await server.close();
    for (const one of rented) await one.close();
  });

  it('an enterprise goes to the sandbox and back by the pages themselves, and sees where it is', async () => {
    const [of, sandboxOf] = rented;
    if (!of || !sandboxOf) throw new Error('no database');
    const sandbox = await startSandbox({
      database: sandboxOf.database,
      port: 0,
      otherSide: 'http://127.0.0.1:9',
    });
    servers.push(sandbox);
    const platform = await startServer({ database: of.database, port: 0, otherSide: sandbox.url });
    servers.push(platform);
    const somebody = { role: 'enterprise', customsCode: '5301363602', displayName: '李茶' } as const;
    const { token } = await signedInAs(of.owner, somebody, new Date());
    const context = await browser.newContext({ locale: 'zh-CN' });
    await context.addCookies([{ name: 'chama_session', value: token, url: platform.url }]);
    const page = await context.newPage();
    await page.goto(`${platform.url}/lists`);
    expect(await page.locator('.sandbox-strip').count()).toBe(0);
    await page.locator('.navigation-outside a', { hasText: '沙箱' }).click();
    await page.locator('.sandbox-strip').waitFor();
    expect(page.url()).toBe(`${sandbox.url}/lists`);
    expect(await page.locator('.sandbox-strip a').getAttribute('href')).toBe('http://127.0.0.1:9/lists');
    await context.close();
  });
});
