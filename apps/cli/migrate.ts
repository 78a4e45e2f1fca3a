import { parseArgs } from 'node:util';
import { migrateInstallation } from '#postgres';
import { environment } from './environment.ts';

/** `chama migrate`: brings the database up to this program and lists what was applied. */
export async function migrateCommand(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  const { dataFolder, databaseUrl } = environment();
  const { applied, already, place } = await migrateInstallation({ dataFolder, url: databaseUrl });
  for (const name of applied) process.stdout.write(`${name}\n`);
  process.stdout.write(
    `${place}: 新执行 ${applied.length} 个迁移，原有 ${already} 个 · ${applied.length} applied, ${already} before\n`,
  );
  return 0;
}
