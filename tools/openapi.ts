// `npm run openapi`: writes contracts/openapi.json anew from the routes.
import { writeFile } from 'node:fs/promises';
import { describeApi } from '../apps/server/description.ts';

await writeFile(new URL('../contracts/openapi.json', import.meta.url), await describeApi());
