import type { Database } from '#postgres';
import { createApi } from './server.ts';

/** What nobody asks while the interface is only described. */
const unasked = (): never => {
  throw new Error('Describing the interface must not touch the database.');
};

const noDatabase: Database = {
  place: 'nowhere',
  query: unasked,
  run: unasked,
  transaction: unasked,
  connect: unasked,
  lost: new Promise<never>(() => undefined),
  close: async () => undefined,
};

/** The OpenAPI 3.1 description of the interface as JSON text, as it is published: the same every time. */
export async function describeApi(): Promise<string> {
  const { app } = await createApi({ database: noDatabase }, { session: '', buyerKey: '' });
  await app.ready();
  const description = app.swagger();
  await app.close();
  return `${JSON.stringify(description, undefined, 2)}\n`;
}
