import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{modules,platform,apps,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'apps/portal/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
