import { createServer } from 'node:net';
import { OperatorError } from '#postgres';

/**
 * Resolves at the first request to stop (Ctrl-C, `kill`, a closed terminal). Ask before anything is started.
 * Later requests change nothing: a terminal's Ctrl-C may come more than once, by way of npm and the launcher.
 */
export function stopAsked(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}

/**
 * What to throw when listening on a port failed: a sentence if the port is the reason, else the fault itself.
 * @param setting by which another port is chosen
 */
export function portFault(fault: unknown, port: number, setting = 'CHAMA_PORT'): unknown {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  if (code === 'EADDRINUSE') {
    return new OperatorError({
      zh: `端口 ${port} 已被占用；请停止占用它的程序，或用 ${setting} 指定其他端口。`,
      en: `Port ${port} is in use; stop the program that holds it, or choose another by ${setting}.`,
    });
  }
  if (code === 'EACCES') {
    return new OperatorError({
      zh: `无权使用端口 ${port}；请用 ${setting} 指定 1024 以上的端口。`,
      en: `Port ${port} may not be used by this user; choose one above 1023 by ${setting}.`,
    });
  }
  return fault;
}

/** Looked at before the database is started: a second start by mistake should say so at once. */
export async function assertPortFree(
  { port, host }: { readonly port: number; readonly host: string },
  setting?: string,
): Promise<void> {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (fault) => reject(portFault(fault, port, setting)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
