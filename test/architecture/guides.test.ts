import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../apps/cli/commands.ts';
import { root, sourceFiles, textOf } from './tree.ts';

const guides = ['README.md', ...sourceFiles().filter((path) => path.startsWith('docs/guides/'))];

/** The commands in a document, without the comments behind them, continued lines joined. */
function commandsIn(path: string): string[] {
  const blocks = [...textOf(path).matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
}

describe('the guides', () => {
  it('are there for the integrator and the operator, each with commands to follow', () => {
    expect(guides.map((path) => basename(path, '.md'))).toEqual([
      'README',
      'accounts',
      'bulk',
      'desk',
      'first-hour-enterprise',
      'first-hour-operator',
      'first-hour',
      'five-minutes',
      'keys',
      'library',
      'oidc',
      'operate',
      'payment-data',
      'personal-data',
      'webhooks',
    ]);
    for (const path of guides) expect(commandsIn(path).length, path).toBeGreaterThan(4);
  });

  it.each(guides)('%s calls only commands, options and scripts that there are', (path) => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    for (const line of commandsIn(path)) {
      for (const [, name = '', rest = ''] of line.matchAll(/npx chama (\S+)([^)&|]*)/g)) {
        if (name === '--help') continue;
        const command = commands.find((known) => known.name === name);
        expect(command, line).toBeDefined();
        const shown = [command?.usage ?? '', ...(command?.examples ?? [])].join(' ');
        for (const [option] of rest.matchAll(/--[a-z-]+/g)) expect(shown, line).toContain(option);
      }
      for (const [, script = ''] of line.matchAll(/npm run (\S+)/g))
        expect(Object.keys(scripts)).toContain(script);
    }
  });

  it.each(guides)('%s names only samples that there are', (path) => {
    for (const line of commandsIn(path)) {
      for (const [sample] of line.matchAll(/contracts\/[\w./-]+(?![\w./[*-])/g))
        expect(existsSync(join(root, sample.replace(/[\w-]*\[.*$/, ''))), sample).toBe(true);
    }
  });

  it.each(guides)('%s asks only for what the interface has', (path) => {
    const { paths } = JSON.parse(textOf('contracts/openapi.json')) as { paths: Record<string, object> };
    const known = Object.keys(paths).map((route) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`));
    for (const [, route = ''] of textOf(path).matchAll(/(?:localhost:8080|GET |POST )(\/api\/[\w/-]*[\w-])/g))
      expect(
        known.some((pattern) => pattern.test(route)),
        route,
      ).toBe(true);
  });
});
