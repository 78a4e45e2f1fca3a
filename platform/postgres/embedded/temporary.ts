import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';

/** An embedded server in a folder of its own that goes when it stops: for tests and tools. */
export async function startTemporary(): Promise<EmbeddedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'chama-temporary-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const server = await startEmbedded(folder);
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (fault) {
    await remove();
    throw fault;
  }
}
