import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { operations } from './operations.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const written = (shell: string) =>
  spawnSync(process.execPath, [main, 'completion', shell], { encoding: 'utf8' });

/** What bash offers for the last of these words. */
function offered(...words: readonly string[]): string[] {
  const script = `${written('bash').stdout}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _chama; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
}

test('bash is offered commands, and behind api what the interface does', () => {
  expect(offered('chama', 'who')).toEqual(['whoami']);
  expect(offered('chama', 'api', 'listLi').sort()).toEqual(['listLinks', 'listLists']);
});

test.each(['bash', 'zsh', 'fish'])('%s is told every command and operation', (shell) => {
  const { stdout } = written(shell);
  for (const word of ['submit', 'whoami', ...operations().map(({ name }) => name)])
    expect(stdout).toContain(word);
});

test('another shell is told which there are', () => {
  expect(written('csh')).toMatchObject({ status: 2, stdout: '' });
});
