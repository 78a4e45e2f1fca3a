import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bilingual } from '#kernel';
import { OperatorError } from '#postgres';

const portal = fileURLToPath(new URL('../portal', import.meta.url));
const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

/** Builds the portal when it has not been built, or its sources are newer: `npm ci` does it as a rule. */
export async function ensurePortal(say: (sentence: Bilingual) => void): Promise<void> {
  const page = join(portal, 'dist', 'index.html');
  const built = await stat(page).catch(() => undefined);
  if (built && built.mtimeMs >= (await newest(join(portal, 'src')))) return;
  if (!existsSync(vite)) {
    if (built) return;
    throw new OperatorError({
      zh: '门户尚未构建，且没有构建工具；请在项目目录运行 npm ci。',
      en: 'The portal is not built and there is nothing to build it with; run npm ci in the project folder.',
    });
  }
  say({ zh: '正在构建门户…', en: 'Building the portal…' });
  await build();
}

/** Beside what is there, then in its place: whoever serves or builds it at the same time finds it whole. */
async function build(): Promise<void> {
  const [dist, made, before] = ['dist', `dist.${process.pid}`, `dist.${process.pid}.old`].map((name) =>
    join(portal, name),
  ) as [string, string, string];
  try {
    await run(made);
    await rename(dist, before).catch(() => undefined);
    await rename(made, dist);
  } finally {
    await Promise.all([made, before].map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

function run(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', folder], {
      cwd: portal,
      // A test that starts the build passes on NODE_ENV=test, and React would be built for development.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new OperatorError({
            zh: '门户构建失败，见上文。',
            en: 'The portal could not be built; see above.',
          }),
        );
    });
  });
}

async function newest(folder: string): Promise<number> {
  let latest = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? await newest(path) : (await stat(path)).mtimeMs);
  }
  return latest;
}
