import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What can be known without running the program, as scripts of package.json, longest first. */
const checks = ['architecture', 'unused', 'portal', 'types', 'style', 'domain'] as const;

type Check = (typeof checks)[number];

/**
 * Runs the checks of `npm run check`, one a core, and shows the output of those that fail.
 * Returns how many passed and how many failed.
 * @param without checks that are made elsewhere in the same run
 */
export async function runChecks(without: readonly Check[] = []): Promise<{ passed: number; failed: number }> {
  const count = { passed: 0, failed: 0 };
  const waiting = checks.filter((check) => !without.includes(check));
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      count[await runCheck(check)] += 1;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return count;
}

async function runCheck(check: Check): Promise<'passed' | 'failed'> {
  const start = performance.now();
  const { code, output } = await run('npm', ['run', '--silent', `check:${check}`]);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} check:${check} (${seconds} s)`);
  if (code !== 0) console.log(output);
  return code === 0 ? 'passed' : 'failed';
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
