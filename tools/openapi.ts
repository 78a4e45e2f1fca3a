// `npm run openapi`: writes contracts/openapi.json anew from the routes, and from it the types of the client.
import { writeFile } from 'node:fs/promises';
import { describeApi } from '../apps/server/description.ts';
import { libraryInterface } from './library-interface.ts';

const description = await describeApi();
await writeFile(new URL('../contracts/openapi.json', import.meta.url), description);
await writeFile(
  new URL('../apps/library/interface.gen.ts', import.meta.url),
  libraryInterface(JSON.parse(description)),
);
