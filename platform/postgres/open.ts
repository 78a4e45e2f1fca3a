import type { Bilingual } from '#kernel';
import { type Database, poolOn } from './database.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { inspectGiven } from './given.ts';
import { letApplicationIn } from './grants.ts';
import { migrate } from './migrate.ts';

export interface OpenOptions {
  /** A PostgreSQL ≥ 15 to use (`DATABASE_URL`); without one the embedded server is started. */
  readonly url?: string | undefined;
  /** The installation's data folder (`CHAMA_DATA`); the embedded server lives there. */
  readonly dataFolder: string;
  /** Connections at most; default 10. */
  readonly connections?: number;
  /** Hears what the operator should know (where the data went, a recovery that takes long). */
  readonly say?: (sentence: Bilingual) => void;
}

/**
 * Opens the installation's database, brought up to this program. The embedded server is used with the
 * application's own role, which has rows but no tables; a given one with the role of its URL.
 * Throws OperatorError where the operator has to mend something.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const pool = options.connections === undefined ? {} : { connections: options.connections };
  if (options.url !== undefined && options.url !== '') {
    const config = await inspectGiven(options.url);
    await migrate(config);
    return poolOn(config, pool);
  }
  const server = await startEmbedded(options.dataFolder, options.say);
  try {
    await migrate(server.owner);
    await letApplicationIn(server.owner, server.application);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  return poolOn(server.application, { ...pool, lost: server.lost, afterClose: server.stop });
}
