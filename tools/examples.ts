// `npm run examples [-- test files…]`: takes down what the operations of the interface are asked and answer while the tests run,
// into contracts/examples, and writes contracts/openapi.json anew. Without test files all tests on databases run. What they show is added to
// what is there: examples that fit their description stay as they are, and a code no test can bring about may be written in by hand.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from './examples/exchange.ts';
import { root } from './root.ts';

const files = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'chama-exchanges-'));
try {
  await openapi();
  const config = ['--config', join(root, 'tools/examples/vitest.config.ts')];
  const chosen = files.length > 0 ? files : ['--project', 'database'];
  const failed = await run(join(root, 'node_modules/vitest/vitest.mjs'), ['run', ...config, ...chosen]);
  // Not before: it reads the description that has just been written.
  const { keepExamples } = await import('./examples/keeping.ts');
  const { changed, lacking } = keepExamples(exchangesIn(folder));
  await openapi();
  console.log(
    `contracts/examples: ${changed.length} changed${changed.map((name) => `\n  ${name}`).join('')}`,
  );
  for (const lack of lacking) console.log(`! ${lack}`);
  process.exitCode = failed;
} finally {
  rmSync(folder, { recursive: true });
}

function openapi(): Promise<number> {
  return run(join(root, 'tools/openapi.ts'), []);
}

function exchangesIn(place: string): Exchange[] {
  const lines = readdirSync(place).flatMap((file) => readFileSync(join(place, file), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Exchange);
}

function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CHAMA_EXCHANGES: folder };
    const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit', env });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
