import { join, resolve } from 'node:path';
import type pg from 'pg';
import type { Bilingual } from '#kernel';
import { type Database, type PoolOptions, placeOf, poolOn } from './database.ts';
import { runningEmbedded, startEmbedded } from './embedded/embedded.ts';
import { inspectGiven } from './given.ts';
import { letApplicationIn } from './grants.ts';
import { keysOf } from './keys.ts';
import { type MigrationReport, migrate } from './migrate.ts';

export interface OpenOptions {
  /** A PostgreSQL ≥ 15 to use (`DATABASE_URL`); without one the embedded server is started. */
  readonly url?: string | undefined;
  /** The installation's data folder (`CHAMA_DATA`); the embedded server lives there. */
  readonly dataFolder: string;
  /** Where the key-encryption keys are (`CHAMA_KEY_FILE`); default `master.key` in the data folder. */
  readonly keyFile?: string | undefined;
  /** Connections at most; default 10. */
  readonly connections?: number;
  /** With the rights of the owner of the tables: for measuring and mending, never for serving. */
  readonly asOwner?: boolean;
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
  if (options.url !== undefined) {
    const config = await inspectGiven(options.url);
    await migrate(config);
    return poolWithKeys(config, pool, options);
  }
  const server = await startEmbedded(options.dataFolder, options.say);
  try {
    await migrate(server.owner);
    await letApplicationIn(server.owner, server.application);
    await server.publish();
    const place = resolve(options.dataFolder);
    const more = { ...pool, place, lost: server.lost, afterClose: server.stop };
    return await poolWithKeys(options.asOwner ? server.owner : server.application, more, options);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

/** Where the key-encryption keys of an installation are. */
export const keyFileOf = ({ keyFile, dataFolder }: Pick<OpenOptions, 'dataFolder' | 'keyFile'>): string =>
  keyFile ?? join(resolve(dataFolder), 'master.key');

/** A pool that knows the keys of its database, and those others make while it is open. */
async function poolWithKeys(
  config: pg.ClientConfig,
  pool: PoolOptions,
  options: Pick<OpenOptions, 'dataFolder' | 'keyFile' | 'say'>,
): Promise<Database> {
  const keys = await keysOf(config, keyFileOf(options), options.say);
  const afterClose = async (): Promise<void> => {
    await keys.close();
    await pool.afterClose?.();
  };
  return poolOn(config, { ...pool, vault: keys.vault, afterClose });
}

/**
 * As `openDatabase`, but where another process of ours (the server) keeps the embedded server running, that
 * one is joined as it is: for commands beside a running platform.
 */
export async function joinDatabase(options: OpenOptions): Promise<Database> {
  const running = options.url === undefined ? await runningEmbedded(options.dataFolder) : undefined;
  if (running === undefined) return openDatabase(options);
  const config = options.asOwner ? running.owner : running.application;
  return poolWithKeys(config, { place: resolve(options.dataFolder) }, options);
}

/** Brings the installation's database up to this program with its owner's rights, and says what was done. */
export async function migrateInstallation(
  options: OpenOptions,
): Promise<MigrationReport & { readonly place: string }> {
  if (options.url !== undefined) {
    const config = await inspectGiven(options.url);
    return { ...(await migrate(config)), place: placeOf(config) };
  }
  const place = resolve(options.dataFolder);
  const running = await runningEmbedded(options.dataFolder);
  if (running !== undefined) return { ...(await migrate(running.owner)), place };
  const server = await startEmbedded(options.dataFolder, options.say);
  try {
    return { ...(await migrate(server.owner)), place };
  } finally {
    await server.stop();
  }
}
