// `npm run screenshots [-- name…]`: pictures of every page (or those named, see test/portal/pages.ts) in each language,
// light and dark and on a phone, into .chama/screenshots. They come from the same walk that axe takes.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.ts';

const folder = join(root, '.chama', 'screenshots');
const names = process.argv.slice(2);
if (names.length === 0) await rm(folder, { recursive: true, force: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const walk = spawn(process.execPath, [vitest, 'run', 'test/portal/pages.e2e.database.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    CHAMA_PICTURES: folder,
    ...(names.length > 0 && { CHAMA_PAGES: names.join(',') }),
  },
});
walk.once('exit', (code) => {
  console.log(`截图在 · pictures in ${folder}`);
  process.exitCode = code ?? 1;
});
