import { type Database, joinDatabase } from '#postgres';
import { environment } from './environment.ts';

/**
 * Runs `work` on the installation's database: the one of `DATABASE_URL`, else the embedded one of the
 * running platform, else the embedded one started for the duration.
 */
export async function withDatabase<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
  const { dataFolder, databaseUrl, keyFile } = environment();
  const database = await joinDatabase({ dataFolder, url: databaseUrl, keyFile, connections: 2 });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
