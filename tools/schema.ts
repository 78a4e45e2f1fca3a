// `npm run schema`: writes database/schema.sql from a database migrated from nothing.
import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { startTemporary } from '../platform/postgres/embedded/temporary.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { dumpSchema } from '../platform/postgres/schema-dump.ts';

const server = await startTemporary();
const client = new pg.Client(server.owner);
try {
  await migrate(server.owner);
  await client.connect();
  await writeFile(new URL('../database/schema.sql', import.meta.url), await dumpSchema(client));
} finally {
  await client.end();
  await server.stop();
}
