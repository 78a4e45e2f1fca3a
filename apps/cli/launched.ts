import { Socket } from 'node:net';

/**
 * Ends this program when its launcher is gone. The launcher passes signals on, but one it cannot see, kill -9,
 * would leave the program running behind the operator's back; the launcher's end of the pipe then closes.
 */
export function endWithLauncher(variables: NodeJS.ProcessEnv = process.env): void {
  const pipe = Number(variables.CHAMA_LAUNCHER_PIPE || Number.NaN);
  // Not for the programs this one starts: they have no such pipe.
  delete variables.CHAMA_LAUNCHER_PIPE;
  if (!Number.isInteger(pipe)) return;
  const launcher = new Socket({ fd: pipe, readable: true, writable: false });
  launcher.on('error', () => undefined);
  launcher.on('close', () => process.exit(1));
  launcher.resume();
  launcher.unref();
}
