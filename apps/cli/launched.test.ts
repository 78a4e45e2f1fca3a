import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const LAUNCHED = new URL('./launched.ts', import.meta.url).href;
const PROGRAM = `const { endWithLauncher } = await import('${LAUNCHED}');
  endWithLauncher();
  setTimeout(() => process.exit(7), 10_000);
  console.log(process.env.CHAMA_LAUNCHER_PIPE);`;

function program(variables: NodeJS.ProcessEnv) {
  return spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, ...variables },
  });
}

test('the program ends with its launcher, and does not pass the pipe’s number on', async () => {
  const child = program({ CHAMA_LAUNCHER_PIPE: '3' });
  const [line] = await once(child.stdout ?? child, 'data');
  expect(String(line).trim()).toBe('undefined');
  const end = once(child, 'exit');
  child.stdio[3]?.destroy();
  expect((await end)[0]).toBe(1);
});

test('a program without launcher goes on', async () => {
  const child = program({ CHAMA_LAUNCHER_PIPE: '' });
  await once(child.stdout ?? child, 'data');
  child.stdio[3]?.destroy();
  const first = await Promise.race([
    once(child, 'exit'),
    new Promise((resolve) => setTimeout(resolve, 500, 'alive')),
  ]);
  expect(first).toBe('alive');
  child.kill();
});
