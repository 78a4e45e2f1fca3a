import type { Command } from './command.ts';
import { Misuse } from './misuse.ts';
import { operations } from './operations.ts';

/** `completion bash|zsh|fish`: what a shell sources to complete commands, operations of `api` and files. */
export async function completionCommand(
  args: readonly string[],
  commands: () => readonly Command[],
): Promise<number> {
  const [shell = ''] = args;
  const names = commands().map(({ name }) => name);
  const called = operations().map(({ name }) => name);
  const scripts: Readonly<Record<string, string>> = {
    bash: bash(names, called),
    zsh: `autoload -U +X bashcompinit && bashcompinit\n${bash(names, called)}`,
    fish: fish(commands(), called),
  };
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (script === undefined)
    throw new Misuse({ zh: '用法：completion bash|zsh|fish', en: 'Usage: completion bash|zsh|fish' });
  process.stdout.write(script);
  return 0;
}

const bash = (names: readonly string[], called: readonly string[]): string => `_chama() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names.join(' ')}" -- "$word"))
  elif [ "\${COMP_WORDS[1]}" = api ] && [ "$COMP_CWORD" -eq 2 ]; then
    COMPREPLY=($(compgen -W "${called.join(' ')}" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _chama chama
`;

const fish = (commands: readonly Command[], called: readonly string[]): string =>
  [
    ...commands.map(
      ({ name, summary }) =>
        `complete -c chama -n __fish_use_subcommand -f -a ${name} -d "${summary.zh} · ${summary.en.replaceAll('"', '')}"`,
    ),
    `complete -c chama -n "__fish_seen_subcommand_from api" -f -a "${called.join(' ')}"`,
    '',
  ].join('\n');
