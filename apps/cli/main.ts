import { endWithLauncher } from './launched.ts';
import { run } from './run.ts';

endWithLauncher();

// A reader that has seen enough (`chama check … | head`) is no fault.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit();
  throw fault;
});

process.exitCode = await run(process.argv.slice(2));
