import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What can be known without running the program, as scripts of package.json, quickest first. */
const checks = ['style', 'types', 'domain', 'portal', 'architecture', 'unused'];

/**
 * Runs every check of `npm run check`, one after the other, and shows the output of those that fail.
 * Returns how many passed and how many failed.
 */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const count = { passed: 0, failed: 0 };
  for (const check of checks) {
    const start = performance.now();
    const { code, output } = await run('npm', ['run', '--silent', `check:${check}`]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    if (code === 0) count.passed += 1;
    else count.failed += 1;
    console.log(`${code === 0 ? '✓' : '✗'} check:${check} (${seconds} s)`);
    if (code !== 0) console.log(output);
  }
  return count;
}

function run(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
