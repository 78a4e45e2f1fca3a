// `npm run soak`: the tests that `npm test` runs in small, at length; about an hour. A variable that is set already
// is left as it is (`CHAMA_KILLS=1000 npm run soak`), and names of files choose among them (`npm run soak -- links`).
import { spawnSync } from 'node:child_process';
import { soaks } from './soaks.ts';

const long = Object.fromEntries(soaks.map(({ variable, value }) => [variable, value]));
const named = process.argv.slice(2);
// A contract is run by the tests of those who keep it, beside it.
const files = soaks.map(({ file }) => (file.endsWith('.contract.ts') ? 'platform/channels/' : file));
const { status } = spawnSync(
  'vitest',
  ['run', '--testTimeout=3600000', ...(named.length > 0 ? named : files)],
  {
    env: { ...long, ...process.env },
    stdio: 'inherit',
  },
);
process.exitCode = status ?? 1;
