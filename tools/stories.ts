// `npm run stories [-- -t name]`: plays the stories of the border and takes them down anew into contracts/samples.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const played = spawn(
  process.execPath,
  [vitest, 'run', 'test/scenarios/stories.database.test.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CHAMA_STORIES: 'write' } },
);
played.on('close', (code) => {
  process.exitCode = code ?? 1;
});
