#!/usr/bin/env node
// The launcher: plain JavaScript, because it must run on whatever Node the machine has. The program itself
// runs on the Node that npm installed with it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);
const main = new URL('../apps/cli/main.ts', import.meta.url);
/** What Node made of the sources when it read them last: a third of the time of a short command. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE || compiled);
  await import(main.href);
} else runOnPinnedNode();

function runOnPinnedNode() {
  const node = pinnedNode();
  if (node === undefined) {
    console.error(`chama 需要 Node ${NEEDED}（本机为 ${process.versions.node}）；请在项目目录运行 npm ci。`);
    console.error(
      `chama needs Node ${NEEDED} (this is ${process.versions.node}); run npm ci in the project's folder.`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], {
    // The fourth is a pipe that closes when the launcher is killed, so that the program does not outlive it.
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || compiled,
      CHAMA_LAUNCHER_PIPE: '3',
    },
  });
  // The program decides what a signal means; the launcher only passes it on and waits.
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('error', (fault) => {
    console.error(fault.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

/** The Node of the optional dependency for this machine. */
function pinnedNode() {
  try {
    const require = createRequire(import.meta.url);
    const manifest = require.resolve(`node-${process.platform}-${process.arch}/package.json`);
    const node = join(dirname(manifest), 'bin', 'node');
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}
