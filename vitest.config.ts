import { defineConfig } from 'vitest/config';

const files = '{modules,platform,apps,test}/**';
const exclude = ['**/node_modules/**', 'apps/portal/dist/**'];

/** Two kinds of tests: those that need PostgreSQL say so in their name, the others do not wait for it. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [`${files}/*.test.ts`],
          exclude: [...exclude, '**/*.database.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [`${files}/*.database.test.ts`],
          exclude,
          globalSetup: ['platform/postgres/testing/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
