// `npm run tour [-- name…]`: starts a demonstration on a data folder of its own, signs in as each kind of user by the page everybody signs
// in by, and takes a picture of what they do most, into docs/images/tour.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DemoLogin } from '../apps/demo/accounts.ts';
import { codeOf, fromBase32, stepAt } from '../modules/access/wiring.ts';
import { launchBrowser } from '../test/portal/browser.ts';
import { root } from './root.ts';
import { type Stop, stops } from './tour/stops.ts';

const port = 18_471;
const url = `http://127.0.0.1:${port}`;
const pictures = join(root, 'docs/images/tour');
/** The day plays for a while before anybody looks. */
const played = 80;
/** Also on a machine that others use. */
const patienceMs = 600_000;

type BrowserState = Awaited<ReturnType<BrowserContext['storageState']>>;

const asked = process.argv.slice(2);
const chosen = stops.filter(({ name }) => asked.length === 0 || asked.includes(name));
const folder = await mkdtemp(join(tmpdir(), 'chama-tour-'));
const server = spawn(process.execPath, [join(root, 'bin/chama.mjs'), 'serve'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, CHAMA_DATA: folder, CHAMA_PORT: String(port) },
});
const ended = new Promise((resolve) => server.once('exit', resolve));
let browser: Browser | undefined;
/** What whoever has signed in goes on with: a code of the second factor is good once. */
const signedIn = new Map<string, BrowserState>();
try {
  await mkdir(pictures, { recursive: true });
  await dayHasPlayed();
  const logins: Record<string, DemoLogin> = JSON.parse(
    await readFile(join(folder, 'demo-accounts.json'), 'utf8'),
  );
  browser = await launchBrowser();
  for (const stop of chosen) await picture(browser, stop, stop.as ? logins[stop.as] : undefined);
} finally {
  await browser?.close();
  server.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}

/** Waits until enough lists have been decided. */
async function dayHasPlayed(): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < patienceMs; ) {
    const decided = await fetch(`${url}/api/summary`)
      .then(async (response) => {
        const { counts } = (await response.json()) as { counts: Readonly<Record<string, number>> };
        return (counts.released ?? 0) >= played && (counts.held ?? 0) > 1;
      })
      .catch(() => false);
    if (decided) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`The day has not come far enough in ${patienceMs / 1000} s.`);
}

async function picture(on: Browser, stop: Stop, login: DemoLogin | undefined): Promise<void> {
  const before = signedIn.get(stop.as ?? '');
  const context = await on.newContext({
    ...(before ? { storageState: before } : {}),
    locale: stop.locale,
    viewport: stop.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
    ...(stop.dark ? { colorScheme: 'dark' as const } : {}),
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  if (stop.as && login && !before) {
    await signIn(page, stop.as, login);
    signedIn.set(stop.as, { ...(await context.storageState()), origins: [] });
  }
  await page.goto(`${url}${stop.path}`);
  await page.locator('main h1').first().waitFor();
  await stop.prepare?.(page);
  await page.waitForLoadState('load');
  // What is fetched comes, fonts too.
  await page.waitForTimeout(2_500);
  const path = join(pictures, `${stop.name}.png`);
  await page.screenshot({ path });
  console.log(path);
  await context.close();
}

async function signIn(page: Page, name: string, { password, totpSecret }: DemoLogin): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator('#login').fill(name);
  await page.locator('#password').fill(password);
  await page.keyboard.press('Enter');
  if (totpSecret) {
    await page.locator('#code').waitFor();
    await page.locator('#code').fill(codeOf(Buffer.from(fromBase32(totpSecret)), stepAt(new Date())));
    await page.keyboard.press('Enter');
  }
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
}
