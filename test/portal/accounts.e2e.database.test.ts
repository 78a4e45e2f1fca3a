import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePortal } from '../../apps/cli/portal.ts';
import { type DemoLogin, type DemoPerson, demoAccounts } from '../../apps/demo/accounts.ts';
import { seedZone } from '../../apps/demo/seed.ts';
import { createZone } from '../../apps/demo/zone.ts';
import { type RunningServer, startServer } from '../../apps/server/server.ts';
import { signedInAs } from '../../modules/access/testing/signed-in.ts';
import { codeOf, firstAdministrator, fromBase32, stepAt } from '../../modules/access/wiring.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing/index.ts';
import { launchBrowser } from './browser.ts';
import { PortalPage } from './portal-page.ts';

const codeNow = (secret: string): string => codeOf(Buffer.from(fromBase32(secret)), stepAt(new Date()));

describe('everybody signs in to the portal with an account of their own', { timeout: 120_000 }, () => {
  let rented: TestDatabase;
  let server: RunningServer;
  let browser: Browser;
  let people: ReadonlyMap<DemoPerson, DemoLogin>;

  beforeAll(async () => {
    await ensurePortal(() => undefined);
    rented = await testDatabase();
    const zone = createZone();
    await seedZone(rented.database, zone);
    server = await startServer({ database: rented.database, port: 0, demo: true });
    const store = { read: async () => new Map<string, DemoLogin>(), add: async () => undefined };
    people = await demoAccounts(server.parts.access.ports, zone, store);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rented?.close();
  });

  const visit = async <Result>(
    work: (portal: PortalPage, page: Page) => Promise<Result>,
  ): Promise<Result> => {
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      const portal = new PortalPage(page, server.url);
      await portal.open('/sign-in');
      return await work(portal, page);
    } finally {
      await context.close();
    }
  };

  const letIn = async (page: Page): Promise<void> => {
    const { token } = await signedInAs(rented.owner, { role: 'operator' }, new Date());
    await page.context().addCookies([{ name: 'chama_session', value: token, url: server.url }]);
  };

  it('every kind of user of a demonstration: by password, and by a code where the role needs one', async () => {
    const roles = new Set<string>();
    for (const [{ login, role, displayName }, { password, totpSecret }] of people) {
      if (roles.has(role)) continue;
      roles.add(role);
      await visit(async (portal, page) => {
        await portal.signInAs(login, password, totpSecret && codeNow(totpSecret));
        const own = page.getByRole('banner').getByRole('link', { name: displayName });
        await own.click();
        await portal.heading('My account').waitFor();
        await page.getByRole('cell', { name: 'This session' }).waitFor();
      });
    }
    expect(roles.size).toBe(7);
  });

  it('a page nobody sits before says so when it asks, and shows nothing more when the session has ended', async () => {
    await visit(async (portal, page) => {
      await letIn(page);
      await page.clock.install();
      const asked = page.waitForRequest(/\/api\/links$/);
      await portal.open('/links');
      expect((await asked).headers()['x-chama-unasked']).toBeUndefined();
      const unasked = page.waitForRequest((request) => request.headers()['x-chama-unasked'] === '1');
      await page.clock.fastForward('05:00');
      await unasked;
      await rented.owner.run('delete from access.session');
      // What was asked before is answered first, and only then the time to the next asking begins.
      const ended = page.getByRole('status').filter({ hasText: 'Your session has ended' });
      const passes = async (): Promise<boolean> => {
        await page.clock.fastForward('05:00');
        return ended.isVisible();
      };
      await expect.poll(passes, { timeout: 20_000 }).toBe(true);
    });
  });

  it('the end of a session is told also where the session itself is read anew before anything is refused', async () => {
    await visit(async (portal, page) => {
      await letIn(page);
      const ended = Promise.withResolvers<void>();
      // Everything is read anew when the stream opens: here only once the session has ended, and nothing else is answered.
      await page.route('**/api/stream', async (route) => {
        await ended.promise;
        await route.fulfill({ contentType: 'text/event-stream', body: ': open\n\n' });
      });
      await portal.open('/links');
      await portal.heading('Customs').waitFor();
      await rented.owner.run('delete from access.session');
      await page.route(
        ({ pathname }) => /^\/api\/(?!session|stream)/.test(pathname),
        () => undefined,
      );
      ended.resolve();
      await page.getByRole('status').filter({ hasText: 'Your session has ended' }).waitFor();
    });
  });

  it('a wrong password is told in words, and the form stays', async () => {
    await visit(async (portal, page) => {
      await portal.signInAs('platform', 'not it');
      await page.getByRole('alert').filter({ hasText: 'login or the password is wrong' }).waitFor();
      expect(await page.getByLabel('Login').inputValue()).toBe('platform');
    });
  });

  it('the first administrator makes the account whole: a password, an app, recovery codes, and in again', async () => {
    const wish = {
      login: 'gao',
      displayName: 'Gao',
      role: 'systemAdministrator',
      staffNumber: 'Z1',
    } as const;
    const oneTime = await firstAdministrator(server.parts.access.ports, wish, true);
    const own = 'whole at last';
    const recovery = await visit(async (portal, page) => {
      await portal.signInAs('gao', oneTime);
      await portal.heading('My account').waitFor();
      await page.getByRole('status').filter({ hasText: 'Before you begin' }).waitFor();
      await page.getByLabel('Present password').first().fill(oneTime);
      await page.getByLabel('New password').fill('password1');
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByRole('alert').filter({ hasText: 'guessers know' }).waitFor();
      await page.getByLabel('New password').fill(own);
      await page.getByRole('button', { name: 'Change the password' }).click();
      await page.getByText('Replace it now').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
      await page.getByRole('img', { name: 'QR code' }).waitFor();
      await page
        .getByRole('textbox', { name: 'Code' })
        .fill(codeNow((await page.locator('.totp-secret').textContent()) ?? ''));
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Keep these recovery codes').waitFor();
      await page.getByText('Before you begin').waitFor({ state: 'detached' });
      return (await page.locator('.recovery-codes code').allTextContents())[0] ?? '';
    });
    await visit(async (portal, page) => {
      await portal.signInAs('gao', own, recovery);
      await page.getByRole('banner').getByRole('link', { name: 'Gao' }).waitFor();
    });
  });

  it('adds a passkey, signs in with it alone and after the password, and removes it', async () => {
    const [person] = [...people].filter(([{ role }]) => role === 'enterprise');
    if (!person) throw new Error('the demonstration has nobody of an enterprise');
    const [{ login, displayName }, { password }] = person;
    const context = await browser.newContext({ locale: 'en-GB' });
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      const device = await context.newCDPSession(page);
      await device.send('WebAuthn.enable');
      await device.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
          ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
        },
      });
      // Passkeys belong to a name, not to a number.
      const portal = new PortalPage(page, server.url.replace('127.0.0.1', 'localhost'));
      const own = page.getByRole('banner').getByRole('link', { name: displayName });
      const passkey = page.getByRole('button', { name: 'Sign in with a passkey' });
      await portal.open('/sign-in');
      await portal.signInAs(login, password);
      await own.click();
      await page.getByLabel('Name of the passkey').fill('Test device');
      const section = page.getByRole('region', { name: 'Passkeys' });
      await section.getByLabel('Present password').fill(password);
      await section.getByRole('button', { name: 'Add a passkey' }).click();
      await section.getByRole('listitem').filter({ hasText: 'Test device' }).waitFor();
      await context.clearCookies();
      await portal.open('/sign-in');
      await passkey.click();
      await own.waitFor();
      await context.clearCookies();
      await portal.open('/sign-in');
      await portal.signInAs(login, password);
      await page.getByLabel('Code').waitFor();
      await passkey.click();
      await own.click();
      await section.getByText('Change', { exact: true }).click();
      await section.getByLabel('Present password').first().fill(password);
      await section.getByRole('button', { name: 'Remove the passkey' }).click();
      await section.getByRole('listitem').waitFor({ state: 'detached' });
      await context.clearCookies();
      await portal.open('/sign-in');
      await passkey.click();
      await page.getByRole('alert').filter({ hasText: 'was removed' }).waitFor();
    } finally {
      await context.close();
    }
  });
});
