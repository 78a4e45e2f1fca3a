import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { operations } from './operations.ts';
import { chama } from './testing/chama.ts';

const written = (shell: string) => chama(['completion', shell]);

/** What bash offers for the last of these words. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { output } = await written('bash');
  const script = `${output}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _chama; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
}

test('bash is offered commands, and behind api what the interface does', async () => {
  expect(await offered('chama', 'who')).toEqual(['whoami']);
  expect((await offered('chama', 'api', 'listLi')).sort()).toEqual(['listLinks', 'listLists']);
});

test.each(['bash', 'zsh', 'fish'])('%s is told every command and operation', async (shell) => {
  const { output } = await written(shell);
  for (const word of ['submit', 'whoami', ...operations().map(({ name }) => name)])
    expect(output).toContain(word);
});

test('another shell is told which there are', async () => {
  expect(await written('csh')).toMatchObject({ code: 2, output: '' });
});
