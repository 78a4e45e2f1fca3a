import { fileURLToPath } from 'node:url';

/** Root folder of the project, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));
