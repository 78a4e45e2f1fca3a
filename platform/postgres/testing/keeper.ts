// A program as small as can be that keeps a data folder's database open until it is asked to stop: what the
// tests of starting, stopping and killing start. Prints `ready`, or the one sentence it ends with.
import { openDatabase } from '../open.ts';
import { OperatorError } from '../operator-error.ts';

try {
  const database = await openDatabase({ dataFolder: process.argv[2] ?? '', say: () => undefined });
  const asked = new Promise<undefined>((resolve) => {
    process.on('SIGINT', () => resolve(undefined));
    process.on('SIGTERM', () => resolve(undefined));
  });
  console.log('ready');
  const lost = await Promise.race([asked, database.lost]);
  await database.close();
  if (lost !== undefined) throw lost;
} catch (fault) {
  console.log(fault instanceof OperatorError ? fault.sentence.en : fault);
  process.exitCode = 1;
}
