import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Ports are sought from here on, so many of them: below those the system gives to whoever names none. */
const FIRST = 10_000;
const MANY = 20_000;

/**
 * So many ports of this machine that nobody has, for programs that must be told theirs. Those the system would give
 * are no use: it gives one that has just been let go to the next who asks, and tests run side by side.
 */
export async function freePorts(count: number): Promise<number[]> {
  const held: { readonly port: number; readonly server: Server }[] = [];
  // All are held until the last is found: no two are the same.
  while (held.length < count) {
    const port = FIRST + randomInt(MANY);
    const server = await listening(port);
    if (server) held.push({ port, server });
  }
  await Promise.all(held.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return held.map(({ port }) => port);
}

export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** Nothing where another has the port. */
function listening(port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EADDRINUSE') resolve(undefined);
      else reject(fault);
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
