import { parseArgs } from 'node:util';
import { joinDatabase } from '#postgres';
import { loadRetention, runRetention } from '../../modules/persons/wiring.ts';
import { aligned } from './columns.ts';
import { environment } from './environment.ts';
import { Misuse } from './misuse.ts';

/** Rows erased by one transaction. */
const stretch = 1_000;

/**
 * `retention [--dry-run] [--json]`: erases what is past its time, with the rights of the tables' owner, beside the running
 * platform; or counts it. For a timer of the machine, once a day.
 */
export async function retentionCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length > 0)
    throw new Misuse({
      zh: '用法：retention [--dry-run] [--json]',
      en: 'Usage: retention [--dry-run] [--json]',
    });
  const { dataFolder, databaseUrl, keyFile } = environment();
  const database = await joinDatabase({
    ...{ dataFolder, url: databaseUrl, keyFile, connections: 2, asOwner: true },
  });
  try {
    const retention = loadRetention();
    const dry = values['dry-run'];
    const run = await runRetention({ database, retention, stretch, now: () => new Date() }, dry);
    if (values.json) process.stdout.write(`${JSON.stringify({ dry, ...run })}\n`);
    else say(dry, run, new Map(retention.rows.map(({ kind, zh, en }) => [kind, `${zh} ${en}`])));
    return 0;
  } finally {
    await database.close();
  }
}

type Run = Awaited<ReturnType<typeof runRetention>>;

function say(dry: boolean, { erased, held }: Run, names: ReadonlyMap<string, string>): void {
  const rows = Object.entries(erased).map(([kind, count]) => [
    names.get(kind) ?? kind,
    `${count} ${dry ? '到期 past its time' : '已清除 erased'}`,
    held[kind] ? `${held[kind]} 因法律保全保留 held` : '',
  ]);
  for (const line of aligned(rows)) process.stdout.write(`${line}\n`);
}
