import type { Http } from '#http';
import type { Database } from '#postgres';
import { createApi } from './server.ts';

/** The interface is described without a database: to ask it anything is a fault. */
const noDatabase = new Proxy({} as Database, {
  get: () => (): never => {
    throw new Error('Describing the interface must not touch the database.');
  },
});

/** The interface with all its routes and no database behind it, ready to be looked at. */
export async function createDescribed(): Promise<Http> {
  const { app } = await createApi({ database: noDatabase }, { print: '', mail: '' });
  await app.ready();
  return app;
}

/** The OpenAPI 3.1 description of the interface as JSON text, as it is published: the same every time. */
export async function describeApi(): Promise<string> {
  const app = await createDescribed();
  const description = app.swagger();
  await app.close();
  return `${JSON.stringify(description, undefined, 2)}\n`;
}
